// The module the page loads, loaded in Node: options refused by name, owned copies, errors as data.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

const folder = process.env.PHENOLENS_WASM;
globalThis.self ??= globalThis;
const { default: load } = await import(pathToFileURL(join(folder, "phenolens_core.mjs")).href);
const core = await load({ wasmBinary: readFileSync(join(folder, "phenolens_core.wasm")) });

const value = (result) => {
  assert.equal(result.ok, true, result.message);
  return result.value;
};
const refusal = (result, code, words) => {
  assert.equal(result.ok, false);
  assert.equal(result.code, code);
  assert.match(result.message, words);
};

const genesTsv =
  "symbol\tensembl_id\taliases\tscale\nACTB\tENSG00000075624\t\t1\nCD3E\tENSG00000198851\tT3E\t2\nMS4A1\tENSG00000156738\tCD20\t1\n";

function linearOptions() {
  const numbers = Float32Array.of(0, 0, 2, -2, -2, 2, /* bias */ 0.5, 0, /* mean */ 0, 0, 0);
  return {
    genes_tsv: genesTsv,
    scale: "norm",
    weights: new Uint8Array(numbers.buffer),
    heads: [2],
    temperatures: [1],
    tensors: [
      { name: "weights", dtype: "float32", shape: [3, 2], offset: 0 },
      { name: "bias", dtype: "float32", shape: [2], offset: 24 },
      { name: "mean", dtype: "float32", shape: [3], offset: 32 },
    ],
  };
}

function analysis(values = "counts") {
  const one = new core.Analysis();
  value(one.set_genes({ ids: "ACTB\nCD3E\nMS4A1\nMT-CO1", alternatives: [], values }));
  return one;
}

const block = () => ({
  first: 10,
  cells: 3,
  genes: 4,
  indptr: BigInt64Array.of(5n, 8n, 10n, 10n),
  indices: Int32Array.of(0, 1, 3, 0, 2),
  values: Float32Array.of(3, 2, 5, 1, 4),
});

test("a block is surveyed, predicted and encoded", () => {
  const one = analysis();
  const { handle, found, vocabulary, by } = value(one.add_linear(linearOptions()));
  assert.deepEqual([handle, found, vocabulary, by.symbol], [0, 3, 3, 3]);
  const encoder = value(
    one.add_encoder({ genes_tsv: genesTsv, name: "gene-values", target_sum: 1e4, max_genes: 2, heads: [2], temperatures: [1] }),
  ).handle;
  value(one.load(block()));
  const survey = value(one.survey());
  assert.deepEqual([...survey.totals], [10, 5, 0]);
  assert.deepEqual([...survey.detected], [3, 2, 0]);
  assert.deepEqual([...survey.mitochondrial], [0.5, 0, 0]);
  const { heads, embedding, dims } = value(one.predict(handle));
  assert.deepEqual([...heads[0].top], [0, 1, 1, 0, 65535, 65535]);
  assert.ok(Math.abs(heads[0].entropy[2] - Math.log(2)) < 1e-6);
  assert.equal(dims, 2);
  assert.equal(embedding.length, 6);
  assert.ok(Number.isNaN(embedding[4]));
  assert.deepEqual([...value(one.token_counts(encoder))], [2, 2, 0]);
  const encoded = value(one.encode(encoder, { cells: Int32Array.of(1, 2, 0) }));
  assert.equal(encoded.length, 2);
  assert.deepEqual([...encoded.lengths], [2, 0, 2]);
  assert.deepEqual([...encoded.genes], [2, 0, 3, 3, 0, 1]);
  assert.deepEqual([...encoded.mask], [1, 1, 0, 0, 1, 1]);
  const bins = value(
    one.add_encoder({ genes_tsv: genesTsv, name: "value-bins", bins: 4, max_genes: 3, heads: [], temperatures: [] }),
  ).handle;
  assert.deepEqual([...value(one.encode(bins, { first: 0, count: 1 })).values], [3, 1]);
  const edges = value(
    one.add_encoder({
      genes_tsv: genesTsv,
      name: "polygene-bins",
      scale: "counts",
      edges: [2, 3],
      max_genes: 3,
      heads: [],
      temperatures: [],
    }),
  ).handle;
  assert.deepEqual([...value(one.encode(edges, { first: 0, count: 1 })).values], [2, 1]);
  const scores = value(one.score(encoder, { head: 0, logits: Float32Array.of(0, 2, 1, 0, NaN, 0), empty: Uint8Array.of(0, 1, 0) }));
  assert.deepEqual([...scores.top], [1, 0, 65535, 65535, 65535, 65535]);
  assert.equal(value(one.components(handle, { components: 2 })).rows, 2);
  const report = value(one.report());
  assert.deepEqual([report.cells, report.emptyCells, report.genes, report.mitochondrialGenes], [3, 1, 4, 1]);
  one.delete();
});

