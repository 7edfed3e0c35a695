import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { unwrap } from "../../../../../web/src/engine/base/core";
import { evaluate } from "../../../../../web/src/engine/steps/trust/evaluate";
import { breakdown } from "../../../../../web/src/engine/steps/trust/breakdown";
import { agreement, confused } from "../../../../../web/src/engine/steps/trust/cells";
import { truthFor } from "../../../../../web/src/engine/steps/trust/labels";
import { ontology, TERMS } from "../../../../../web/src/engine/steps/trust/is-a";
import { landscape } from "../../../../../web/src/engine/steps/trust/landscape";
import { withhold } from "../../../../../web/src/engine/steps/trust/withhold";
import { HeadStore, ModelResults } from "../../../../../web/src/engine/file/scores";
import type { OpenedFile } from "../../../../../web/src/engine/file/opened-file";
import type { HeadInfo } from "../../../../../web/src/contract/types";
import { hasCore } from "../../../support/engine";
import { addModel, asset, plantedFile, randomness, type Planted } from "../../../support/planted";

const CLASSES = ["B cell", "natural killer cell", "classical monocyte", "platelet", "mast cell", "neutrophil"];
const IDS = ["CL:0000236", "CL:0000623", "CL:0000860", "CL:0000233", "CL:0000097", "CL:0000775"];
const HEAD: HeadInfo = { phenotype: "cell_type", temperature: 1, classes: CLASSES.map((label, i) => ({ label, ontologyId: IDS[i]! })) };
const CELLS = 6000;
const DONORS = 16;

interface Truths {
  /** Logits are this many times too large. */
  over?: number;
  /** How the logits shrink with age: entropy rises. */
  fading?: boolean;
  /** Cells of a type the model does not know; `isFelt`: their logits are flat. */
  unknown?: "felt" | "unfelt";
  seed?: number;
}

/** Labels drawn from the very probabilities the model then says, but for what is planted. */
async function planted({ over = 1, fading = false, unknown, seed = 3 }: Truths): Promise<Planted> {
  const random = randomness(seed);
  const logits = new Float32Array(CELLS * CLASSES.length);
  const cellType: string[] = [];
  const donor: string[] = [];
  const age: string[] = [];
  const condition: string[] = [];
  for (let cell = 0; cell < CELLS; cell++) {
    const of = cell % DONORS;
    const years = 20 + 4 * of;
    const size = fading ? 3.2 - 0.03 * years : 1.8;
    const isNew = unknown !== undefined && cell % 5 === 0;
    const row = Array.from({ length: CLASSES.length }, () => random.normal() * (isNew && unknown === "felt" ? 0.2 : size));
    const weights = row.map(Math.exp);
    cellType.push(isNew ? "mystery cell" : CLASSES[random.pick(weights)]!);
    row.forEach((logit, c) => {
      logits[cell * CLASSES.length + c] = logit * over;
    });
    donor.push(`donor ${of}`);
    age.push(`${years}-year-old stage`);
    condition.push(of % 2 === 0 ? "normal" : "lupus");
  }
  const made = await plantedFile({ cell_type: cellType, donor, development_stage: age, disease: condition });
  addModel(made, "planted", HEAD, logits);
  return made;
}

const QUESTION = { phenotype: "cell_type", column: "cell_type", models: ["planted"], donors: "donor" };

