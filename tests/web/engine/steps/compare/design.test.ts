import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { writeH5ad } from "../../../../../scripts/lib/write-h5ad.mjs";
import type { CompareDesign, CompareQuestion } from "../../../../../web/src/contract/compare";
import { dataFile, hasData, scratch } from "../../../support/data";
import { hasCore, useEngine, type TestEngine } from "../../../support/engine";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const asked = (given: Partial<CompareQuestion>): CompareQuestion => ({
  matrix: "X",
  condition: "condition",
  donors: "donor",
  types: { kind: "column", column: "type" },
  covariates: [],
  pairing: "auto",
  minCells: 10,
  ...given,
});

/** Cells of a donor, a condition and a type, so many each, with columns of their own. */
interface Made {
  donor: string;
  condition: string;
  type: string;
  cells: number;
  batch?: string;
  age?: number;
  sex?: string;
}

async function file(groups: readonly Made[]): Promise<string> {
  const cells = groups.flatMap((group) => Array.from({ length: group.cells }, () => group));
  const path = join(scratch(), "design.h5ad");
  await writeH5ad(path, {
    X: { values: Float32Array.from({ length: cells.length * 3 }, (_, i) => 1 + (i % 3)) },
    obs: {
      index: cells.map((_, cell) => `cell-${cell}`),
      columns: {
        donor: cells.map(({ donor }) => donor),
        condition: cells.map(({ condition }) => condition),
        type: cells.map(({ type }) => type),
        batch: cells.map(({ batch = "one" }) => batch),
        sex: cells.map(({ sex = "f" }) => sex),
        age: Float64Array.from(cells, ({ age = 1 }) => age),
      },
    },
    var: { index: ["GENE0", "GENE1", "GENE2"] },
  });
  return path;
}

const both = (donor: string, cells = 20, more: Partial<Made> = {}): Made[] =>
  ["stim", "ctrl"].map((condition) => ({ donor, condition, type: "T", cells, ...more }));
const one = (donor: string, condition: string, more: Partial<Made> = {}): Made => ({ donor, condition, type: "T", cells: 20, ...more });

