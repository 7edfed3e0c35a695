import type { Attribution } from "../../../../../wasm/bind/phenolens_core";
import type { Handlers } from "../../../contract/protocol";
import { encodeBatches } from "../../model/batches";
import { loadCore, unwrap } from "../../base/core";
import { openGradient } from "../../model/gradient";
import type { EditedCells, EditLane, EditResult } from "../../contract/edit";
import { openModel } from "../../model/session";
import { assemble } from "../predict/lane";
import type { LaneState } from "../../lane/state";

/** What a model says of cells that are in no file: the same cells before and after a change of one gene. */
export function editLane(lane: LaneState): Handlers<EditLane> {
  return {
    async predictEdited(request) {
      const { model, block, like } = request;
      lane.loadBlock(block, like);
      if (lane.models[model]!.manifest.kind !== "linear") return predictEditedTokens(lane, request);
      const attribution = new (await loadCore(lane.environment)).Attribution();
      try {
        return predictEditedLinear(lane, attribution, request);
      } finally {
        attribution.delete();
      }
    },
  };
}

/** Half of the block's cells are as they were, the other half as they are now, in the same order. */
function predictEditedLinear(
  lane: LaneState,
  attribution: Attribution,
  { model, head, gene, codes: asked, block }: EditedCells,
): EditResult {
  const { handle } = lane.models[model]!;
  const scores = unwrap(lane.analysis.predict(handle)).heads[head]!;
  const half = block.cells / 2;
  const codes = codesOf(asked, scores.top, scores.k, half);
  const cells = Int32Array.from({ length: block.cells }, (_, cell) => cell);
  const none = new Int32Array(block.cells);
  const against = new Int32Array(block.cells).fill(-1);
  const both = Int32Array.from({ length: block.cells }, (_, cell) => codes[cell % half]!);
  const genes = unwrap(attribution.start(lane.analysis, handle, { head, groups: 1, parts: 1 }));
  const { atCell } = unwrap(
    attribution.explain(lane.analysis, { cells, groups: none, parts: none, codes: both, against, baselines: none }),
  );
  const place = genes.indexOf(gene);
  const predicted = new Float32Array(half).fill(NaN);
  if (place >= 0) {
    const rows = unwrap(attribution.rows(lane.analysis, { cells, codes: both, against, baselines: none }));
    // Weight times score, before and after: the gene's own part; what its ranks do to the others' is not foretold.
    for (let cell = 0; cell < half; cell++)
      predicted[cell] = rows[(half + cell) * genes.length + place]! - rows[cell * genes.length + place]!;
  }
  return { scores, logits: atCell.slice(), predicted };
}

async function predictEditedTokens(
  lane: LaneState,
  { model, head, gene, codes: asked, block, files, backend }: EditedCells,
): Promise<EditResult> {
  const { handle, manifest } = lane.models[model]!;
  const half = block.cells / 2;
  await lane.running[model]?.release();
  const session = (lane.running[model] = await openModel(lane.environment, manifest, files!.predict, files!.selfTest, backend));
  try {
    const { heads, logits } = await assemble(
      lane,
      model,
      { first: 0, count: block.cells },
      encodeBatches(lane.analysis, handle, manifest.genes, backend),
    );
    const codes = codesOf(asked, heads[head]!.top, heads[head]!.k, half);
    const classes = manifest.heads[head]!.classes.length;
    const followed = Float32Array.from({ length: block.cells }, (_, cell) =>
      codes[cell % half]! < 0 ? NaN : logits[head]![cell * classes + codes[cell % half]!]!,
    );
    const predicted = files!.gradient
      ? await slopes(lane, { model, head, gene, block, files: files!, backend }, codes)
      : new Float32Array(half).fill(NaN);
    return { scores: heads[head]!, logits: followed, predicted };
  } finally {
    await session.release();
    lane.running[model] = undefined;
  }
}

/** Slope at each cell before the edit, times the change of the gene's value as the model reads it. */
async function slopes(
  lane: LaneState,
  {
    model,
    head,
    gene,
    block,
    files,
    backend,
  }: Pick<EditedCells, "model" | "head" | "gene" | "block" | "backend"> & { files: NonNullable<EditedCells["files"]> },
  codes: Int32Array,
): Promise<Float32Array<ArrayBuffer>> {
  const { handle, manifest } = lane.models[model]!;
  const half = block.cells / 2;
  const gradient = await openGradient(lane.environment, manifest, { ...files, gradient: files.gradient! }, head, backend);
  const after = new Float32Array(half);
  const out = new Float32Array(half).fill(NaN);
  try {
    const batches = (first: number) =>
      encodeBatches(
        lane.analysis,
        handle,
        manifest.genes,
        backend,
        Int32Array.from({ length: half }, (_, cell) => first + cell),
      );
    for (const { cells, batch } of batches(half))
      cells.forEach((cell, row) => {
        after[cell - half] = valueAt(batch, row, gene)?.value ?? 0;
      });
    for (const { cells, batch } of batches(0)) {
      const of = Int32Array.from(cells, (cell) => Math.max(codes[cell]!, 0));
      const run = await gradient.run(batch, of, new Int32Array(cells.length).fill(-1));
      cells.forEach((cell, row) => {
        const token = valueAt(batch, row, gene);
        if (token && codes[cell]! >= 0) out[cell] = run.gradient[row * batch.length + token.place]! * (after[cell]! - token.value);
      });
    }
  } finally {
    await gradient.release();
  }
  return out;
}

function valueAt(
  { length, genes, values, mask }: { length: number; genes: Int32Array; values: Float32Array; mask: Float32Array },
  row: number,
  gene: number,
): { place: number; value: number } | null {
  for (let place = 0; place < length; place++) {
    const at = row * length + place;
    if (genes[at] === gene && mask[at]! > 0) return { place, value: values[at]! };
  }
  return null;
}

/** The class followed in each cell: the one asked for, or its first guess; -1 where it has none. */
function codesOf(asked: number, top: Uint16Array, k: number, half: number): Int32Array {
  return Int32Array.from({ length: half }, (_, cell) => (asked >= 0 ? asked : top[cell * k] === 65_535 ? -1 : top[cell * k]!));
}