describe.skipIf(!hasCore)("trust on planted data", () => {
  test("a calibrated model is found calibrated, and keeps its temperature", async () => {
    const { core, file } = await planted({});
    const {
      metrics: [found],
      units,
      donors,
    } = await evaluate(core, file, QUESTION);
    expect([donors, units, found!.cells, found!.unmatchedCells]).toEqual(["donor", DONORS, CELLS, 0]);
    expect(found!.calibration.eceMass).toBeLessThan(0.03);
    expect(found!.temperature!.temperature).toBeGreaterThan(0.9);
    expect(found!.temperature!.temperature).toBeLessThan(1.1);
    expect(found!.unknown).toBeNull();
    const { top1 } = found!.intervals;
    expect(top1.low).toBeLessThan(top1.value);
    expect(top1.high).toBeGreaterThan(top1.value);
    expect(top1.value).toBeCloseTo(found!.topK[0]!.value, 12);
    const all = found!.coverage.curve.at(-1)!;
    expect([all.cells, all.right / all.cells]).toEqual([CELLS, found!.topK[0]!.value]);
  });

  test("a model three times too sure is found so, and its temperature heals it on other donors", async () => {
    const { core, file } = await planted({ over: 3 });
    const {
      metrics: [found],
    } = await evaluate(core, file, QUESTION);
    expect(found!.calibration.eceMass).toBeGreaterThan(0.1);
    expect(found!.temperature!.temperature).toBeGreaterThan(2.7);
    expect(found!.temperature!.temperature).toBeLessThan(3.3);
    expect(found!.temperature!.after.eceMass).toBeLessThan(0.04);
    expect(found!.temperature!.after.nll).toBeLessThan(found!.temperature!.before.nll);
  });

  test("an entropy that rises with age is found, among donors; one that does not is not", async () => {
    const request = { model: "planted", phenotype: "cell_type", by: "development_stage", donors: "donor", diseases: "disease" };
    const rising = await planted({ fading: true });
    const found = await landscape(rising.core, rising.file, request);
    expect([found.isOrdered, found.groups.length, found.points.length, found.groups[0]!.years]).toEqual([true, DONORS, DONORS, 20.5]);
    expect(found.trends.map(({ of }) => of)).toEqual(["all", "healthy", "diseased"]);
    expect(found.trends[0]!.low).toBeGreaterThan(0);
    expect(found.matchedTrend!.low).toBeGreaterThan(0);
    expect(found.healthDifference!.low).toBeLessThan(0);
    expect(found.healthDifference!.high).toBeGreaterThan(0);
    const flat = await planted({});
    const none = await landscape(flat.core, flat.file, request);
    expect(none.trends[0]!.pValue).toBeGreaterThan(0.01);
    expect(none.groups.every(({ donors }) => donors === 1)).toBe(true);
    const without = await landscape(rising.core, rising.file, { ...request, donors: undefined as never });
    expect(without.trends[0]!.points).toBe(CELLS);
    expect(Math.abs(without.trends[0]!.slope - found.trends[0]!.slope)).toBeLessThan(1e-4);
    // Over cells alone nearly any trend would be called real: it is described, not tested.
    for (const told of [...without.trends, without.matchedTrend!]) expect([told.pValue, told.low, told.high]).toEqual([NaN, NaN, NaN]);
    for (const group of without.groups) expect([group.pValue, group.adjusted]).toEqual([NaN, NaN]);
  });

  test("groups that differ are told from those that do not, and by depth alone when depth is all", async () => {
    const random = randomness(9);
    const cells = 4000;
    const depth = Float32Array.from({ length: cells }, () => 500 + 4000 * random.uniform());
    const deep = Array.from(depth, (counts) => (random.uniform() < counts / 5000 ? "deep lab" : "shallow lab"));
    const odd = Array.from({ length: cells }, (_, i) => ["a", "b", "c"][i % 3]!);
    const donor = Array.from({ length: cells }, (_, i) => `D${Math.floor(i / 3) % 12}`);
    const made = await plantedFile({ lab: deep, odd, donor }, depth);
    const logits = Float32Array.from({ length: cells * 6 }, (_, i) => random.normal() * (depth[Math.floor(i / 6)]! / 1500));
    addModel(made, "planted", HEAD, logits);
    const byLab = await landscape(made.core, made.file, { model: "planted", phenotype: "cell_type", by: "lab", donors: "donor" });
    const lab = byLab.groups.find(({ label }) => label === "deep lab")!;
    expect(lab.adjusted).toBeLessThan(0.001);
    expect(Math.abs(lab.matched!.difference)).toBeLessThan(Math.abs(lab.difference) / 4);
    expect(byLab.depth!.correlation).toBeLessThan(-0.5);
    const byChance = await landscape(made.core, made.file, { model: "planted", phenotype: "cell_type", by: "odd", donors: "donor" });
    for (const group of byChance.groups) expect(group.adjusted).toBeGreaterThan(0.01);
  });

  test("an unknown type is told from the known ones where the model feels it, and not where it does not", async () => {
    const felt = await planted({ unknown: "felt" });
    const {
      metrics: [found],
    } = await evaluate(felt.core, felt.file, QUESTION);
    expect(found!.unmatchedCells).toBe(CELLS / 5);
    const entropy = found!.unknown!.find(({ score }) => score === "entropy")!.roc;
    expect([entropy.positives, entropy.negatives]).toEqual([CELLS / 5, (CELLS * 4) / 5]);
    expect(entropy.auroc.low).toBeGreaterThan(0.9);
    expect(entropy.auprc).toBeGreaterThan(0.7);
    const unfelt = await planted({ unknown: "unfelt" });
    const {
      metrics: [blind],
    } = await evaluate(unfelt.core, unfelt.file, QUESTION);
    const none = blind!.unknown!.find(({ score }) => score === "entropy")!.roc.auroc;
    expect(none.low).toBeLessThan(0.52);
    expect(none.high).toBeGreaterThan(0.48);
    expect(none.high).toBeLessThan(0.6);
  });

  test("a withheld class is called by the others; its entropy is that of the others alone", async () => {
    const { core, file } = await planted({});
    const found = await withhold(core, file, { ...QUESTION, model: "planted", label: "B cell" });
    const labels = await file.column("cell_type");
    const isB = labels.kind === "number" ? [] : Array.from(labels.codes, (code) => labels.categories[code] === "B cell");
    expect(found.cells).toBe(isB.filter(Boolean).length);
    expect(found.called.reduce((sum, { cells }) => sum + cells, 0)).toBe(found.cells);
    expect(found.called.map(({ label }) => label)).not.toContain("B cell");
    const { top, probability } = file.result("planted").heads[0]!;
    const score = Float32Array.from({ length: CELLS }, (_, cell) => {
      const others = [...probability.subarray(cell * 6, cell * 6 + 6)].filter((_, i) => top[cell * 6 + i] !== 0);
      const sum = others.reduce((a, b) => a + b, 0);
      return -others.reduce((h, p) => h + (p / sum) * Math.log(p / sum), 0);
    });
    const wanted = unwrap(core.roc({ score, positive: Uint8Array.from(isB, Number) })).auroc.value;
    expect(found.doubts.find((one) => one.score === "entropy")!.roc.auroc.value).toBeCloseTo(wanted, 4);
  });

  test("two models side by side: the better one is better by its interval, a copy of itself is not", async () => {
    const made = await planted({});
    const random = randomness(77);
    const { store } = { store: made.file.result("planted").heads[0]! };
    // The same probabilities with noise: a worse model of the same cells.
    const noisy = new Float32Array(CELLS * 6);
    const same = new Float32Array(CELLS * 6);
    for (let cell = 0; cell < CELLS; cell++) {
      for (let i = 0; i < 6; i++) {
        const logit = Math.log(store.probability[cell * 6 + i]! + 1e-9);
        same[cell * 6 + store.top[cell * 6 + i]!] = logit;
        noisy[cell * 6 + store.top[cell * 6 + i]!] = logit + random.normal() * 2;
      }
    }
    addModel(made, "noisy", HEAD, noisy);
    addModel(made, "same", HEAD, same);
    const { pairs, comparisons, metrics } = await evaluate(made.core, made.file, { ...QUESTION, models: ["planted", "noisy", "same"] });
    expect(metrics).toHaveLength(3);
    expect(pairs.map(({ models }) => models.join())).toEqual(["planted,noisy", "planted,same", "noisy,same"]);
    expect(pairs[0]!.differences.top1.low).toBeGreaterThan(0);
    expect(comparisons[0]!.pValue).toBeLessThan(1e-6);
    expect([pairs[1]!.differences.top1.low, pairs[1]!.differences.top1.high, pairs[1]!.agree]).toEqual([0, 0, CELLS]);
    const map = await agreement(made.core, made.file, { ...QUESTION, models: ["planted", "noisy"] });
    const only = map.reduce((sum, code) => sum + Number(code === 1), 0);
    expect(only).toBe(comparisons[0]!.onlyFirst);
    const byDonor = await breakdown(made.core, made.file, { ...QUESTION, models: ["planted", "noisy"], by: "donor" });
    expect(byDonor.models[0]!.groups.reduce((sum, group) => sum + group.topK[0]!.value * group.cells, 0) / CELLS).toBeCloseTo(
      metrics[0]!.topK[0]!.value,
      10,
    );
    const cells = await confused(made.core, made.file, { ...QUESTION, model: "planted", label: "B cell", predicted: "platelet" });
    const { confusion } = metrics[0]!;
    expect(cells.length).toBe(confusion.counts[confusion.labels.indexOf("B cell")]![confusion.labels.indexOf("platelet")]);
  });

  test("a subtype is right by the ontology and a parent is wrong; broader labels count only there", async () => {
    const made = await plantedFile({ cell_type: ["monocyte", "monocyte", "classical monocyte", "leukocyte", "B cell", "no such cell"] });
    const say = [2, 0, 2, 5, 1, 0];
    addModel(
      made,
      "planted",
      HEAD,
      Float32Array.from({ length: 36 }, (_, i) => (say[Math.floor(i / 6)] === i % 6 ? 5 : 0)),
    );
    const ask = { phenotype: "cell_type", column: "cell_type", models: ["planted"] };
    const strict = await evaluate(made.core, made.file, ask);
    expect([strict.metrics[0]!.cells, strict.metrics[0]!.topK[0]!.value]).toEqual([2, 0.5]);
    const byOntology = await evaluate(made.core, made.file, { ...ask, scoring: "ontology" });
    expect([byOntology.metrics[0]!.cells, byOntology.metrics[0]!.topK[0]!.value]).toEqual([5, 3 / 5]);
    expect(byOntology.metrics[0]!.confusion.labels).toContain("monocyte");
  });

  test("labels that say nothing, are all wrong, or are one class give what can be said", async () => {
    const made = await plantedFile({
      cell_type: ["B cell", "B cell", "B cell"],
      one: ["mast cell", "mast cell", "B cell"],
      none: ["x", "y", "z"],
    });
    addModel(
      made,
      "planted",
      HEAD,
      Float32Array.from({ length: 18 }, (_, i) => (i % 6 === 0 ? 4 : 0)),
    );
    const ask = { phenotype: "cell_type", models: ["planted"] };
    const same = (await evaluate(made.core, made.file, { ...ask, column: "cell_type" })).metrics[0]!;
    expect([same.topK[0]!.value, same.temperature, same.wrong[0]!.roc.auroc.value]).toEqual([1, null, NaN]);
    const none = (await evaluate(made.core, made.file, { ...ask, column: "none" })).metrics[0]!;
    expect([none.cells, none.topK[0]!.value, none.calibration.nll, none.coverage.curve]).toEqual([0, NaN, NaN, []]);
    const one = (await evaluate(made.core, made.file, { ...ask, column: "one" })).metrics[0]!;
    expect(one.topK[0]!.value).toBeCloseTo(1 / 3);
    await expect(evaluate(made.core, made.file, { ...ask, column: "cell_type", models: [] })).rejects.toThrow("predicts cell_type");
    await expect(withhold(made.core, made.file, { ...ask, column: "cell_type", model: "planted", label: "odd cell" })).rejects.toThrow(
      "no class odd cell",
    );
  });
});