describe.skipIf(!hasCore)("who can be compared with whom", () => {
  const { open } = useEngine();
  const designOf = async (groups: readonly Made[], given: Partial<CompareQuestion> = {}) =>
    (await open(await file(groups))).call("compareDesign", asked(given));

  test("donors in both conditions are paired; the level that names controls is what the other is compared with", async () => {
    const found = await designOf([...both("a"), ...both("b"), ...both("c")]);
    expect(found).toMatchObject({ kind: "paired", tested: "paired", both: 3, refusals: [] });
    expect(found.sides.map(({ label, donors, used }) => [label, donors, used])).toEqual([
      ["stim", 3, 60],
      ["ctrl", 3, 60],
    ]);
    expect(found.samples).toEqual(["a", "a", "b", "b", "c", "c"].map((donor, i) => ({ donor, side: i % 2, cells: 20 })));
    expect([...found.cells]).toEqual([20, 20, 20, 20, 20, 20]);
    expect(found.notes.join(" ")).toContain("Differences are within donors (blocked on donor): 3");
  });

  test("a level called none is a control, not a missing one", async () => {
    const found = await designOf(["a", "b", "c"].flatMap((donor) => ["none", "drug"].map((condition) => one(donor, condition))));
    expect(found.sides.map(({ label, donors }) => [label, donors])).toEqual([
      ["drug", 3],
      ["none", 3],
    ]);
  });

  test("two pairs leave one degree of freedom, one donor a side nothing: both are described, and why is said", async () => {
    const pairs = await designOf([...both("a"), ...both("b")]);
    expect(pairs).toMatchObject({ kind: "paired", tested: "none" });
    expect(pairs.refusals).toEqual([
      "No p value is given: the same 2 donors in both conditions: 2 differences leave 1 degree of freedom, and a test needs 2.",
    ]);
    const few = await designOf([one("a", "stim"), one("b", "ctrl"), one("c", "ctrl")]);
    expect(few.refusals[0]).toContain("1 donor of stim and 2 donors of ctrl have 10 cells or more; a test needs 2 on each side");
    expect(few.types[0]).toMatchObject({ isTested: false, donors: [1, 2] });
  });

  test("without donors every p value is withheld in one sentence; a column that names none is none", async () => {
    const groups = [one("unknown", "stim"), one("nan", "ctrl")];
    const none = await designOf(groups, { donors: null });
    expect(none).toMatchObject({ kind: "unknown", tested: "none" });
    expect(none.refusals).toEqual([expect.stringContaining("no column names the donors")]);
    expect(none.samples.map(({ donor, cells }) => [donor, cells])).toEqual([
      ["", 20],
      ["", 20],
    ]);
    const unnamed = await designOf(groups);
    expect(unnamed).toMatchObject({ kind: "unknown", unnamed: [20, 20] });
    expect(unnamed.refusals).toEqual([expect.stringContaining("donor names no donor of these cells")]);
  });

  test("few pairs among many donors: donors are compared with donors, and what that does to p is said", async () => {
    const groups = [...both("a"), ...["b", "c", "d"].map((d) => one(d, "stim")), ...["e", "f", "g"].map((d) => one(d, "ctrl"))];
    const found = await designOf(groups);
    expect(found).toMatchObject({ kind: "mixed", tested: "independent", both: 1 });
    expect(found.notes.join(" ")).toContain("p values are then too large rather than too small");
    const paired = await designOf(groups, { pairing: "paired" });
    expect(paired.refusals[0]).toContain("1 donor in both conditions; differences within donors need 3");
    const pairs = await designOf([...both("a"), ...both("b"), ...both("c"), one("d", "stim"), one("e", "ctrl")]);
    expect(pairs).toMatchObject({ kind: "mixed", tested: "paired", both: 3 });
  });

  test("a type that few donors have is described while others are tested", async () => {
    const rare = ["a", "b", "c", "d"].map((donor, i) => one(donor, i < 2 ? "stim" : "ctrl", { type: "B", cells: donor === "a" ? 5 : 12 }));
    const found = await designOf([...["a", "b"].map((d) => one(d, "stim")), ...["c", "d"].map((d) => one(d, "ctrl")), ...rare]);
    expect(found.types.map(({ type, isTested, donors }) => [type, isTested, donors])).toEqual([
      ["B", false, [1, 2]],
      ["T", true, [2, 2]],
    ]);
    expect(found.notes.join(" ")).toContain("Only described: B (1 donor of stim and 2 donors of ctrl");
  });

  test("batches that differ wholly between the conditions are named; as a covariate they leave nothing to test", async () => {
    const groups = ["a", "b", "c", "d"].map((d, i) => one(d, i < 2 ? "stim" : "ctrl", { batch: i < 2 ? "monday" : "friday" }));
    const seen = await designOf(groups);
    expect(seen.confounded).toEqual([{ column: "batch", words: expect.stringContaining("stim: monday; ctrl: friday") }]);
    expect(seen.tested).toBe("independent");
    const taken = await designOf(groups, { covariates: ["batch"] });
    expect(taken.tested).toBe("none");
    expect(taken.refusals[0]).toContain("the condition and batch are confounded");
    const crossed = ["a", "b", "c", "d", "e", "f"].map((d, i) => one(d, i < 3 ? "stim" : "ctrl", { batch: i % 2 ? "monday" : "friday" }));
    const fine = await designOf(crossed, { covariates: ["batch"] });
    expect(fine).toMatchObject({ tested: "independent", confounded: [] });
    expect(fine.covariates).toEqual([{ column: "batch", isUsed: true, words: "taken out, 2 values" }]);
  });

  test("covariates: ages are numbers; what is the same within pairs is not needed, and what varies within a sample is left", async () => {
    const groups = ["a", "b", "c", "d", "e", "f"].map((d, i) =>
      one(d, i < 3 ? "stim" : "ctrl", { age: 20 + 7 * i * i, sex: i % 2 ? "f" : "m" }),
    );
    const found = await designOf(groups, { covariates: ["age", "sex"] });
    expect(found.covariates.map(({ column, isUsed }) => [column, isUsed])).toEqual([
      ["age", true],
      ["sex", true],
    ]);
    const pairs = ["a", "b", "c"].flatMap((d, i) => both(d, 20, { sex: i % 2 ? "f" : "m" }));
    const within = await designOf(pairs, { covariates: ["sex"] });
    expect(within.covariates[0]).toMatchObject({ isUsed: false, words: expect.stringContaining("the same within every donor") });
    const mixed = await designOf([...groups, one("a", "stim", { sex: "f" })], { covariates: ["sex"] });
    expect(mixed.covariates[0]).toMatchObject({
      isUsed: false,
      words: expect.stringContaining("cells of a in one condition differ in it"),
    });
    const spent = await designOf(groups.slice(1, 5), { covariates: ["age", "sex"] });
    expect(spent.refusals[0]).toContain("leave 0 degrees of freedom");
  });

  test("one level against the rest, three levels, and questions that make no sense", async () => {
    const groups = ["x", "y", "z"].flatMap((level, i) => ["a", "b"].map((d) => one(`${d}${i}`, level)));
    const engine = await open(await file(groups));
    const found = await engine.call("compareDesign", asked({ levels: ["y", null] }));
    expect(found.sides.map(({ label, donors }) => [label, donors])).toEqual([
      ["y", 2],
      ["other than y", 4],
    ]);
    const refused = (given: Partial<CompareQuestion>) => engine.call("compareDesign", asked(given)).catch((error: Error) => error.message);
    expect(await refused({})).toContain("condition has 3 levels (x, y, z): say which two");
    expect(await refused({ levels: ["y", "w"] })).toContain("condition has no level w");
    expect(await refused({ levels: ["y", "y"] })).toContain("cannot be compared with itself");
    // A column of numbers has a level for every cell: a sentence names some.
    const words = await designOf(Array.from({ length: 30 }, (_, i) => one("a", `level ${i}`, { cells: 1 }))).catch(String);
    expect(words).toContain("condition has 30 levels");
    expect(words).toContain("and 18 more)");
    expect(await refused({ condition: "arm" })).toContain("no column named arm");
    expect(await refused({ donors: "condition" })).toContain("cannot be both");
    expect(await refused({ levels: ["x", "y"], minCells: 0 })).toContain("from a whole number of cells on");
  });
});

