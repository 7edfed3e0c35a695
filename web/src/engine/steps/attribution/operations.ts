import { AnalysisError, toWire } from "../../../contract/errors";
import type { AttributionOperations, AttributionReport, AttributionRequest } from "../../../contract/operations/attribution";
import type { CallContext, Handlers } from "../../../contract/protocol";
import { readBaselines } from "./baselines";
import type { ChosenBlock } from "./blocks";
import { chooseCells } from "./cells";
import { Explanation } from "./explanation";
import { prune } from "../deletion/deletion";
import { blocksOf, geneNames, hasGradient, headOf, prepare } from "./setup";
import type { Desk } from "../../desk";
import type { ExplainedBlock, ExplainedCells, ExplainStart } from "../../contract/lane-operations";
import type { LanePool } from "../../pool/lane-pool";
import { Pace } from "../../base/pace";
import { chooseBackend, type OnnxBackend } from "../../model/runtime";
import { sweep } from "../../pool/sweep";

/**
 * Genes of each group whose attributions are kept ahead; values kept in all (64 MB), and cells beyond which a pass
 * takes too long to make unasked.
 */
const AHEAD_GENES = 25;
const AHEAD_VALUES = 16e6;
const AHEAD_CELLS = 150_000;
/** Milliseconds between reports on the way. */
const BETWEEN = 2500;

export function attributionOperations(desk: Desk): Handlers<AttributionOperations> {
  let last: Explanation | undefined;

  const explained = (): Explanation => {
    if (!last || !desk.file) throw new AnalysisError("bad-input", "Nothing has been explained yet.");
    return last;
  };

  return {
    attribute: (request, context) =>
      desk.sweeping(request.lanes, async (pool) => {
        const made = await attribute(desk, pool, request, context);
        last = made.explanation;
        return made.report;
      }),
    prune: (request, context) => desk.sweeping(request.lanes, (pool) => prune(desk, pool, explained(), request, context)),
    async attributionAhead() {
      const explanation = explained();
      const isLinear = desk.models.folder(explanation.request.model).manifest.kind === "linear";
      if (isLinear && explanation.chosen.cells.length <= AHEAD_CELLS) await lookAhead(desk, explanation, []);
      return null;
    },
    async attributionOfGene({ gene }) {
      const explanation = explained();
      const values = new Float32Array(desk.opened().info.cells).fill(NaN);
      const { chosen, request } = explanation;
      if (desk.models.folder(request.model).manifest.kind === "linear") {
        if (!explanation.ahead.has(gene)) await lookAhead(desk, explanation, [gene]);
        const own = explanation.ahead.get(gene)!;
        chosen.cells.forEach((cell, i) => {
          values[cell] = own[i]!;
        });
        return { values };
      }
      chosen.cells.forEach((cell, i) => {
        const tokens = explanation.tokensOf(i);
        // A gene that a cell does not give adds nothing.
        if (tokens) values[cell] = tokens.values[tokens.genes.indexOf(gene)] ?? 0;
      });
      return { values };
    },
    async attributionOfCell({ cell, genes: most }) {
      const explanation = explained();
      const place = explanation.place(cell);
      if (place === undefined || Number.isNaN(explanation.atCell[place]!)) return null;
      let found = explanation.tokensOf(place);
      if (!found) {
        await desk.sweeping(explanation.request.lanes, (pool) =>
          linearRows(
            desk,
            pool,
            explanation,
            null,
            (_, row) => {
              found = { genes: Int32Array.from(row.keys()), values: row.slice() };
            },
            place,
          ),
        );
      }
      const order = Array.from(found!.values.keys()).sort((a, b) => Math.abs(found!.values[b]!) - Math.abs(found!.values[a]!));
      const [shown, others] = [order.slice(0, most), order.slice(most)];
      return {
        genes: shown.map((i) => ({ gene: found!.genes[i]!, attribution: found!.values[i]! })),
        rest: others.reduce((sum, i) => sum + found!.values[i]!, 0),
        atCell: explanation.atCell[place]!,
        atBaseline: explanation.atBaseline[place]!,
      };
    },
  };
}

