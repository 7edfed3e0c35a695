import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import type { Annotation } from "../../../../web/src/contract/annotation";
import { markGroup, renameGroup } from "../../../../web/src/contract/annotation-edits";
import { listFiles, openReader, scratch } from "../../support/data";
import { runToEnd } from "../../support/command-line";
import { hasCore } from "../../support/engine";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const DEMO = join(root, "web/public/demo/demo.h5ad");
const table = (folder: string, name: string) => csvParse(readFileSync(join(folder, name), "utf8"));

describe.skipIf(!hasCore)("phenolens annotate", () => {
  const folder = join(scratch(), "out");
  const common = ["--quiet", "--lanes", "2", "--model", "linear-atlas"];
  beforeAll(async () => {
    const ended = await runToEnd(["annotate", DEMO, ...common, "--group", "cell_type", "--donors", "donor", "--out", folder]);
    expect(ended).toMatchObject({ status: 0, stderr: "" });
  });

  test("writes tables, the JSON, the file and a summary that say the same", async () => {
    expect(listFiles(folder)).toEqual([
      "annotated.h5ad",
      "annotation-groups.csv",
      "annotation.csv",
      "annotation.json",
      "report.html",
      "summary.json",
    ]);
    const groups = table(folder, "annotation-groups.csv");
    const nameOf = new Map(groups.map((row) => [row.group, row.name]));
    const reader = await openReader(join(folder, "annotated.h5ad"));
    const [types, names] = [await reader.column("cell_type"), await reader.column("name")];
    if (types.kind === "number" || names.kind === "number") throw new Error("These are words.");
    // Names are in the order of the file's own categories, each with a colour.
    expect(groups.map((row) => row.group)).toEqual(types.categories);
    expect(names.categories).toEqual([...new Set(types.categories.map((type) => nameOf.get(type)))]);
    expect(names.colors).toHaveLength(names.categories.length);
    const cells = table(folder, "annotation.csv");
    expect(cells).toHaveLength(types.codes.length);
    cells.forEach((row, cell) => {
      const type = types.categories[types.codes[cell]!]!;
      expect(row.group).toBe(type);
      expect(row.name).toBe(nameOf.get(type));
      expect(names.categories[names.codes[cell]!]).toBe(row.name);
    });
    const { annotation } = JSON.parse(readFileSync(join(folder, "summary.json"), "utf8")) as {
      annotation: { models: { name: string; sha256: string }[]; groups: { name: string; donors: unknown[] }[] };
    };
    expect(annotation.groups.map(({ name }) => name)).toEqual(groups.map((row) => row.name));
    expect(annotation.models).toMatchObject([{ name: "linear-atlas", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
    reader.close();
  });

  test("names given before are applied to the same file as they are", async () => {
    const path = join(folder, "../mine.json");
    const before = JSON.parse(readFileSync(join(folder, "annotation.json"), "utf8")) as Annotation;
    const [first, second] = before.groups.map(({ id }) => id) as [string, string];
    const mine = markGroup(renameGroup(before, first, "my favourite"), second, "doublet");
    writeFileSync(path, JSON.stringify(mine));
    const again = join(folder, "../again");
    const ended = await runToEnd(["annotate", DEMO, ...common, "--apply", path, "--out", again]);
    expect(ended.status).toBe(0);
    expect((JSON.parse(readFileSync(join(again, "annotation.json"), "utf8")) as Annotation).groups).toEqual(mine.groups);
    const rows = table(again, "annotation-groups.csv");
    expect(rows.slice(0, 2).map(({ name, source, ontology_term_id: id }) => [name, source, id])).toEqual([
      ["my favourite", "user", ""],
      ["doublet", "user", ""],
    ]);
  });

  test("says what is wrong with a column, a file of names, or a name that is taken", async () => {
    const out = join(folder, "../never");
    const ask = (...words: string[]) => runToEnd(["annotate", DEMO, ...common, ...words, "--out", out]);
    expect((await ask("--group", "nothing")).stderr).toMatch(/has no column named nothing/);
    expect((await ask("--group", "cell_type", "--name", "donor")).stderr).toMatch(/has a column donor already/);
    expect((await ask("--apply", join(folder, "summary.json"))).stderr).toMatch(/is not an annotation of Phenolens/);
    expect((await ask("--resolution", "0")).status).toBe(2);
    expect(listFiles(out)).toEqual([]);
  });
});
