import type { Attribution } from "../../../../../wasm/bind/phenolens_core";
import { AnalysisError } from "../../../contract/errors";
import type { Handlers } from "../../../contract/protocol";
import { expectedGradients, gradientTimesInput, integratedGradients, type CellAttribution } from "./lane-methods";
import { occlusion } from "./lane-occlusion";
import type { TokenCell } from "./lane-points";
import { encodeBatches } from "../../model/batches";
import type { Manifest } from "../../../contract/manifest";
import { loadCore, unwrap } from "../../base/core";
import { openGradient, type GradientModel } from "../../model/gradient";
import type { ExplainedBlock, ExplainedCells, ExplainLane, ExplainStart } from "../../contract/attribution";
import { type Model, openModel } from "../../model/session";
import { seeded } from "../../base/random";
import { Attributions } from "./lane-attributions";
import type { LaneState } from "../../lane/state";

/** Models that the core runs read a study's values, others each file's own. */
const valuesOf = ({ kind }: Manifest) => (kind === "onnx" ? "own" : "study");

interface Explaining extends ExplainStart {
  gradient: GradientModel | null;
  predict: Model | null;
}

/** Attributions, summed in the core: a linear model's in closed form, another's by its gradient or by taking genes away. */
export function explainLane(lane: LaneState): Handlers<ExplainLane> {
  let now: Explaining | undefined;
  const attributions = new Attributions();
  const stop = async () => {
    await now?.gradient?.release();
    await now?.predict?.release();
    now = undefined;
    attributions.clear();
  };
  const started = (): Explaining => {
    if (!now) throw new AnalysisError("internal", "The lane explains nothing.");
    return now;
  };
  return {
    async explainStart(request) {
      await stop();
      const { handle, manifest } = lane.models[request.model]!;
      const { head, groups, parts, files, backend, lists } = request;
      const genes = await attributions.start(lane, request.model, { head, groups, parts }, request);
      const measured = lists.map((list) => unwrap(lane.analysisOf(list).measured(handle)));
      const gradient = files?.gradient
        ? await openGradient(lane.environment, manifest, { ...files, gradient: files.gradient }, head, backend)
        : null;
      const predict = files && !files.gradient ? await openModel(lane.environment, manifest, files.predict, files.selfTest, backend) : null;
      now = { ...request, gradient, predict };
      return { genes, measured };
    },
    async explainInputs({ model, range, cells }) {
      const { handle, manifest } = lane.models[model]!;
      await lane.load(range, valuesOf(manifest));
      if (manifest.kind === "linear") {
        const rows = unwrap((await loadCore(lane.environment)).linear_scores(lane.analysis, handle, { cells }));
        return { genes: rows.length / cells.length, rows };
      }
      // Where tokens are weakened, a cell has a token or has it not.
      const isOfTokens = manifest.onnx!.gradient?.strength !== undefined;
      const rows = new Float32Array(cells.length * manifest.genes);
      const { length, genes, values, lengths } = unwrap(lane.analysis.encode(handle, { cells }));
      lengths.forEach((tokens, cell) => {
        for (let i = 0; i < tokens; i++)
          rows[cell * manifest.genes + genes[cell * length + i]!] = isOfTokens ? 1 : values[cell * length + i]!;
        if (tokens === 0) rows[cell * manifest.genes] = NaN;
      });
      return { genes: manifest.genes, rows };
    },
    async explain(request) {
      const explaining = started();
      const { manifest } = lane.models[explaining.model]!;
      await lane.load(request.range, valuesOf(manifest));
      const attribution = attributions.of(lane.list);
      if (manifest.kind === "linear") return explainLinear(lane, attribution, request);
      if (manifest.kind === "reference") return explainReference(lane, attribution, request);
      return explainTokens(lane, attribution, explaining, request);
    },
    async explainRows({ range, cells, codes, against, baselines, genes }) {
      await lane.load(range);
      return unwrap(attributions.of(lane.list).rows(lane.analysis, { cells, codes, against, baselines, ...(genes ? { genes } : {}) }));
    },
    explainWeights: ({ list, ...of }) => unwrap(attributions.of(list).weights(lane.analysisOf(list), of)),
    explainState: () => started().lists.map((list) => unwrap(attributions.of(list).state())),
    async explainStop() {
      await stop();
      return null;
    },
  };
}

function explainLinear(
  lane: LaneState,
  attribution: Attribution,
  { cells, groups, parts, codes, against, baselines }: ExplainedCells,
): ExplainedBlock {
  const { atCell, atBaseline } = unwrap(attribution.explain(lane.analysis, { cells, groups, parts, codes, against, baselines }));
  return {
    atCell,
    atBaseline,
    // The attributions sum to the difference by construction.
    gap: atCell.map((logit) => (Number.isNaN(logit) ? NaN : 0)),
    steps: new Int32Array(cells.length),
    lengths: new Int32Array(cells.length),
    genes: new Int32Array(0),
    values: new Float32Array(0),
    rivals: new Int32Array(0),
  };
}