/** Chooses cells and baselines, then sweeps over the chosen cells: lanes sum, what is small per cell comes back. */
async function attribute(
  desk: Desk,
  pool: LanePool,
  request: AttributionRequest,
  context: CallContext<AttributionReport>,
): Promise<{ explanation: Explanation; report: AttributionReport }> {
  const file = desk.opened();
  const started = performance.now();
  const { signal } = context;
  const [core, folder] = [await desk.core(), desk.models.folder(request.model)];
  const { manifest } = folder;
  const isLinear = manifest.kind === "linear";
  const head = headOf(manifest, request);
  const chosen = await chooseCells(file, request);
  await prepare(desk, pool, manifest);
  const baselines = await readBaselines(file, pool.lanes, isLinear ? 0 : 1, isLinear, request, chosen, signal);
  const files = isLinear
    ? null
    : {
        predict: await folder.file("predict"),
        gradient: hasGradient(manifest) ? await folder.file("gradient") : null,
        selfTest: folder.has("self_test") ? await folder.text("self_test") : null,
      };
  const notes: string[] = [];
  if (files && !files.gradient)
    notes.push(
      `${manifest.title} has no gradient to explain with: genes were taken away one by one, at most ${request.steps.most} a cell.`,
    );
  const start = (backend: OnnxBackend): ExplainStart => ({
    model: 0,
    head,
    groups: chosen.names.length,
    parts: chosen.partCount,
    baselines: baselines.rows,
    method: request.method,
    steps: request.steps,
    seed: request.seed,
    backend,
    files,
  });
  let { backend, fallback } = isLinear
    ? { backend: "wasm" as OnnxBackend, fallback: "" }
    : await chooseBackend(desk.environment, request.backend);
  let lanes = backend === "webgpu" ? pool.lanes.slice(0, 1) : pool.lanes;
  const begin = () => Promise.all(lanes.map((lane) => lane.call("explainStart", start(backend))));
  let begun: { genes: Int32Array }[];
  try {
    begun = await begin();
  } catch (error) {
    if (backend !== "webgpu") throw error;
    [backend, fallback, lanes] = ["wasm", `The graphics card was tried and left: ${toWire(error).message}`, pool.lanes];
    begun = await begin();
  }
  if (fallback) notes.push(fallback);
  const explanation = new Explanation(request, chosen, baselines, await geneNames(desk, request.model, begun[0]!.genes));
  const pace = new Pace(manifest.name, chosen.cells.length);
  const report = async (cancelled: boolean) =>
    explanation.report({
      groups: explanation.groups(core, await Promise.all(lanes.map((lane) => lane.call("explainState", {})))),
      method: isLinear ? "closed-form" : files!.gradient ? request.method : "occlusion",
      backend: isLinear ? "core" : backend,
      seconds: (performance.now() - started) / 1000,
      notes,
      cancelled,
    });
  let told = performance.now();
  let telling = false;
  await sweep<ExplainedBlock, ChosenBlock>({
    lanes,
    groups: blocksOf(desk, lanes, explanation.chosen.cells, isLinear),
    signal,
    visit: (lane, block) => lane.call("explain", explainedCells(explanation, block)),
    take(block, result) {
      explanation.put(block, result);
      context.progress(pace.add(block.to - block.from));
      if (telling || performance.now() - told < BETWEEN) return;
      telling = true;
      void report(false)
        .then(context.part, () => undefined)
        .finally(() => {
          telling = false;
          told = performance.now();
        });
    },
  });
  if (explanation.done === 0 && signal.aborted) throw new AnalysisError("cancelled", "Stopped before any cell was explained.");
  const whole = await report(signal.aborted);
  await pool.all("explainStop", {});
  return { explanation, report: whole };
}

function explainedCells({ chosen, baselines }: Explanation, { first, count, from, to }: ChosenBlock): ExplainedCells {
  return {
    range: { first, count },
    cells: Int32Array.from(chosen.cells.subarray(from, to), (cell) => cell - first),
    groups: chosen.groups.slice(from, to),
    parts: chosen.parts.slice(from, to),
    codes: chosen.codes.slice(from, to),
    against: chosen.against.slice(from, to),
    baselines: baselines.rowOf.slice(from, to),
  };
}

/** One pass for the genes asked and the strongest of every group, which are likely asked next. */
async function lookAhead(desk: Desk, explanation: Explanation, asked: number[]): Promise<void> {
  const cells = explanation.chosen.cells.length;
  const room = Math.max(0, Math.floor(AHEAD_VALUES / cells) - asked.length);
  const genes = Int32Array.from(new Set([...asked, ...explanation.strongest(AHEAD_GENES).slice(0, room)])).filter(
    (gene) => !explanation.ahead.has(gene),
  );
  if (genes.length === 0) return;
  const kept = Array.from(genes, () => new Float32Array(cells).fill(NaN));
  await desk.sweeping(explanation.request.lanes, (pool) =>
    linearRows(desk, pool, explanation, genes, (cell, row) => {
      const place = explanation.place(cell)!;
      kept.forEach((values, i) => {
        values[place] = row[i]!;
      });
    }),
  );
  // What was kept for another question makes room.
  if ((explanation.ahead.size + genes.length) * cells > 2 * AHEAD_VALUES) explanation.ahead.clear();
  genes.forEach((gene, i) => explanation.ahead.set(gene, kept[i]!));
}

/** A linear model's attributions of some genes (or all), made again: of all cells explained, or of one. */
async function linearRows(
  desk: Desk,
  pool: LanePool,
  explanation: Explanation,
  genes: Int32Array<ArrayBuffer> | null,
  take: (cell: number, row: Float32Array) => void,
  only?: number,
): Promise<void> {
  const { request, chosen, baselines } = explanation;
  const { manifest } = desk.models.folder(request.model);
  await prepare(desk, pool, manifest);
  const start = {
    model: 0,
    head: headOf(manifest, request),
    groups: 1,
    parts: 1,
    baselines: baselines.rows,
    method: request.method,
    steps: request.steps,
    seed: request.seed,
    backend: "wasm" as const,
    files: null,
  };
  await pool.all("explainStart", start);
  const groups =
    only === undefined
      ? blocksOf(desk, pool.lanes, chosen.cells, true)
      : [[{ first: chosen.cells[only]!, count: 1, from: only, to: only + 1 }]];
  await sweep<Float32Array, ChosenBlock>({
    lanes: pool.lanes,
    groups,
    signal: new AbortController().signal,
    visit: (lane, block) => lane.call("explainRows", { ...explainedCells(explanation, block), genes }),
    take({ from, to }, rows) {
      const width = rows.length / (to - from);
      for (let i = from; i < to; i++) take(chosen.cells[i]!, rows.subarray((i - from) * width, (i - from + 1) * width));
    },
  });
}