test("of many cells five classes keep their probabilities and the others their order", () => {
  const probability = Float32Array.from([0.3, 0.2, 0.1, 0.1, 0.05, 0.05, 0.05, 0.05, 0.04, 0.03]);
  for (const classes of [12, 300]) {
    const head: HeadInfo = {
      phenotype: "cell_type",
      temperature: 1,
      classes: Array.from({ length: classes }, (_, i) => ({ label: `${i}`, ontologyId: "" })),
    };
    const top = Uint16Array.from({ length: 10 }, (_, i) => classes - 1 - i);
    const part = {
      k: 10,
      top,
      probability,
      entropy: Float32Array.of(2),
      rest: Float32Array.of(0.03),
      restSquares: Float32Array.of(0.0005),
    };
    for (const [cells, k, rest] of [
      [300_000, 10, 0.03],
      [300_001, 5, 0.25],
    ] as const) {
      const store = new HeadStore(head, cells);
      store.put({ first: 7, count: 1 }, part);
      expect([store.k, store.ranked, ...store.top.subarray(7 * k, 8 * k), ...store.tail.subarray(7 * (10 - k), 8 * (10 - k))]).toEqual([
        k,
        10,
        ...top,
      ]);
      expect(store.rest[7]).toBeCloseTo(rest, 6);
      const squares = [...store.probability.subarray(7 * k, 8 * k)].reduce((sum, p) => sum + p * p, store.restSquares[7]!);
      expect(squares).toBeCloseTo(
        [...probability].reduce((sum, p) => sum + p * p, 0.0005),
        6,
      );
    }
  }
});