test("arrays that came out stay as they are when the heap grows", () => {
  const one = analysis();
  value(one.load(block()));
  const { totals } = value(one.survey());
  const cells = 200_000;
  value(one.load_dense({ first: 0, cells, genes: 4, values: new Float32Array(cells * 4).fill(2) }));
  assert.deepEqual([...totals], [10, 5, 0]);
  assert.equal(totals.buffer.byteLength, 12);
  one.delete();
});

test("every kind of typed array is taken", () => {
  const results = [Int8Array, Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array].map((type) => {
    const one = analysis();
    value(one.load({ ...block(), indptr: type.of(5, 8, 10, 10), indices: type.of(0, 1, 3, 0, 2), values: type.of(3, 2, 5, 1, 4) }));
    const { totals } = value(one.survey({ genes: true }));
    one.delete();
    return [...totals].join();
  });
  assert.deepEqual([...new Set(results)], ["10,5,0"]);
  assert.equal(value(core.judge_values({ values: Buffer.from([1, 2, 3, 0]), genes: 2 })).kind, "counts");
});

test("wrong options are refused by name", () => {
  const one = analysis();
  refusal(one.load({ ...block(), cell: 3 }), "bad-input", /no option 'cell'/);
  refusal(one.load({ ...block(), cells: "3" }), "bad-input", /'cells' must be a number/);
  refusal(one.load({ ...block(), cells: undefined }), "bad-input", /needs the option 'cells'/);
  refusal(one.load({ ...block(), values: [1, 2] }), "bad-input", /values must be a typed array/);
  refusal(one.load(null), "bad-input", /one object of options/);
  refusal(one.load({ ...block(), indices: Float64Array.of(0, 1.5, 3, 0, 2) }), "bad-file", /indices holds 1.5 at place 1/);
  refusal(one.predict(0), "internal", /no model 0/);
  refusal(one.predict(NaN), "internal", /handle/);
  refusal(one.add_linear({ ...linearOptions(), scale: "none" }), "model", /'none'/);
  refusal(one.set_genes({ ids: "A", alternatives: [], values: "raw" }), "bad-input", /'raw' is no kind of values/);
  one.delete();
});

test("damaged blocks and too large ones are errors, and the next block works", () => {
  const one = analysis();
  refusal(one.load({ ...block(), indptr: Int32Array.of(5, 4, 10, 10) }), "bad-file", /indptr falls/);
  refusal(one.load({ ...block(), values: Float32Array.of(3, 2, NaN, 1, 4) }), "bad-file", /NaN/);
  refusal(one.load({ ...block(), cells: 2 ** 31 - 1, indptr: Int32Array.of(0) }), "bad-file", /indptr has 1 entries/);
  value(one.load(block()));
  assert.deepEqual([...value(one.survey()).totals], [10, 5, 0]);
  one.delete();
});

test("states of lanes merge", () => {
  const [one, other] = [analysis(), analysis()];
  for (const lane of [one, other]) {
    value(lane.add_linear(linearOptions()));
    value(lane.load(block()));
    value(lane.survey());
    value(lane.predict(0));
  }
  value(one.merge(value(other.state())));
  assert.equal(value(one.report()).cells, 6);
  assert.equal(value(one.components(0, { components: 1 })).rows, 4);
  refusal(one.merge(Uint8Array.of(1, 2, 3)), "internal", /state of another lane/);
  refusal(analysis().merge(value(other.state())), "internal", /other genes or models/);
});

