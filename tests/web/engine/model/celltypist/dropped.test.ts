import { readFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";
import Ajv2020 from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { root } from "../../../../../scripts/lib/run.mjs";
import { geneList } from "../../../../../web/src/engine/model/celltypist/gene-list";
import { droppedModel } from "../../../../../web/src/engine/model/dropped";
import { ModelFolder } from "../../../../../web/src/engine/model/folder";
import { nodeEnvironment } from "../../../../../web/src/engine/platform/environment.node";
import { hasCore } from "../../../support/engine";

const bytes = (name: string) => new Uint8Array(readFileSync(join(root, "tests/fixtures/pickles", name)));
const blob = (name: string) => new Blob([bytes(name)]);
const environment = nodeEnvironment(() => expect.unreachable());
const open = async (files: Record<string, Blob>) => ModelFolder.open(await droppedModel(environment, files));
const schema = new Ajv2020({ strict: false }).compile(JSON.parse(readFileSync(join(root, "models/manifest.schema.json"), "utf8")));

describe.skipIf(!hasCore)("a pickle that is dropped", () => {
  test("is a model folder that passes the schema, its checksums and the engine's check", async () => {
    const model = await open({ "Healthy Blood.v2.pkl": blob("new-sgd-4.pkl") });
    await model.verify();
    expect([schema(model.manifest), schema.errors]).toEqual([true, null]);
    expect(model.info).toMatchObject({
      name: "healthy-blood.v2",
      title: "Healthy Blood.v2",
      version: "1.0.0",
      // Six names are too few to tell.
      species: "unknown",
      trainedOn: "tests",
      genes: 6,
      heads: [{ phenotype: "cell_type", link: "logistic", classes: [{ label: "B cell" }, { label: "NK cell" }, { label: "T cell" }] }],
    });
    expect(model.manifest).toMatchObject({ matching: "as-written", encoding: { name: "log1p", target_sum: 10_000, ceiling: 10 } });
  });

  test("in a .zip is found there", async () => {
    const zip = zipSync({ "model/Blood.pkl": bytes("old-two-classes.pkl") });
    expect((await open({ "blood.zip": new Blob([zip as Uint8Array<ArrayBuffer>]) })).info).toMatchObject({
      name: "blood",
      heads: [{ link: "logistic" }],
    });
  });

  test("without a scaler and without genes takes them from the table beside it, and cuts nothing", async () => {
    const model = await open({ "bare.pkl": blob("old-bare.pkl"), "genes.csv": new Blob(["gene\nA\nB\nC\nD\nE\nF\n"]) });
    expect(model.manifest.encoding).toEqual({ name: "log1p", target_sum: 10_000 });
    expect(await model.text("genes")).toMatch(/^symbol\tensembl_id\taliases\tscale\nA\t\t\t1\n/);
  });

  test("is added one at a time", async () => {
    await expect(open({ "a.pkl": blob("old-sgd-2.pkl"), "b.pkl": blob("old-sgd-2.pkl") })).rejects.toMatchObject({
      code: "model",
      message: "There are 2 pickles here (a.pkl, b.pkl): add one model at a time.",
    });
  });

  test("that is none is one sentence with its name", async () => {
    await expect(open({ "notes.pkl": new Blob(["These are notes."]) })).rejects.toMatchObject({
      code: "bad-file",
      message: expect.stringMatching(/^notes\.pkl [^\n]+\.$/) as string,
    });
  });
});

describe("a table of genes", () => {
  test("may number its lines, quote its names and have a heading", () => {
    expect(geneList("g.csv", 'index,gene\n0,"CD3E"\n1,CD4\n')).toEqual(["CD3E", "CD4"]);
    expect(geneList("g.tsv", "\uFEFFCD3E\r\nCD4\r\n")).toEqual(["CD3E", "CD4"]);
  });

  test("with a line without a name, or with none, says so", () => {
    expect(() => geneList("g.csv", "CD3E\n17\n")).toThrow("g.csv has no gene's name in a line (2)");
    expect(() => geneList("g.csv", "\n")).toThrow("g.csv has no gene in it");
  });
});