describe.skipIf(!hasCore || !hasData)("designs of real files", () => {
  const { open } = useEngine();
  const engines: Record<string, TestEngine> = {};
  const designs: Record<string, CompareDesign> = {};
  beforeAll(async () => {
    const questions: Record<string, Partial<CompareQuestion>> = {
      kang_harmony_counts: { types: { kind: "column", column: "cell_type" } },
      kang_stim_ctrl1556_1267g_counts: { types: { kind: "column", column: "cell_type" } },
      colon_epithelium_tumour_normal_counts: { condition: "disease", types: { kind: "column", column: "cell_type" } },
      vangalen_marrow_aml_counts: { condition: "disease", types: { kind: "column", column: "cell_type_by_marker" } },
    };
    for (const [name, question] of Object.entries(questions)) {
      engines[name] = await open(dataFile(`labelled/${name}.h5ad`));
      designs[name] = await engines[name].call("compareDesign", asked(question));
    }
  });

  test("Kang: most stimulated cells have no named donor, so that p values are withheld and cells are described", () => {
    const found = designs.kang_harmony_counts!;
    expect(found.sides.map(({ label, cells, donors }) => [label, cells, donors])).toEqual([
      ["IFN-beta", 1000, 2],
      ["control", 1000, 8],
    ]);
    expect(found.unnamed).toEqual([941, 46]);
    expect(found.tested).toBe("none");
    expect(found.refusals).toEqual([
      "No p value is given: 941 of 1,000 cells of IFN-beta have no named donor, and the 2 donors of the rest cannot stand for them.",
    ]);
    expect(found.types.every(({ isTested, whyNot }) => !isTested && whyNot !== null)).toBe(true);
  });

  test("Kang, two donors in both conditions: described", () => {
    const found = designs.kang_stim_ctrl1556_1267g_counts!;
    expect(found).toMatchObject({ kind: "paired", tested: "none", both: 2 });
    expect(found.refusals[0]).toContain("2 differences leave 1 degree of freedom");
  });

  test("colon: 7 normal and 10 tumour donors, 3 in both; marrow: 14 leukaemic, and 6 healthy of which two are sorted cells of one", () => {
    expect(designs.colon_epithelium_tumour_normal_counts).toMatchObject({ kind: "mixed", tested: "independent", both: 3, refusals: [] });
    expect(designs.colon_epithelium_tumour_normal_counts!.sides.map(({ label, donors }) => [label, donors])).toEqual([
      ["colorectal cancer", 10],
      ["normal", 7],
    ]);
    const marrow = designs.vangalen_marrow_aml_counts!;
    expect(marrow).toMatchObject({ kind: "independent", tested: "independent" });
    expect(marrow.sides.map(({ donors }) => donors)).toEqual([14, 6]);
  });
});
