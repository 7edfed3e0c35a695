import { describe, expect, test } from "vitest";
import type { Light, LightColor } from "../../../../../web/src/contract/trust";
import type { HeadInfo } from "../../../../../web/src/contract/types";
import type { Models } from "../../../../../web/src/engine/model/models";
import { barcodeHash } from "../../../../../web/src/engine/steps/trust/seen";
import { trustLights, verdictOf } from "../../../../../web/src/engine/steps/trust/lights";
import { addModel, plantedFile, type Planted } from "../../../support/planted";
import { hasCore } from "../../../support/engine";

const CELLS = 100;
const head = (labels: string[], more: Partial<HeadInfo> = {}): HeadInfo => ({
  phenotype: "cell_type",
  temperature: 1,
  classes: labels.map((label) => ({ label, ontologyId: "" })),
  ...more,
});
const THREE = head(["B cell", "T cell", "monocyte"]);

/** Logits of cells that are surely of these classes. */
const sure = (codes: number[], classes = 3) =>
  Float32Array.from({ length: codes.length * classes }, (_, i) => (i % classes === codes[Math.floor(i / classes)] ? 8 : 0));
const codes = (classes = 3) => Array.from({ length: CELLS }, (_, cell) => cell % classes);

/** Models whose folders keep `seen.json` of these barcodes, or none. */
function folders(barcodes?: string[]): Models {
  const bytes = new Uint8Array(Uint32Array.from((barcodes ?? []).map(barcodeHash)).buffer);
  const text = JSON.stringify({ sets: [{ name: "a study", cells: 3, hashes: btoa(String.fromCharCode(...bytes)) }] });
  return {
    folder: (name: string) => ({
      has: (key: string) => key === "seen" && barcodes !== undefined,
      text: async () => text,
      info: { title: name },
    }),
  } as unknown as Models;
}

async function asked(
  { core, file }: Planted,
  model = "first",
  more: { barcodes?: string[]; scored?: { cells: number; unmatched: number; ece: number } } = {},
) {
  const { barcodes, scored } = more;
  const found = await trustLights(core, file, folders(barcodes), { model, phenotype: "cell_type", ...(scored ? { scored } : {}) });
  return { ...found, of: (name: Light["name"]) => found.lights.find((light) => light.name === name) };
}

const planted = () => plantedFile({ cell_type: Array.from({ length: CELLS }, () => "x") });