test("the declared functions are the bound ones", () => {
  const declared = ["core", "survey"]
    .map((name) => readFileSync(new URL(`../../wasm/bind/phenolens_${name}.d.ts`, import.meta.url), "utf8"))
    .join("\n");
  const functionsOf = (name) => {
    const start = new RegExp(`export interface ${name} (extends \\w+ )?\\{`).exec(declared);
    assert.ok(start, name);
    const body = declared.slice(start.index).split("\n}")[0];
    return [...body.matchAll(/^  (\w+)\(/gm)].map(([, found]) => found);
  };
  for (const name of ["Analysis", "Layout", "Attribution", "Trainer", "Sums", "Projection", "Ranks"]) {
    const bound = Object.getOwnPropertyNames(core[name].prototype).filter((found) => found !== "constructor");
    assert.deepEqual(
      functionsOf(name)
        .filter((found) => found !== "delete")
        .sort(),
      bound.sort(),
      name,
    );
  }
  for (const name of [...functionsOf("CoreModule"), ...functionsOf("SurveyCore")]) assert.equal(typeof core[name], "function", name);
  assert.ok(functionsOf("CoreModule").length > 20 && functionsOf("SurveyCore").length > 5);
});

test("the survey's sums, graph and ranks answer, and refuse what does not fit", () => {
  const lane = analysis();
  const sums = new core.Sums();
  refusal(sums.state(), "internal", /No sums were started/);
  refusal(sums.start({ of: "colours", genes: 3 }), "internal", /no sums of 'colours'/);
  refusal(sums.start({ of: "counts", genes: 3, size: 1 }), "bad-input", /no option 'size'/);
  const near = value(core.find_neighbors({ points: 6, dims: 1, values: Float32Array.of(0, 1, 2, 10, 11, 12), k: 2, seed: 1 }));
  assert.equal(near.exact, true);
  const { k, index, distance } = near;
  assert.deepEqual([...value(core.cluster({ k, index, distance, resolution: 1, starts: 1, seed: 1 })).codes], [0, 0, 0, 1, 1, 1]);
  refusal(core.cluster({ k, index, distance, resolution: -1, starts: 1, seed: 1 }), "bad-input", /above 0/);
  refusal(core.graph_edges({ k, index: Int32Array.of(0, 9), distance: Float32Array.of(1, 1) }), "internal", /none of the points/);
  assert.equal(value(core.agreement({ first: Int32Array.of(0, 0, 1), second: Int32Array.of(1, 1, 0) })).ari, 1);
  const ranks = new core.Ranks();
  value(ranks.start({ from: 0, to: 1, cells: Float64Array.of(2, 2) }));
  refusal(ranks.add(Uint8Array.of(1, 2, 3)), "internal", /damaged/);
  assert.deepEqual([...value(ranks.tests()).z], [0, 0]);
  assert.equal(value(core.normal_tests(Float64Array.of(0))).p[0], 1);
  for (const one of [lane, sums, ranks]) one.delete();
});

test("the error codes are those of the pipeline", () => {
  const words = (path, pattern) => [...readFileSync(new URL(path, import.meta.url), "utf8").matchAll(pattern)].map(([, word]) => word);
  const inCore = words("../../wasm/core/base/error.cpp", /case ErrorCode::\w+: return "([\w-]+)"/g);
  const [listed] = words("../../web/src/contract/errors.ts", /ERROR_CODES = \[([^\]]+)\]/g);
  const inPipeline = [...listed.matchAll(/"([\w-]+)"/g)].map(([, word]) => word);
  assert.ok(inCore.length >= 8);
  assert.deepEqual(inCore, inPipeline);
});

test("functions without state answer", () => {
  assert.equal(core.version(), JSON.parse(readFileSync(new URL("../../package.json", import.meta.url))).version);
  const predictions = {
    k: 1,
    top: Uint16Array.of(0, 1, 1),
    probability: Float32Array.of(0.9, 0.8, 0.4),
    entropy: Float32Array.of(0.1, 0.2, 0.9),
    classes: 2,
  };
  const metrics = value(core.evaluate({ ...predictions, truth: Int32Array.of(0, 1, 0) }));
  assert.equal(metrics.cells, 3);
  assert.deepEqual([...metrics.confusion], [1, 1, 0, 1]);
  assert.equal(metrics.aurocWrong, 1);
  assert.equal(metrics.topK.length, 1);
  assert.equal(value(core.summarize_head({ ...predictions, selection: Uint32Array.of(1, 2) })).classes[0].cells, 2);
  assert.equal(
    value(core.compare({ first: predictions.top, second: Uint16Array.of(1, 1, 0), truth: Int32Array.of(0, 1, 0) })).onlyFirst,
    1,
  );
  assert.equal(value(core.distribution({ values: Float32Array.of(1, 2, 3, NaN), bins: 4 })).median, 2);
  const components = value(core.principal_components({ rows: 3, dims: 2, values: Float32Array.of(0, 0, 1, 1, 2, 2), components: 2 }));
  const positions = value(core.project({ rows: 1, values: Float32Array.of(2, 2), mean: components.mean, rotation: components.rotation }));
  assert.ok(Math.abs(positions[0] - Math.SQRT2) < 1e-6);
  refusal(core.evaluate({ ...predictions, truth: Int32Array.of(0, 7, 0) }), "bad-input", /number 7/);
});