test.skipIf(!hasCore)("top-10 of a file of many cells is what it would be of a small one", async () => {
  const { core } = await plantedFile({ cell_type: ["B cell"] });
  const classes = Array.from({ length: 12 }, (_, i) => ({ label: `class ${i}`, ontologyId: "" }));
  const labelled = 400;
  const measured = async (cells: number) => {
    const column = {
      kind: "category" as const,
      name: "cell_type",
      categories: classes.map(({ label }) => label),
      codes: Int32Array.from({ length: cells }, (_, cell) => (cell < labelled ? (cell * 5) % 12 : -1)),
    };
    const one = new ModelResults("one", [{ phenotype: "cell_type", temperature: 1, classes }], cells);
    const logits = Float32Array.from({ length: labelled * 12 }, (_, i) => Math.sin(i * 7.3));
    const analysis = new core.Analysis();
    unwrap(analysis.set_genes({ ids: "CD3E", alternatives: [], values: "counts" }));
    const { handle } = unwrap(
      analysis.add_encoder({
        genes_tsv: "symbol\tensembl_id\taliases\tscale\nCD3E\tENSG00000198851\t\t1\n",
        name: "gene-values",
        target_sum: 1e4,
        max_genes: 1,
        heads: [12],
        temperatures: [1],
      }),
    );
    one.put(
      core,
      { first: 0, count: labelled },
      { heads: [unwrap(analysis.score(handle, { head: 0, logits }))], embedding: new Float32Array(labelled * 2), dims: 2 },
    );
    analysis.delete();
    const file = {
      kept: new Map(),
      analyzed: { matrix: "X", results: new Map([["one", one]]), quality: { totals: new Float32Array(cells).fill(1000) } },
      asset,
      info: { name: "many", cells, columns: [{ name: "cell_type", kind: "category" }] },
      result: () => one,
      column: async () => column,
    };
    return (await evaluate(core, file as unknown as OpenedFile, { phenotype: "cell_type", column: "cell_type", models: ["one"] }))
      .metrics[0]!;
  };
  const [few, many] = [await measured(labelled), await measured(300_001)];
  expect(many.topK).toEqual(few.topK);
  expect(many.topK).toHaveLength(10);
  expect(many.intervals.top10).toEqual(few.intervals.top10);
});

