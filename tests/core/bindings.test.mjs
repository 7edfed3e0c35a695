// The module the page loads, loaded in Node: options refused by name, owned copies, errors as data.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { CLASSES, classOf, fieldsOf, methodsOf, mismatches } from "./declared.mjs";

const folder = process.env.PHENOLENS_WASM;
globalThis.self ??= globalThis;
const { default: load } = await import(pathToFileURL(join(folder, "phenolens_core.mjs")).href);
const core = await load({ wasmBinary: readFileSync(join(folder, "phenolens_core.wasm")) });

/** Results that tests of this file have had, as `Class.method` or `function`. */
const answered = new Set();

/** Every result is compared with its declaration, field by field. */
function compared(owner, place, { name, result: type }) {
  const call = owner[name];
  owner[name] = function (...args) {
    const result = call.apply(this, args);
    if (type && result.ok) {
      answered.add(place);
      assert.deepEqual(mismatches(result.value, type, place), []);
    }
    return result;
  };
  // Where a function is bound more than once, Embind asks the function itself which there are.
  Object.assign(owner[name], call);
}
for (const method of methodsOf("CoreModule")) compared(core, method.name, method);
for (const name of CLASSES) for (const method of methodsOf(name)) compared(core[name].prototype, `${name}.${method.name}`, method);

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
  assert.deepEqual([...value(one.measured(handle))], [0, 1, 2]);
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