/** Each marker left out in turn; there is no baseline, and what is taken away one by one does not sum to the whole. */
function explainReference(
  lane: LaneState,
  attribution: Attribution,
  { cells, groups, parts, codes, against }: ExplainedCells,
): ExplainedBlock {
  const { rival, difference, lengths, genes, values } = unwrap(
    attribution.leave_out(lane.analysis, { cells, groups, parts, codes, against }),
  );
  const nothing = () => new Float32Array(cells.length).fill(NaN);
  return {
    atCell: difference,
    atBaseline: nothing(),
    gap: nothing(),
    steps: new Int32Array(cells.length),
    lengths,
    genes,
    values,
    rivals: rival,
  };
}

async function explainTokens(
  lane: LaneState,
  attribution: Attribution,
  explaining: Explaining,
  of: ExplainedCells,
): Promise<ExplainedBlock> {
  const { handle, manifest } = lane.models[explaining.model]!;
  const count = of.cells.length;
  const found = new Map<number, CellAttribution & { genes: Int32Array }>();
  const place = new Map([...of.cells].map((cell, i) => [cell, i]));
  for (const { cells, batch } of encodeBatches(lane.analysis, handle, manifest.genes, "wasm", of.cells)) {
    const tokens: (TokenCell & { i: number })[] = [...cells].map((cell, row) => {
      const [start, i] = [row * batch.length, place.get(cell)!];
      let length = 0;
      while (length < batch.length && batch.mask[start + length]! > 0) length++;
      const [genes, values] = [batch.genes.slice(start, start + length), batch.values.slice(start, start + length)];
      // Tokens without a value are weakened instead, from as they are to nothing.
      const strength =
        explaining.gradient && manifest.onnx!.gradient!.strength ? { values: new Float32Array(length).fill(1), read: values } : { values };
      return { i, genes, ...strength, code: of.codes[i]!, against: of.against[i]! };
    });
    (await attribute(explaining, manifest.genes, manifest.heads[explaining.head]!.classes.length, tokens, of, lane.list)).forEach(
      (result, k) => found.set(tokens[k]!.i, { ...result, genes: tokens[k]!.genes }),
    );
  }
  const lengths = Int32Array.from({ length: count }, (_, i) => found.get(i)?.genes.length ?? 0);
  const each = <T extends Float32Array | Int32Array>(of: (one: CellAttribution & { genes: Int32Array }) => T) =>
    [...inOrder(found, count)].flatMap((one) => (one ? [...of(one)] : []));
  const block: ExplainedBlock = {
    atCell: Float32Array.from({ length: count }, (_, i) => found.get(i)?.atCell ?? NaN),
    atBaseline: Float32Array.from({ length: count }, (_, i) => found.get(i)?.atBaseline ?? NaN),
    gap: Float32Array.from({ length: count }, (_, i) => found.get(i)?.gap ?? NaN),
    steps: Int32Array.from({ length: count }, (_, i) => found.get(i)?.steps ?? 0),
    lengths,
    genes: Int32Array.from(each((one) => one.genes)),
    values: Float32Array.from(each((one) => one.values)),
    rivals: new Int32Array(0),
  };
  // Cells with nothing to read are in no group.
  const read = [...inOrder(found, count)].flatMap((one, i) => (one ? [i] : []));
  const pick = (values: Int32Array) => Int32Array.from(read, (i) => values[i]!);
  unwrap(
    attribution.add({
      groups: pick(of.groups),
      parts: pick(of.parts),
      lengths: pick(lengths),
      genes: block.genes,
      values: block.values,
    }),
  );
  return block;
}

function* inOrder<T>(found: Map<number, T>, count: number): Generator<T | undefined> {
  for (let i = 0; i < count; i++) yield found.get(i);
}

function attribute(
  explaining: Explaining,
  pad: number,
  classes: number,
  cells: (TokenCell & { i: number })[],
  { range, cells: offsets, baselines: rows }: ExplainedCells,
  list: number,
): Promise<CellAttribution[]> {
  const { method, gradient, predict, head, steps, seed } = explaining;
  const baselines = explaining.baselines[list] ?? null;
  if (predict) return occlusion(predict, pad, head, classes, cells, steps.most);
  if (!gradient) throw new AnalysisError("internal", "The lane has no gradient to explain with.");
  const baselineOf = (cell: TokenCell, row: number) =>
    baselines ? Float32Array.from(cell.genes, (gene) => baselines[row * pad + gene]!) : new Float32Array(cell.genes.length);
  const own = cells.map((cell) => baselineOf(cell, rows[cell.i]!));
  if (method === "gradient-x-input") return gradientTimesInput(gradient, pad, cells, own);
  if (method === "integrated-gradients") return integratedGradients(gradient, pad, cells, own, steps);
  const all = baselines ? baselines.length / pad : 1;
  const every = cells.map((cell) => Array.from({ length: all }, (_, row) => baselineOf(cell, row)));
  // Seeded by the cell, so that neither blocks nor lanes matter.
  return expectedGradients(gradient, pad, cells, every, steps.from, (k) => seeded(seed * 1_000_003 + range.first + offsets[cells[k]!.i]!));
}