test("the ontology knows what is above what, by id and by name", async () => {
  const terms = await ontology(asset);
  expect(terms.isA("CL:0000860", "CL:0000738")).toBe(true);
  expect(terms.isA("CL:0000738", "CL:0000860")).toBe(false);
  expect(terms.isA("UBERON:0000956", "UBERON:0000955")).toBe(true);
  expect(terms.isA("MONDO:0005061", "MONDO:0005138")).toBe(true);
  expect(terms.termOf("T cells")).toBe("CL:0000084");
  expect(terms.termOf("nerve cell")).toBe("CL:0000540");
  expect(terms.termOf("anything", "cl:0000540")).toBe("CL:0000540");
  expect(terms.termOf("no such cell")).toBeUndefined();
  expect(terms.acceptedFor("CL:0000576", HEAD.classes)).toEqual([2]);
  expect(terms.acceptedFor("CL:0000540", HEAD.classes)).toEqual([]);
});

test("every ontology id of a released class is a term of that name, every parent is a term, nothing is above itself", async () => {
  const terms = await ontology(asset);
  for (const line of readFileSync("models/classes.tsv", "utf8").trim().split("\n").slice(1)) {
    const [, label = "", id = ""] = line.split("\t");
    if (/^(CL|UBERON|MONDO):/.test(id)) expect([id, terms.nameOf(id)]).toEqual([id, label]);
  }
  const ids = new TextDecoder()
    .decode(await asset(TERMS))
    .trimEnd()
    .split("\n")
    .slice(2)
    .map((line) => line.split("\t")[0]!);
  expect(ids.length).toBeGreaterThan(6000);
  for (const id of ids) {
    for (const parent of terms.parentsOf(id)) expect(terms.nameOf(parent)).not.toBe(parent);
    expect(terms.above(id).has(id)).toBe(false);
  }
});

test("a label is another name of a class, a kind of one, or above some of them; what is above all says nothing", async () => {
  const classes = [
    { label: "B cell", ontologyId: "CL:0000236" },
    { label: "T cell", ontologyId: "CL:0000084" },
    { label: "CD4-positive, alpha-beta T cell", ontologyId: "CL:0000624" },
    { label: "neuron", ontologyId: "CL:0000540" },
  ];
  const labels = [
    "nerve cell",
    "naive B cell",
    "naive thymus-derived CD4-positive, alpha-beta T cell",
    "lymphocyte",
    "somatic cell",
    "unheard of",
  ];
  const column = { kind: "category" as const, name: "type", categories: labels, codes: Int32Array.from(labels.keys()) };
  const ids = { ...column, categories: ["", "", "CL:0000895", "", "", ""] };
  const { matches } = truthFor({ column, ids, terms: await ontology(asset) }, classes, { phenotype: "cell_type", column: "type" });
  expect(matches.map(({ label, code, by }) => [label, code, by])).toEqual([
    ["nerve cell", 3, "synonym"],
    ["naive B cell", 0, "synonym"],
    [labels[2], 2, "narrower"],
    ["lymphocyte", -1, "broader"],
    ["somatic cell", -1, "none"],
    ["unheard of", -1, "none"],
  ]);
});