test("cells are labelled by reference profiles, and weak labels are marked", () => {
  const one = analysis();
  const profiles = Float32Array.of(9, 1, 1, 8, 5, 2);
  const options = {
    genes_tsv: genesTsv,
    weights: new Uint8Array(profiles.buffer),
    tensors: [{ name: "profiles", dtype: "float32", shape: [3, 2], offset: 0 }],
    labels: Int32Array.of(0, 1),
    classes: 2,
    temperature: 0.05,
    scale: "log",
    quantile: 0.8,
    fine_tune: 0.05,
  };
  const { handle } = value(one.add_reference(options));
  value(one.load(block()));
  const { heads, score, delta, overMedian } = value(one.predict(handle));
  assert.deepEqual([heads[0].top[0], heads[0].top[4]], [0, 65535]);
  assert.deepEqual([score.length, delta.length, overMedian.length], [3, 3, 3]);
  const scores = value(one.decisions(handle));
  assert.ok(Math.abs(scores[0] - score[0]) < 1e-6 && Math.abs(scores[0] - scores[1] - delta[0]) < 1e-6);
  assert.deepEqual(
    [...value(core.prune_scores({ label: Int32Array.of(0, 0, 0, -1), overMedian: Float32Array.of(0.3, 0.3, -1, -1) }))],
    [0, 0, 1, 0],
  );
  refusal(one.add_reference({ ...options, scale: "tpm" }), "model", /not 'tpm'/);
  // Why: the delta, and what it loses without each of the three markers; a cell without label has no rival.
  const run = new core.Attribution();
  value(run.start(one, handle, { head: 0, groups: 1, parts: 1 }));
  const asked = { cells: Int32Array.of(0, 2), groups: Int32Array.of(0, 0), parts: Int32Array.of(0, 0) };
  const why = value(run.leave_out(one, { ...asked, codes: Int32Array.of(0, 0), against: Int32Array.of(-1, -1) }));
  assert.deepEqual([[...why.rival], [...why.lengths], why.genes.length, why.values.length], [[1, -1], [3, 0], 3, 3]);
  assert.ok(Math.abs(why.difference[0] - delta[0]) < 1e-6 && Number.isNaN(why.difference[1]));
  assert.equal(value(run.report(0, {})).cells, 1);
  refusal(run.leave_out(one, { ...asked, codes: Int32Array.of(0), against: Int32Array.of(-1) }), "internal", /not said for every cell/);
  run.delete();
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

test("stored values are judged, compared and restored", () => {
  const counts = Float32Array.of(1, 2, 4, 8, 3, 1, 5, 9, 2, 2, 7, 1, 6, 3);
  const indptr = Int32Array.of(0, 7, 14);
  const indices = Int32Array.of(0, 1, 2, 3, 4, 5, 6, 0, 1, 2, 3, 4, 5, 6);
  const totals = [24, 30];
  const logs = counts.map((count, i) => Math.log2(1 + (1e6 * count) / totals[i < 7 ? 0 : 1]));
  const sample = { values: logs, indptr, indices, genes: 7 };
  const { kind, scale, look } = value(core.judge_values(sample));
  assert.deepEqual([kind, scale, look.detected], ["log1p", { stored: "log1p", log_base: 2, target: 1e6 }, 7]);
  const plain = { stored: "counts", log_base: Math.E, target: 0 };
  const first = { values: counts, indptr, indices, genes: 7 };
  assert.equal(value(core.share_proportional({ first, first_scale: plain, second: sample, second_scale: scale })), 1);
  const restored = value(core.restore_values({ values: logs, indptr, genes: 7, scale }));
  restored.forEach((log, i) => assert.ok(Math.abs(log - Math.log1p((1e4 * counts[i]) / totals[i < 7 ? 0 : 1])) < 1e-5));
  refusal(core.restore_values({ values: logs, genes: 7, scale: { ...scale, stored: "raw" } }), "bad-input", /'raw' is no kind of values/);
  refusal(core.restore_values({ values: logs, genes: 7, scale: { ...scale, log_base: 1 } }), "bad-input", /base above 1/);
  refusal(core.judge_values({ ...sample, indices: indices.slice(1) }), "bad-file", /14 values but 13 indices/);
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
  const bound = (object) => Object.getOwnPropertyNames(object).filter((name) => name !== "constructor");
  for (const name of CLASSES) {
    const declared = methodsOf(name).map((method) => method.name);
    assert.deepEqual(declared.sort(), bound(core[name].prototype).sort(), name);
  }
  const declared = methodsOf("CoreModule").map(({ name }) => name);
  for (const name of declared) assert.equal(typeof core[name], "function", name);
  // Embind's own functions aside, what the module has is what the table in bindings.cpp binds.
  const table = readFileSync(new URL("../../wasm/bind/bindings.cpp", import.meta.url), "utf8");
  assert.deepEqual(declared.sort(), [...table.matchAll(/^    function\(\s*"(\w+)"/gm)].map(([, name]) => name).sort());
  assert.ok(declared.length > 40 && CLASSES.length === 11);
});

/** The options that a refusal of an unknown one says there are. */
function optionsOf(result) {
  assert.equal(result.ok, false);
  const [, listed] = /has no option 'no such option'; it has (.+)\.$/.exec(result.message) ?? assert.fail(result.message);
  return listed.split(", ").sort();
}

test("the declared options are the ones that are taken", () => {
  const unknown = { "no such option": 1 };
  const lane = analysis();
  let asked = 0;
  const compare = (owner, place, { name, params }) => {
    const options = params.find((type) => !classOf(type) && fieldsOf(type));
    if (!options) return;
    const made = params.map((type) => (type === options ? unknown : classOf(type) ? new core[classOf(type)]() : 0));
    assert.deepEqual(optionsOf(owner[name](...made)), [...fieldsOf(options).keys()].sort(), place);
    made.forEach((one) => one.delete?.());
    asked++;
  };
  for (const method of methodsOf("CoreModule")) compare(core, method.name, method);
  for (const name of CLASSES) {
    const object = new core[name]();
    for (const method of methodsOf(name)) compare(object, `${name}.${method.name}`, method);
    object.delete();
  }
  assert.ok(asked > 60, `${asked} functions with options`);
  const declared = (name) => [...fieldsOf({ typeName: { name } }).keys()].sort();
  assert.deepEqual(optionsOf(lane.add_linear({ ...linearOptions(), tensors: [unknown] })), declared("Tensor"));
  const models = { models: [unknown], unit: Int32Array.of(0), units: 1 };
  assert.deepEqual(optionsOf(core.compare_models(models)), declared("JudgedModel"));
  lane.delete();
});

test("numbers of things that no memory holds are refused by name, not cut to 32 bits", () => {
  const huge = 2 ** 53;
  const refused = (result, field) => refusal(result, "bad-input", new RegExp(`'${field}' is 9\\.007e\\+15; it may be at most [\\d,]+\\.$`));
  const trainer = new core.Trainer();
  refused(trainer.start({ genes: huge, rows: 2 }), "genes");
  refused(trainer.start({ genes: 3, rows: huge }), "rows");
  value(trainer.start({ genes: 3, rows: 2 }));
  const recipe = { codes: Int32Array.of(0, 1), choice: "all", genes: 3, components: 0, classifier: "softmax", c: 1, seed: 1 };
  refused(trainer.fit({ ...recipe, classes: huge }), "classes");
  refused(trainer.fit({ ...recipe, classes: 2, components: huge }), "components");
  refused(trainer.rank({ codes: Int32Array.of(0, 1), classes: huge, method: "anova", seed: 1 }), "classes");
  trainer.delete();
  const points = { points: 3, dims: 1, values: Float32Array.of(0, 1, 2), k: 1, seed: 1 };
  for (const field of ["points", "dims", "k"]) refused(core.find_neighbors({ ...points, [field]: huge }), field);
  const near = value(core.find_neighbors(points));
  refused(core.graph_edges({ k: huge, index: near.index, distance: near.distance }), "k");
  refused(core.balanced_sample({ codes: Int32Array.of(0, 1), most: huge, seed: 1 }), "most");
  refused(core.stratified_folds({ codes: Int32Array.of(0, 1), folds: huge, seed: 1 }), "folds");
  refused(core.distribution({ values: Float32Array.of(1), bins: huge }), "bins");
  const sums = new core.Sums();
  refused(sums.start({ of: "groups", genes: 3, groups: huge }), "groups");
  sums.delete();
  const layout = new core.Layout();
  value(layout.start({ points: 3, dims: 1, values: points.values, start: new Float32Array(6), seed: 1, neighbors: 2 }));
  refusal(layout.step(huge), "internal", /number of epochs/);
  layout.delete();
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

test("the error codes are those of the contract", () => {
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
  const run = new core.Attribution();
  const genes = value(run.start(one, handle, { head: 0, groups: 1, parts: 2, baselines: new Float32Array(3) }));
  assert.deepEqual([...genes], [0, 1, 2]);
  const of = { cells: Int32Array.of(0, 1), codes: Int32Array.of(0, 0), against: Int32Array.of(1, 1), baselines: Int32Array.of(0, 0) };
  const rows = value(run.rows(one, of));
  assert.equal(value(run.rows(one, { ...of, genes: Int32Array.of(1) })).length, of.cells.length);
  const scores = value(core.linear_scores(one, handle, { cells: of.cells }));
  assert.deepEqual(
    [...rows],
    [...scores].map((score, i) => score * [0, 4, -4][i % 3]),
  );
  assert.deepEqual([...value(run.weights(one, { codes: Int32Array.of(0, 1), against: Int32Array.of(1, 0) }))], [0, 4, -4, 0, -4, 4]);
  const { atCell, atBaseline } = value(run.explain(one, { ...of, groups: Int32Array.of(0, 0), parts: Int32Array.of(0, 1) }));
  assert.ok(Math.abs(atCell[0] - atBaseline[0] - (rows[0] + rows[1] + rows[2])) < 1e-5);
  value(
    run.add({
      groups: Int32Array.of(0),
      parts: Int32Array.of(1),
      lengths: Int32Array.of(1),
      genes: Int32Array.of(2),
      values: Float32Array.of(3),
    }),
  );
  const sums = new core.Attribution();
  value(sums.merge(value(run.state())));
  value(sums.merge(value(run.state())));
  const report = value(sums.report(0, { by_part: true }));
  assert.equal(report.cells, 6);
  assert.equal(report.parts, 2);
  assert.ok(Math.abs(report.mean[2] - (rows[2] + rows[5] + 3) / 3) < 1e-6);
  assert.ok(report.nonzeroP instanceof Float64Array);
  const placed = new core.Attribution();
  value(placed.merge_at(value(run.state()), { places: Int32Array.of(0, 2, 1), genes: 3 }));
  assert.deepEqual(
    [...value(placed.report(0, { by_part: true })).mean],
    [0, 2, 1].map((gene) => report.mean[gene]),
  );
  placed.delete();
  refusal(sums.report(3, {}), "internal", /Group 3/);
  refusal(sums.report(0, { by_donor: true }), "bad-input", /by_donor/);
  refusal(run.start(one, handle, { head: 0, groups: 1, parts: 1, baselines: new Float32Array(2) }), "internal", /baselines/);
  refusal(run.rows(one, of), "internal", /No attribution was started/);
  // Genes set anew: what was started before is of another file.
  value(run.start(one, handle, { head: 0, groups: 1, parts: 1 }));
  value(one.set_genes({ ids: "ACTB\nCD3E\nMS4A1\nMT-CO1", alternatives: [], values: "counts" }));
  value(one.add_linear(linearOptions()));
  refusal(run.rows(one, of), "internal", /started on another file/);
  run.delete();
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

test("what other tests do not ask answers as it is declared", () => {
  const one = analysis();
  const { handle } = value(one.add_linear(linearOptions()));
  value(one.load(block()));
  value(one.survey({ genes: true }));
  const { embedding } = value(one.predict(handle));
  // Logits in double precision: those that the embedding rounds.
  value(one.decisions(handle)).forEach((logit, i) =>
    assert.ok(Object.is(Math.fround(logit), embedding[i]) || Math.abs(logit - embedding[i]) < 1e-5),
  );
  value(one.add_embedding(handle, { values: Float32Array.of(1, 2), dims: 2 }));
  assert.deepEqual([...value(core.known_columns(one, { genes_tsv: genesTsv }))], [1, 1, 1, 0]);
  // MT-ND1 and RPL13A by their Ensembl ids, RPS2 by its symbol.
  const named = { ids: "one\ntwo\nRPS2\nCD3E", alternatives: ["ENSG00000198888\nENSG00000142541\n\n"] };
  assert.deepEqual([...value(core.gene_kinds(named))], [1, 2, 2, 0]);
  refusal(core.gene_kinds({ ids: "", alternatives: [] }), "bad-input", /names no gene/);
  assert.equal(value(core.gene_moments(one)).cells, 2);
  assert.deepEqual([...value(core.cell_quality(one)).detected], [3, 2, 0]);
  assert.equal(value(core.outlier_limits({ values: Float32Array.of(1, 2, 3), mads: 3, logarithmic: false })).median, 2);

  const kept = {
    k: 1,
    top: Uint16Array.of(0, 1, 1, 0),
    probability: Float32Array.of(0.9, 0.8, 0.6, 0.7),
    rest: Float32Array.of(0.1, 0.2, 0.4, 0.3),
    restSquares: Float32Array.of(0.01, 0.04, 0.16, 0.09),
    truth: Int32Array.of(0, 1, 0, 0),
    classes: 2,
  };
  const { rank, probability, brier } = value(core.judge(kept));
  assert.deepEqual([...rank], [0, 0, 254, 0]);
  const right = Uint8Array.from(rank, (place) => Number(place === 0));
  const confidence = kept.probability;
  assert.equal(value(core.calibration({ confidence, right, probability, brier })).cells, 4);
  assert.ok(value(core.fit_temperature({ ...kept, half: Uint8Array.of(0, 0, 1, 1) })).temperature > 0);
  assert.equal(value(core.risk_coverage({ confidence, right })).cells, 4);
  assert.equal(value(core.roc({ score: confidence, positive: right })).positives, 3);
  const entropy = new Float32Array(4);
  assert.equal(value(core.evaluate_ranked({ ...ranked(kept), confidence, entropy, rank })).cells, 4);
  assert.deepEqual([...value(core.accept_subtypes({ ...labelled(kept), accepts: Uint8Array.of(1, 1, 0, 1) }))], [0, 1, 0, 0]);
  assert.equal(value(core.profile_distances({ values: new Float32Array(4), code: kept.top, dims: 1, classes: 2 })).length, 4);
  const model = { truth: kept.truth, classes: 2, first: kept.top, confidence, rank, probability, brier };
  const units = { unit: Int32Array.of(0, 1, 2, 0), units: 3 };
  assert.equal(value(core.compare_models({ models: [model, model], ...units })).pairs.length, 1);

  const values = Float32Array.of(0.1, 0.4, 0.3, 0.2);
  const { places, starts } = value(core.standing({ values }));
  assert.deepEqual([...places], [0, 3, 2, 1]);
  const group = Int32Array.of(0, 0, 1, 1);
  const asked = { value: values, group, groups: 2, most: 1, permutations: 10, seed: 1 };
  assert.equal(value(core.landscape(asked)).depth, null);
  const stood = { valuePlaces: places, valueStarts: starts, depthPlaces: places, depthStarts: starts };
  assert.equal(value(core.landscape({ ...asked, unit: Int32Array.of(0, 1, 2, 3), depth: values, ...stood })).groups.length, 2);
  const line = { x: [1, 2, 3], count: [1, 1, 1], mean: [2, 4, 6.5], squares: [0, 0, 0] };
  assert.equal(value(core.fit_line(line)).points, 3);
  value(core.compare_slopes({ x1: [1, 2, 3], y1: [1, 2, 4], x2: [1, 2, 3], y2: [3, 2, 2] }));
  assert.ok(value(core.wilson(3, 4)).low < 0.75);
  assert.ok(Math.abs(value(core.mean_interval({ values })).value - 0.25) < 1e-7);
  assert.equal(value(core.spearman({ first: values, second: values })), 1);
  assert.equal(value(core.benjamini_hochberg(Float64Array.of(0.5, 0.5)))[0], 0.5);
  assert.equal(value(core.kernel_density({ values, places: Float64Array.of(0) })).length, 1);
  const sets = { genes: Int32Array.of(0, 1), lengths: Int32Array.of(2) };
  assert.equal(value(core.over_representation({ background: 4, drawn: Int32Array.of(0, 1), ...sets }))[0].overlap, 2);
  const scores = Float32Array.of(4, 3, -1, -2);
  assert.equal(value(core.preranked({ scores, ...sets, weight: 1, permutations: 20, seed: 1 }))[0].size, 2);
  // zlib's stream of four zeros, stored.
  const streams = Uint8Array.of(0x78, 0x01, 0x01, 4, 0, 0xfb, 0xff, 0, 0, 0, 0, 0, 4, 0, 1);
  const chunks = { streams, lengths: Uint32Array.of(streams.length), chunkBytes: 4, shuffled: 0 };
  assert.deepEqual([...value(core.inflate_chunks(chunks))], [0, 0, 0, 0]);
  value(core.fit_logit_temperature({ logits: Float32Array.of(2, 0, 0, 1), classes: 2, truth: Int32Array.of(0, 0) }));
  one.delete();
});

/** Of kept predictions what another function takes of them. */
const ranked = ({ k, top, truth, classes }) => ({ k, first: top, truth, classes });
const labelled = ({ k, top, truth, classes }) => ({ k, top, truth, classes });

test("training and scores of sets read the loaded block, and sums, ranks and projections answer as declared", () => {
  const one = analysis();
  const cells = 12;
  const counts = Float32Array.from({ length: cells * 4 }, (_, i) => ((i * 7) % 5) + (i % 4 === Math.floor(i / 4) % 2 ? 6 : 0));
  value(one.load_dense({ first: 0, cells, genes: 4, values: counts }));
  const every = Int32Array.from({ length: cells }, (_, i) => i);
  const codes = every.map((cell) => cell % 2);

  const sets = new core.SetScores();
  refusal(sets.score(one), "internal", /No sets/);
  assert.equal(value(sets.start(one, { top: 2, genes: Int32Array.of(0), lengths: Int32Array.of(1) })), 2);
  assert.equal(value(sets.score(one)).length, cells);

  const training = new core.TrainingScores();
  refusal(training.part(one, { cells: every, first_row: 0 }), "internal", /No training was started/);
  const genes = value(training.start(one, { genes_tsv: value(core.training_vocabulary(one)), normalization: "log1p" }));
  assert.equal(genes.length, 4);
  const trainer = new core.Trainer();
  value(trainer.start({ genes: 4, rows: cells }));
  value(trainer.add(value(training.part(one, { cells: every, first_row: 0 }))));
  const recipe = { codes, classes: 2, choice: "all", genes: 4, components: 0, classifier: "softmax", c: 1, seed: 1 };
  assert.equal(value(trainer.fit(recipe)).cells, cells);
  assert.equal(value(trainer.logits(every)).length, cells * 2);
  assert.equal(value(trainer.map()).weights.length, 8);
  assert.equal(value(trainer.rank({ codes, classes: 2, method: "anova", seed: 1 })).length, 4);
  assert.ok(value(trainer.has_scores()).every((has) => has === 1));
  const composites = { codes, classes: 2, genes: Int32Array.of(0, 1, 2, 3), vocabulary: 4, normalization: "log1p", seed: 1 };
  assert.ok(value(trainer.composite(composites)).length > 16);

  const run = new core.Attribution();
  const { handle } = value(one.add_linear(linearOptions()));
  value(run.start(one, handle, { head: 0, groups: 1, parts: 1 }));
  const explained = { cells: every, codes, against: every.map(() => -1), baselines: new Int32Array(cells) };
  const plan = { rankings: new Float32Array(0), rows: new Int32Array(0), shares: [0.5], draws: 2, seed: 1 };
  assert.equal(value(run.prune(one, { ...explained, ...plan })).orders, 5);
  refusal(run.prune(one, { ...explained, ...plan, draws: 1001 }), "bad-input", /'draws' is 1,001; it may be at most 1,000/);

  const sums = new core.Sums();
  value(sums.start({ of: "counts", genes: 4 }));
  value(sums.add(one, {}));
  value(sums.merge(value(sums.state())));
  value(sums.dispersions());
  const clipped = new core.Sums();
  value(clipped.start({ of: "clipped", genes: 4, limit: Float64Array.of(9, 9, 9, 9) }));
  value(clipped.add(one, {}));
  value(sums.standardized(clipped, { expected: Float64Array.of(1, 1, 1, 1) }));
  value(sums.start({ of: "groups", genes: 4, groups: 2 }));
  value(sums.add(one, { groups: codes }));
  value(sums.anova());
  value(sums.group_means());
  assert.equal(value(sums.tests({ group: 1 })).rest, cells / 2);
  value(sums.start({ of: "pseudobulk", genes: 4, samples: 2 }));
  value(sums.add(one, { groups: codes }));
  const asked = { group: 0, groups: Int32Array.of(0, 1), donors: Int32Array.of(0, 0) };
  assert.equal(value(sums.donor_sides(asked)).design, "none");
  assert.deepEqual([...value(sums.donor_tests(asked)).p], [NaN, NaN, NaN, NaN]);
  value(sums.start({ of: "rates", genes: 4, groups: 2 }));
  value(sums.add(one, { groups: codes }));
  const sizes = value(sums.sizes());
  assert.equal(sizes.length, 4);
  assert.equal(value(sums.rate_tests({ group: 0 })).p.length, 4);
  const chosen = { genes: 4, chosen: Int32Array.of(0, 1, 2, 3), scale: "log1p" };
  value(sums.start({ of: "covariance", keep: 1e6, ...chosen }));
  value(sums.add(one, {}));
  const { mean, rotation, components } = value(sums.components({ count: 2 }));
  assert.equal(value(sums.kept_components({ mean, rotation }))[0].values.length, cells * components);
  const before = value(sums.state());
  value(sums.restart());
  value(sums.add(one, {}));
  assert.deepEqual(value(sums.state()), before);
  const projection = new core.Projection();
  value(projection.start({ ...chosen, mean, rotation }));
  assert.equal(value(projection.project(one, {})).length, cells * components);
  const ranks = new core.Ranks();
  value(ranks.start({ from: 0, to: 4, cells: Float64Array.of(6, 6) }));
  const [part] = value(core.rank_parts(one, { groups: codes, bounds: Int32Array.of(0, 4) }));
  value(ranks.add(part));
  assert.equal(value(ranks.tests()).auc.length, 8);

  // A trend needs more genes than a panel of four has.
  const wide = new core.Analysis();
  const ids = Array.from({ length: 60 }, (_, i) => `G${i}`).join("\n");
  value(wide.set_genes({ ids, alternatives: [], values: "counts" }));
  const spread = Float32Array.from({ length: 20 * 60 }, (_, i) => ((i * 31) % 17) * (1 + (i % 60)));
  value(wide.load_dense({ first: 0, cells: 20, genes: 60, values: spread }));
  value(sums.start({ of: "counts", genes: 60 }));
  value(sums.add(wide, {}));
  assert.equal(value(sums.variance_trend()).limit.length, 60);

  // Halves of every count, which sum to the whole; XIST and a gene of the Y chromosome; profiles of two groups.
  const sex = value(core.sex_counts(one, { genes: Uint8Array.of(1, 2, 0, 0) }));
  assert.equal(value(core.sex_of_cells(sex)).length, cells);
  const judged = { hasX: true, hasY: true, isOneDonor: false, areCounts: true, totals: new Float32Array(cells).fill(20) };
  assert.equal(typeof value(core.judge_sex({ ...sex, ...judged })).verdict, "string");
  value(one.thin({ sizes, seed: 1, half: 0 }));
  const placed = Float32Array.from({ length: 400 }, (_, i) => (i % 7) + (i % 4 < 2 ? 9 : 0));
  const rows = Int32Array.from({ length: 200 }, (_, i) => i);
  const profiles = value(
    core.fit_profiles({
      values: placed,
      dims: 2,
      group: rows.map((row) => row % 2),
      weight: new Float64Array(200).fill(1),
      fold: rows.map((row) => Math.floor(row / 40)),
    }),
  );
  const { dims, whitening, means, limits } = profiles;
  assert.equal(value(core.profile_outlyingness({ dims, whitening, means, limits, values: placed })).length, 200);

  const near = value(core.find_neighbors({ points: cells, dims: 4, values: counts, k: 3, seed: 1 }));
  assert.ok(value(core.graph_edges({ k: near.k, index: near.index, distance: near.distance })).first.length > 0);
  const layout = new core.Layout();
  const { k, index, distance } = near;
  value(layout.start_near({ k, index, distance, start: counts.slice(0, 2 * cells), seed: 1, epochs: 3 }));
  assert.equal(value(layout.step(5)).left, 0);
  for (const each of [one, wide, sets, training, trainer, run, sums, clipped, projection, ranks, layout]) each.delete();
});

test("conditions are compared with donors as the units, and what cannot be is refused in words", () => {
  const genes = 40,
    samples = 6;
  const counts = Float64Array.from({ length: genes * samples }, (_, i) => 20 + ((i * 37) % 90) + (i < samples && i > 2 ? 900 : 0));
  const columns = ["intercept", "condition"];
  const design = Float64Array.of(1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1);
  const asked = { genes, samples, counts, design, columns };
  assert.equal(value(core.filter_by_expr(asked)).length, genes);
  assert.equal(value(core.tmm({ genes, samples, counts })).length, samples);
  const found = value(core.expression_tests({ ...asked, contrast: Float64Array.of(0, 1), sample_weights: true }));
  assert.equal(found.p.indexOf(Math.min(...found.p)), 0);
  const contrast = Float64Array.of(0, 1);
  const empty = counts.map((count, i) => (i % samples === 2 ? 0 : count));
  refusal(core.expression_tests({ ...asked, contrast, counts: empty }), "bad-input", /Sample 3 has no counts/);
  const alike = Float64Array.from({ length: 3 * samples }, (_, i) => [1, Math.floor(i / 3) % 2, 1 - (Math.floor(i / 3) % 2)][i % 3]);
  const confounded = { ...asked, contrast, columns: ["all", "first", "second"], design: alike };
  refusal(core.expression_tests(confounded), "bad-input", /'second' follows from 'all', 'first'/);
  refusal(core.expression_tests({ ...asked, contrast: Float64Array.of(0, 0) }), "bad-input", /not zero/);
  const sets = { members: Int32Array.of(0, 1, 2, 3, 4, 5), starts: Int32Array.of(0, 3, 6) };
  assert.equal(value(core.camera({ ...asked, ...sets, contrast, correlation: NaN })).p.length, 2);
  const statistic = Float64Array.from({ length: genes }, (_, i) => (i < 3 ? 5 + i : Math.sin(i)));
  const ranked = value(core.camera_preranked({ ...sets, statistic, ranks: true }));
  assert.ok(ranked.p[0] < 0.05 && ranked.up[0] === 1 && ranked.p[1] > 0.05);
  refusal(core.camera_preranked({ ...sets, statistic, correlation: 1 }), "bad-input", /from 0 to below 1/);
  refusal(core.camera_preranked({ ...sets, statistic: statistic.subarray(0, 5) }), "bad-input", /gene 5, and there are 5/);

  const cells = Float64Array.of(90, 80, 95, 30, 25, 33, 40, 50, 45, 50, 48, 52, 30, 25, 36, 33, 31, 27);
  const composition = { samples, design, columns, types: 3, cells, contrasts: contrast };
  assert.equal(value(core.propeller({ ...composition, transform: "logit" })).p.length, 3);
  refusal(core.propeller({ ...composition, transform: "probit" }), "bad-input", /not by 'probit'/);
  const values = Float32Array.from({ length: 2 * 60 }, (_, i) => Math.sin(i * 7) + (i < 60 ? 4 : 0));
  const distance = value(
    core.energy_distance({
      dims: 2,
      values,
      samples: Int32Array.from({ length: 60 }, (_, i) => Math.floor(i / 10)),
      groups: Int32Array.of(0, 0, 0, 1, 1, 1),
      blocks: new Int32Array(6),
      permutations: 100,
      most_cells: 8,
      seed: 1,
    }),
  );
  assert.deepEqual([distance.p, distance.leastP, distance.permutations, distance.exact], [0.1, 0.1, 20, true]);
  const lane = analysis();
  value(lane.load(block()));
  const sums = new core.Sums();
  value(sums.start({ of: "pseudobulk", genes: 4, samples: 3 }));
  value(sums.add(lane, { groups: Int32Array.of(0, 1, 2) }));
  const joined = value(sums.sample_counts({ codes: Int32Array.of(0, 0, -1), count: 1 }));
  assert.deepEqual([[...joined.counts], [...joined.cells]], [[4, 2, 4, 5], [2]]);
  assert.deepEqual([...value(sums.gene_counts({ gene: 0 })).counts], [3, 1, 0]);
  value(sums.add_sample({ sample: 2, cells: 2, genes: Int32Array.of(0), counts: Float64Array.of(7) }));
  assert.deepEqual([...value(sums.gene_counts({ gene: 0 })).counts], [3, 1, 7]);
  assert.equal(value(core.mean_difference({ first: [1, 2, 3], second: [2, 4, 6], isPaired: true })).difference, -2);
  refusal(sums.sample_counts({ codes: Int32Array.of(0, 3, 0), count: 1 }), "internal", /above the others/);
  for (const one of [lane, sums]) one.delete();
});

test("doublets are scored beside simulated ones, on genes that vary more than Poisson counts", () => {
  const lane = analysis();
  value(lane.load(block()));
  const [counts, above] = [new core.Sums(), new core.Sums()];
  value(counts.start({ of: "counts", genes: 4 }));
  value(above.start({ of: "above", genes: 4, least: 3 }));
  for (const sums of [counts, above]) value(sums.add(lane, {}));
  assert.equal(value(counts.mean_total()), 5);
  // A gene must be expressed in three cells at least.
  assert.deepEqual([...value(counts.above_poisson(above))], []);
  refusal(above.mean_total(), "internal", /./);
  for (const one of [lane, counts, above]) one.delete();
  const [cells, dims] = [200, 2];
  const positions = Float32Array.from({ length: cells * dims }, (_, i) => Math.sin(i * 7) + (i < cells ? 9 : 0));
  const scored = { dims, positions, totals: new Float32Array(cells).fill(1000), rate: 0.06, seed: 1 };
  const found = value(core.doublet_scores(scored));
  assert.deepEqual([found.observed.length, found.error.length, found.simulated.length], [200, 200, 400]);
  assert.ok(found.observed.every((score) => score > 0 && score < 1));
  assert.deepEqual(value(core.doublet_scores(scored)).observed, found.observed);
  refusal(core.doublet_scores({ ...scored, totals: new Float32Array(3) }), "internal", /./);
});

/** 60 cells on two components: two types, each in two batches that lie apart along the first. */
const batched = {
  values: Float32Array.from({ length: 120 }, (_, i) => {
    const cell = Math.floor(i / 2);
    return i % 2 ? (cell % 4 < 2 ? 3 : -3) + Math.sin(cell) : (cell % 2 ? 1 : -1) + Math.cos(cell * 3);
  }),
  batches: Int32Array.from({ length: 60 }, (_, cell) => cell % 2),
  types: Int32Array.from({ length: 60 }, (_, cell) => Number(cell % 4 < 2)),
};

test("variable genes are chosen across batches, and a state of fewer batches merges", () => {
  const lane = analysis();
  const genes = 40;
  const [earlier, counts, clipped] = [new core.Sums(), new core.Sums(), new core.Sums()];
  value(lane.set_genes({ ids: Array.from({ length: genes }, (_, gene) => `G${gene}`).join("\n"), alternatives: [], values: "counts" }));
  const values = Float32Array.from({ length: 60 * genes }, (_, i) => Math.floor((1 + (i % genes)) * (1.2 + Math.sin(i * i))));
  value(lane.load_dense({ first: 0, cells: 60, genes, values }));
  const none = new Int32Array(60).fill(-1);
  value(earlier.start({ of: "batches", genes, batches: 1 }));
  value(earlier.add(lane, { groups: batched.batches.map((batch) => (batch === 0 ? 0 : -1)) }));
  value(counts.start({ of: "batches", genes, batches: 2 }));
  refusal(counts.add(lane, { groups: none.map(() => 2) }), "internal", /was not counted/);
  value(counts.add(lane, { groups: batched.batches.map((batch) => (batch === 1 ? 1 : -1)) }));
  value(counts.merge(value(earlier.state())));
  refusal(earlier.merge(value(counts.state())), "internal", /more batches/);
  assert.deepEqual([...value(counts.batch_cells())], [30, 30]);
  const byDispersion = value(counts.batch_dispersions({ top: 5, order: Int32Array.from({ length: genes }, (_, gene) => gene) }));
  assert.equal(byDispersion.chosen.length, 5);
  assert.ok(byDispersion.batches[byDispersion.chosen[0]] > 0);
  const trends = value(counts.batch_trends());
  assert.equal(trends.expected.length, 2 * genes);
  value(clipped.start({ of: "batches-clipped", genes, batches: 2, limit: trends.limit }));
  value(clipped.add(lane, { groups: batched.batches }));
  const byVariance = value(counts.batch_standardized(clipped, { expected: trends.expected, top: 5 }));
  assert.ok(byVariance.chosen.every((gene) => byVariance.rank[gene] < 5));
  refusal(clipped.batch_trends(), "internal", /another kind/);
  for (const one of [lane, earlier, counts, clipped]) one.delete();
});

test("Harmony goes step by step, and brings batches nearer to each other", () => {
  const harmony = new core.Harmony();
  refusal(harmony.step(), "internal", /not started/);
  const { values, batches } = batched;
  const question = { dims: 2, values, codes: batches, levels: Int32Array.of(2), seed: 1 };
  refusal(harmony.start({ ...question, sigma: 0 }), "bad-input", /above 0/);
  refusal(harmony.start({ ...question, codes: new Int32Array(60) }), "bad-input", /nothing to integrate/);
  assert.deepEqual(value(harmony.start({ ...question, theta: [2], clusters: 2, corrections: 3 })), { clusters: 2, cells: 60 });
  assert.equal(value(harmony.step()).objective === null, value(harmony.objectives()).length === 0);
  let last;
  do last = value(harmony.step());
  while (!last.done);
  assert.equal(last.share, 1);
  assert.equal(value(harmony.objectives()).length, last.corrections + 1);
  const gap = (places) => {
    const mean = (batch) => places.filter((_, i) => i % 2 === 0 && batches[i / 2] === batch).reduce((sum, one) => sum + one, 0) / 30;
    return Math.abs(mean(0) - mean(1));
  };
  assert.ok(gap(value(harmony.positions())) < gap(values) / 2, `${gap(value(harmony.positions()))} of ${gap(values)}`);
  harmony.delete();
});

test("mutual neighbours go step by step, and the mixing of batches before and after is measured", () => {
  const mutual = new core.MutualNeighbors();
  refusal(mutual.step(), "internal", /not started/);
  const { values, batches, types } = batched;
  refusal(mutual.start({ dims: 2, values, codes: new Int32Array(60), batches: 1 }), "bad-input", /nothing to integrate/);
  assert.deepEqual(value(mutual.start({ dims: 2, values, codes: batches, batches: 2, k: 5 })), { merges: 1 });
  assert.deepEqual(value(mutual.positions()), values);
  assert.deepEqual(Object.keys(value(mutual.step())), ["done", "share"]);
  while (!value(mutual.step()).done);
  assert.deepEqual(value(mutual.step()), { done: true, share: 1 });
  const after = value(mutual.positions());
  mutual.delete();
  const near = (places) => {
    const { k, index, distance } = value(core.find_neighbors({ points: 60, dims: 2, values: places, k: 11, seed: 1 }));
    return { k, index, distance };
  };
  const mixing = (places) => value(core.lisi({ ...near(places), codes: batches, perplexity: 4 })).mixing;
  assert.ok(mixing(after) > mixing(values), `${mixing(after)} after ${mixing(values)}`);
  assert.ok(
    value(core.kbet({ ...near(after), codes: batches, alpha: 0.1 })).acceptance >
      value(core.kbet({ ...near(values), codes: batches })).acceptance,
  );
  assert.equal(value(core.graph_connectivity({ ...near(after), codes: types })).shares.length, 2);
  const silhouettes = value(core.silhouette({ dims: 2, values: after, codes: types, batches, most_cells: 50, seed: 1 }));
  assert.ok(silhouettes.label > 0.6 && silhouettes.cells <= 52);
  const shares = value(core.own_type_shares({ ...near(after), types, samples: batches, sampleCount: 2 }));
  assert.ok(shares.share.every((share, sample) => share > shares.expected[sample]));
  assert.equal(value(core.crossing({ first: batches, firsts: 2, second: types, seconds: 2 })).relation, "crossed");
  assert.equal(value(core.crossing({ first: types, firsts: 2, second: types, seconds: 2 })).relation, "same");
});

test("cells are drawn from every stratum, and shares of the whole follow from what was drawn", () => {
  const labels = Int32Array.from({ length: 40 }, (_, cell) => (cell < 36 ? 0 : 1));
  const { order, stratum, strata } = value(core.draw_order({ labels, values: new Float32Array(0), dims: 0, most: 2, seed: 1 }));
  assert.deepEqual(
    [...order].sort((a, b) => a - b),
    [...labels.keys()],
  );
  assert.equal(stratum.length, 40);
  assert.equal(strata, Math.max(...stratum) + 1);
  // The rare label comes early.
  assert.ok([...order].findIndex((cell) => labels[cell] === 1) < 10);
  const drawn = { sizes: Float64Array.of(30, 10), drawn: Float64Array.of(5, 5), hits: Float64Array.of(5, 0) };
  const [whole] = value(core.stratified_shares(drawn));
  assert.equal(whole.value, 0.75);
  assert.ok(whole.low < 0.75 && whole.high > 0.75);
});

test("every declared result was compared with its declaration", () => {
  const withFields = (owner, place) => methodsOf(owner).flatMap(({ name, result }) => (result ? [place(name)] : []));
  const all = [...withFields("CoreModule", (name) => name), ...CLASSES.flatMap((one) => withFields(one, (name) => `${one}.${name}`))];
  assert.deepEqual(
    all.filter((place) => !answered.has(place)),
    [],
  );
});
