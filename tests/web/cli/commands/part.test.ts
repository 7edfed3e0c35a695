import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { makeFixtures } from "../../../fixtures/make.mjs";
import { runToEnd } from "../../support/command-line";
import { dataFile, hasData, hasModels, MODELS, scratch } from "../../support/data";
import { hasCore } from "../../support/engine";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 60_000 });

let fixtures: Record<string, string>;
let folder: string;

beforeAll(async () => {
  if (!hasCore) return;
  folder = scratch();
  fixtures = await makeFixtures(folder);
});

const at = (name: string) => join(folder, name);

/** Runs commands that have to end well, side by side. */
async function run(...commands: string[][]): Promise<void> {
  for (const { status, stderr } of await Promise.all(commands.map((words) => runToEnd([...words, "--quiet", "--lanes", "1"]))))
    expect([status, stderr]).toEqual([0, ""]);
}

/** How long it took (of some commands, a step each) and how much memory is of the run, not of the results. */
const OF_THE_RUN =
  "seconds|cellsPerSecond|peak_memory_bytes|composition|expression|phenotype|open|quality|variable_genes|components|neighbors|umap|map|" +
  "clusters|agreement|markers";
const untimed = (text: string) => text.replaceAll(new RegExp(`"(${OF_THE_RUN})": [\\d.e+-]+`, "g"), '"$1": 0');

function expectSame(one: string, other: string): void {
  const files = (path: string) =>
    readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(path, join(entry.parentPath, entry.name)))
      .sort();
  expect(files(other)).toEqual(files(one));
  for (const file of files(one)) {
    const [a, b] = [one, other].map((path) => readFileSync(join(path, file), "utf8")) as [string, string];
    expect(untimed(b) === untimed(a), file).toBe(true);
  }
}