test("attributions of a linear model and of tokens are summed, carried as bytes and reported", () => {
  const one = analysis();
  const { handle } = value(one.add_linear(linearOptions()));
  value(one.load_dense({ first: 0, cells: 2, genes: 4, values: Float32Array.of(5, 0, 1, 0, 0, 3, 0, 9) }));
  const genes = value(one.start_attribution(handle, { head: 0, groups: 1, parts: 2, baselines: new Float32Array(3) }));
  assert.deepEqual([...genes], [0, 1, 2]);
  const of = { cells: Int32Array.of(0, 1), codes: Int32Array.of(0, 0), against: Int32Array.of(1, 1), baselines: Int32Array.of(0, 0) };
  const rows = value(one.attribution_rows(of));
  assert.equal(value(one.attribution_rows({ ...of, genes: Int32Array.of(1) })).length, of.cells.length);
  const scores = value(one.linear_scores(handle, { cells: of.cells }));
  assert.deepEqual(
    [...rows],
    [...scores].map((score, i) => score * [0, 4, -4][i % 3]),
  );
  const { atCell, atBaseline } = value(one.attribute_linear({ ...of, groups: Int32Array.of(0, 0), parts: Int32Array.of(0, 1) }));
  assert.ok(Math.abs(atCell[0] - atBaseline[0] - (rows[0] + rows[1] + rows[2])) < 1e-5);
  value(
    one.add_attributions({
      groups: Int32Array.of(0),
      parts: Int32Array.of(1),
      lengths: Int32Array.of(1),
      genes: Int32Array.of(2),
      values: Float32Array.of(3),
    }),
  );
  const sums = new core.Attribution();
  value(sums.merge(value(one.attribution_state())));
  value(sums.merge(value(one.attribution_state())));
  const report = value(sums.report(0, { by_part: true }));
  assert.equal(report.cells, 6);
  assert.equal(report.parts, 2);
  assert.ok(Math.abs(report.mean[2] - (rows[2] + rows[5] + 3) / 3) < 1e-6);
  assert.ok(report.p instanceof Float64Array);
  refusal(sums.report(3, {}), "internal", /Group 3/);
  refusal(sums.report(0, { by_donor: true }), "bad-input", /by_donor/);
  refusal(one.start_attribution(handle, { head: 0, groups: 1, parts: 1, baselines: new Float32Array(2) }), "internal", /baselines/);
  sums.delete();
  one.delete();
});

test("training's functions: folds keep donors whole, a telling gene is worth its accuracy, refusals name the field", () => {
  const cells = 60,
    codes = Int32Array.from({ length: cells }, (_, i) => i % 3),
    groups = Int32Array.from({ length: cells }, (_, i) => Math.floor(i / 12));
  const folds = value(core.group_folds({ codes, groups, folds: 5 }));
  assert.ok(folds.every((fold, i) => fold === folds[Math.floor(i / 12) * 12]));
  assert.equal(new Set(value(core.stratified_folds({ codes, folds: 4, seed: 1 }))).size, 4);
  assert.deepEqual([...value(core.balanced_sample({ codes, most: 1, seed: 1 }))].map((cell) => codes[cell]).sort(), [0, 1, 2]);
  const scores = Float32Array.from({ length: cells * 2 }, (_, i) => Number(codes[i >> 1] === 1 + (i % 2)));
  const found = value(core.cross_validate({ scores, genes: 2, codes, folds, classes: 3 }));
  assert.equal(found.folds.length, 5);
  assert.equal(found.all.accuracy.value, 1);
  assert.deepEqual(found.predicted, codes);
  const one = value(core.score_held_out({ truth: codes, predicted: new Int32Array(cells), classes: 3, units: groups }));
  assert.ok(Math.abs(one.accuracy.value - 1 / 3) < 1e-12 && one.units === 5 && Math.abs(one.majority - 1 / 3) < 1e-12);
  refusal(core.cross_validate({ scores, genes: 3, codes, folds, classes: 3 }), "bad-input", /120 scores, 60 labels/);
  refusal(core.group_folds({ codes, groups, folds: 5, seed: 1 }), "bad-input", /seed/);
});