describe.skipIf(!hasCore)("the lights of trust", () => {
  test("genes count by what they carry for the head's classes, not by number", async () => {
    const made = await planted();
    addModel(made, "first", THREE, sure(codes()));
    const { analyzed } = made.file;
    const light = async (found: number, carried: number[], isFitted = false) => {
      const verdict = found < 50 ? ("refused" as const) : found < 500 ? ("notice" as const) : ("ok" as const);
      analyzed.coverage = [{ model: "first", found, vocabulary: 1000, verdict, reason: "By number." }];
      analyzed.genesOf.set("first", { isFitted, carried });
      return (await asked(made)).of("genes")!;
    };
    expect(await light(700, [0.8])).toMatchObject({ color: "green", figure: 0.8 });
    expect(await light(700, [0.3])).toMatchObject({ color: "amber", figure: 0.3 });
    expect(await light(700, [0.01])).toMatchObject({ color: "red", figure: 0.01 });
    // A panel: green only where the model was fitted to it.
    expect(await light(100, [0.8], true)).toMatchObject({ color: "green", figure: 0.8, says: expect.stringContaining("fitted") as string });
    expect(await light(100, [0.8])).toMatchObject({ color: "amber", says: expect.stringContaining("may be poor") as string });
    // A model that was refused, and one that does not tell what its genes carry.
    expect(await light(10, [0.9], true)).toMatchObject({ color: "red", figure: 0.01, says: "By number." });
    expect(await light(100, [])).toMatchObject({ color: "amber", figure: 0.1, says: "By number." });
  });

  test("one model alone, sure of every cell, is not called good: nothing was checked that can tell wrong labels", async () => {
    const made = await planted();
    addModel(made, "first", THREE, sure(codes()));
    const found = await asked(made);
    expect(found.of("disagreement")).toMatchObject({ color: "none", figure: null });
    expect(found.of("confidence")).toMatchObject({ color: "green", figure: 0 });
    expect(found.color).toBe("none");
    expect(found.title).toMatch(/^Not checked enough to say \(\d of \d checks could be made\)$/);
  });

  test("models that disagree in a tenth of the cells are amber, in half red, in none green; classes meet by id or name", async () => {
    for (const [share, color] of [
      [0, "green"],
      [0.1, "amber"],
      [0.5, "red"],
    ] as [number, LightColor][]) {
      const made = await planted();
      addModel(made, "first", head(["B cell", "T cell", "monocyte"]), sure(codes()));
      const other = head(["Monocyte", "other", "T cell ", "b cell"]);
      const same = [3, 2, 0];
      addModel(
        made,
        "second",
        other,
        sure(
          codes().map((code, cell) => (cell < share * CELLS ? 1 : same[code]!)),
          4,
        ),
      );
      const found = await asked(made);
      expect(found.of("disagreement")).toMatchObject({ color, figure: share });
      expect(found.color).toBe(color);
    }
  });

  test("coverage is of the matrix that was analysed, not of the one that the file would be read by", async () => {
    const made = await planted();
    addModel(made, "first", THREE, sure(codes()));
    made.file.info.coverage = [{ model: "first", found: 80, vocabulary: 100, verdict: "ok", reason: "of all genes" }];
    made.file.analyzed.coverage = [{ model: "first", found: 12, vocabulary: 100, verdict: "notice", reason: "of few genes" }];
    expect((await asked(made)).of("genes")).toMatchObject({ color: "amber", figure: 0.12, says: "of few genes" });
  });

  test("a model whose classes the other does not have is not compared", async () => {
    const made = await planted();
    addModel(made, "first", THREE, sure(codes()));
    addModel(made, "second", head(["hepatocyte", "neuron", "B cell"]), sure(codes()));
    expect((await asked(made)).of("disagreement")!.color).toBe("none");
  });

  test("with two classes confidence is not measured; what the model's card warns of is a light", async () => {
    const made = await planted();
    const says = "On donors left out this is near chance.";
    addModel(made, "first", head(["male", "female"], { caution: { color: "red", says } }), sure(codes(2), 2));
    const found = await asked(made);
    expect(found.of("confidence")).toMatchObject({ color: "none" });
    expect(found.of("card")).toMatchObject({ color: "red", says });
    expect([found.color, found.title]).toEqual(["red", "Warning: do not rely on these labels"]);
  });

  test("calibration counts only where half of the labelled cells have a label that the model knows", async () => {
    const made = await planted();
    addModel(made, "first", THREE, sure(codes()));
    const few = await asked(made, "first", { scored: { cells: 376, unmatched: 2262, ece: 0.01 } });
    expect(few.of("calibration")).toMatchObject({ color: "none", says: expect.stringContaining("Only 14%") });
    const all = await asked(made, "first", { scored: { cells: 2000, unmatched: 0, ece: 0.19 } });
    expect(all.of("calibration")).toMatchObject({ color: "red", figure: 0.19 });
  });

  test("rows of many genes are samples: red, and their depth is not a cell's", async () => {
    const made = await planted();
    addModel(made, "first", THREE, sure(codes()));
    const median = (value: number) => ({ min: 0, q1: 0, median: value, q3: 0, max: 0, mean: 0, edges: [], counts: [] });
    made.file.analyzed.survey = { detected: median(16_900), totals: median(9e5) } as never;
    const bulk = await asked(made);
    expect(bulk.of("rows")).toMatchObject({ color: "red" });
    expect(bulk.of("depth")).toMatchObject({ color: "none" });
    made.file.analyzed.survey = { detected: median(4200), totals: median(2e6) } as never;
    const deep = await asked(made);
    expect(deep.of("rows")).toBeUndefined();
    expect(deep.of("depth")).toMatchObject({ color: "green" });
  });

  test("a file whose cells are in the training set is told, by barcodes whatever stands around them", async () => {
    const made = await planted();
    addModel(made, "first", THREE, sure(codes()));
    const own = Array.from({ length: CELLS }, (_, cell) => `c${cell}`);
    expect((await asked(made, "first", { barcodes: own.slice(0, 60) })).of("seen")).toMatchObject({ color: "amber", figure: 0.6 });
    expect((await asked(made, "first", { barcodes: own.slice(0, 40) })).of("seen")).toBeUndefined();
    expect((await asked(made)).of("seen")).toBeUndefined();
    // Of several files, one that is: it would be a small share of all cells.
    const few = own.slice(CELLS - 20);
    expect((await asked(made, "first", { barcodes: few })).of("seen")).toBeUndefined();
    const sample = (file: string, cells: number) => ({ sample: file, file, cells });
    made.file.info.study = { samples: [sample("new.h5ad", CELLS - 20), sample("seen.h5ad", 20)] } as never;
    expect((await asked(made, "first", { barcodes: few })).of("seen")).toMatchObject({
      color: "amber",
      figure: 20 / CELLS,
      says: "100% of the cells of seen.h5ad are in the model's training data (a study): scores on them flatter it.",
    });
    // As models/trust.py hashes it.
    expect(barcodeHash("kang_AAACATACAATGCC-1")).toBe(barcodeHash("AAACATACAATGCC"));
    expect(barcodeHash("a")).toBe(0xe40c292c);
  });
});

test("a light that was not measured is not counted, and the worst one speaks", () => {
  const light = (name: Light["name"], color: LightColor): Light => ({
    name,
    color,
    title: "",
    figure: null,
    limits: null,
    says: "",
    rule: "",
  });
  expect(verdictOf([light("genes", "green"), light("disagreement", "green"), light("distance", "none")])).toEqual({
    measured: 2,
    color: "green",
    title: "No warning found (2 of 3 checks could be made)",
  });
  expect(verdictOf([light("disagreement", "green"), light("depth", "amber")]).title).toBe("Use with caution");
  expect(verdictOf([light("genes", "green"), light("depth", "green")]).color).toBe("none");
});