describe.skipIf(!hasCore)("parts of an analysis", () => {
  const samples = ["--samples", "donor", "--condition", "cell_type"];
  const asked = () => [fixtures.csr!, "--model", "tiny-random", "--labels", "cell_type", ...samples, "--table"];

  test("are merged to the files that one run writes, and refused where one is damaged, of another question or lacking", async () => {
    await run(
      ["analyze", ...asked(), "--out", at("one")],
      ["part", ...asked(), "--cells", "0:13", "--out", at("a")],
      ["part", ...asked(), "--cells", "13:60", "--out", at("b")],
    );
    await run(["merge", at("b"), at("a"), "--out", at("merged")]);
    expectSame(at("one"), at("merged"));
    // Six cells have no donor.
    const [titles, ...rows] = readFileSync(join(at("one"), "tiny-random/cell_type_by_sample.csv"), "utf8")
      .trim()
      .split("\n");
    expect(titles).toBe("donor,cell_type,predicted_cell_type,ontology_id,kind,cells,sample_cells,share");
    expect(rows.reduce((sum, row) => sum + Number(row.split(",").at(-3)), 0)).toBe(54);

    cpSync(at("b"), at("damaged"), { recursive: true });
    const bytes = readFileSync(join(at("damaged"), "cells.arrow"));
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(join(at("damaged"), "cells.arrow"), bytes);
    cpSync(at("b"), at("asked"), { recursive: true });
    const header = readFileSync(join(at("asked"), "part.json"), "utf8");
    writeFileSync(join(at("asked"), "part.json"), header.replace('"seed": 1', '"seed": 2'));
    const merge = (...parts: string[]) => runToEnd(["merge", ...parts.map(at), "--out", at("none"), "--quiet"]);
    const told = await Promise.all([
      merge("a"),
      merge("a", "damaged"),
      merge("a", "asked"),
      merge("a", "one"),
      runToEnd(["merge", at("a"), at("b"), "--file", fixtures.layer!, "--out", at("none"), "--quiet"]),
      runToEnd(["part", ...asked(), "--cells", "50:61", "--out", at("none"), "--quiet"]),
    ]);
    expect(told.map(({ status }) => status)).toEqual([1, 1, 1, 1, 1, 1]);
    const [lacking, damaged, other, none, moved, beyond] = told.map(({ stderr }) => stderr);
    expect(lacking).toContain("The cells 13:60 are in no part. Make that part too.");
    expect(damaged).toContain("is damaged: its table is not the one that was written. Make it again.");
    expect(other).toMatch(/asked was made with another seed than .*a \(2, not 1\)/);
    expect(none).toContain("is no part: it has no part.json (ENOENT)");
    expect(moved).toMatch(/is of another (file|matrix)/);
    expect(beyond).toContain("has the cells 0 to 60, of which 50:61 is no part.");
  });

  test("of evaluate, compare, attribute and survey are merged to the files that one run writes, and not with one another", async () => {
    const evaluated = [fixtures.csr!, ..."--model tiny-random --labels cell_type --over donor --per-group none".split(" ")];
    // Types by the model: a part knows them of its own cells alone.
    const words = "--model tiny-random --condition donor --donors none --permutations 0 --splits 0";
    const compared = [fixtures.csr!, fixtures.csr!, ...words.split(" ")];
    const explained = [fixtures.csr!, ..."--model tiny-random --cells 4 --group donor".split(" ")];
    const surveyed = [fixtures.csr!, ..."--components 5 --genes 200 --hvg seurat --group cell_type".split(" ")];
    await run(
      ["survey", ...surveyed, "--out", at("surveyed")],
      ["part", "survey", ...surveyed, "--cells", "0:17", "--out", at("s-a")],
      ["part", "survey", ...surveyed, "--cells", "17:60", "--out", at("s-b")],
      ["attribute", ...explained, "--out", at("explained")],
      ["part", "attribute", ...explained, "--cells", "0:60", "--out", at("x-a")],
      ["evaluate", ...evaluated, "--out", at("evaluated")],
      ["part", "evaluate", ...evaluated, "--cells", "0:60", "--out", at("e-a")],
      ["compare", ...compared, "--out", at("compared")],
      ["part", "compare", ...compared, "--cells", "0:31", "--out", at("c-a")],
      ["part", "compare", ...compared, "--cells", "31:120", "--out", at("c-b")],
    );
    cpSync(at("c-b"), at("c-named"), { recursive: true });
    const header = JSON.parse(readFileSync(join(at("c-named"), "part.json"), "utf8")) as { asked: { study: { samples: string[] } } };
    header.asked.study.samples = ["P", "Q"];
    writeFileSync(join(at("c-named"), "part.json"), JSON.stringify(header));
    const [mixed, named] = await Promise.all([
      runToEnd(["merge", at("e-a"), at("c-b"), "--out", at("none"), "--quiet"]),
      runToEnd(["merge", at("c-a"), at("c-named"), "--out", at("none"), "--quiet"]),
      run(
        ["merge", at("e-a"), "--out", at("e")],
        ["merge", at("c-b"), at("c-a"), "--out", at("c")],
        ["merge", at("x-a"), "--out", at("x")],
        ["merge", at("s-a"), at("s-b"), "--out", at("s")],
      ),
    ]);
    expectSame(at("evaluated"), at("e"));
    expectSame(at("compared"), at("c"));
    expectSame(at("explained"), at("x"));
    expectSame(at("surveyed"), at("s"));
    expect(mixed.stderr).toContain("c-b was made with another command than");
    expect(named.stderr).toContain("c-named was made with another sample than");
  });

  test.skipIf(!hasData || !hasModels)("hold what every kind of model says of 2,000 cells", async () => {
    const words = [
      dataFile("labelled/kang_harmony_counts.h5ad"),
      "--model",
      "linear-atlas",
      "--model",
      join(MODELS, "celltypist/adams_Cheong_PBMC_full.pkl"),
      "--prob-match",
      "0.9",
      "--model",
      dataFile("profiles/lm22_signature_matrix.h5ad"),
    ];
    await run(
      ["analyze", ...words, "--out", at("one-2000")],
      ["part", ...words, "--cells", "0:701", "--out", at("a-2000")],
      ["part", ...words, "--cells", "701:2000", "--out", at("b-2000")],
    );
    await run(["merge", at("a-2000"), at("b-2000"), "--out", at("merged-2000")]);
    expectSame(at("one-2000"), at("merged-2000"));
  });
});
