import type { CompareQuestion } from "../../../contract/compare";
import { AnalysisError } from "../../../contract/errors";
import type { MadePart } from "../../../contract/parts";
import type { CellRange, PartSource } from "../../../contract/types";
import type { Sums } from "../../../../../wasm/bind/phenolens_core";
import { unwrap } from "../../base/core";
import { checkRange, madePart } from "../../parts/identity";
import { inOrder, tableReader } from "../../parts/read-table";
import type { SampleSum } from "../../parts/sample-sums";
import type { Job } from "../../pool/job";
import { gather } from "../survey/gather";
import { checkCounts, checkSize } from "./counts";
import { resolved } from "./question";
import { samplesOf, type Samples } from "./samples";

/**
 * Counts summed over a run of cells per donor, condition and type, to be merged with those of the rest. Whole counts are summed without
 * rounding, in whatever order; others are refused. Throws AnalysisError.
 */
export async function comparePart(job: Job, question: CompareQuestion, cells: CellRange): Promise<MadePart> {
  const { file, matrix } = job;
  checkRange(file.info, cells);
  checkCounts(job);
  const samples = samplesOf(await resolved(file, question, true));
  const width = samples.types.length;
  const mask = new Uint8Array(file.info.cells);
  const found = new Set<number>();
  for (let cell = cells.first; cell < cells.first + cells.count; cell++) {
    if (samples.sampleOf[cell]! < 0) continue;
    mask[cell] = 1;
    found.add(samples.sampleOf[cell]! * width + samples.typeOf[cell]!);
  }
  const order = [...found].sort((a, b) => a - b);
  const { genes } = file.matrixInfo(matrix);
  checkSize(order.length, genes);
  const { sumsBytes } = await import("../../parts/sample-sums");
  if (order.length === 0) return madePart(job, cells, "sums", sumsBytes([]));
  const place = new Map(order.map((key, i) => [key, i]));
  const groups = Int32Array.from(mask, (own, cell) => (own ? place.get(samples.sampleOf[cell]! * width + samples.typeOf[cell]!)! : -1));
  const what = { of: "pseudobulk", genes, samples: order.length } as const;
  const sums = await gather({ ...job, mask }, what, { step: "sums by donor", groups });
  try {
    return await madePart(job, cells, "sums", sumsBytes(rowsOf(job, sums, samples, order)));
  } finally {
    sums.delete();
  }
}

function rowsOf({ file, matrix }: Pick<Job, "file" | "matrix">, sums: Sums, { samples, types }: Samples, order: number[]): SampleSum[] {
  const { counts: all, cells } = unwrap(sums.sample_counts({ codes: Int32Array.from(order.keys()), count: order.length }));
  return order.map((key, i) => {
    const genes: number[] = [];
    for (let gene = 0; gene * order.length < all.length; gene++) if (all[gene * order.length + i]! > 0) genes.push(gene);
    const counts = Float64Array.from(genes, (gene) => all[gene * order.length + i]!);
    if (!counts.every(Number.isSafeInteger))
      throw new AnalysisError(
        "unsupported",
        `${matrix} of ${file.info.name} holds counts that are no whole numbers: the last digits of their sums would depend on the parts. ` +
          "Compare all cells by one command.",
      );
    const { donor, side } = samples[Math.floor(key / types.length)]!;
    return { donor, side, type: types[key % types.length]!, cells: cells[i]!, genes: Int32Array.from(genes), counts };
  });
}

/**
 * Puts what parts summed at the places of all samples: `place` row-major samples x types, -1 without cells. Every sample is held to have
 * the cells that it has in the file. Throws AnalysisError.
 */
export async function mergeSums(job: Job, parts: PartSource[], { samples, types, cells }: Samples, place: Int32Array): Promise<Sums> {
  const { core, file, matrix } = job;
  const { sumsRows } = await import("../../parts/sample-sums");
  const read = await tableReader(job, "sums");
  const keyOf = (donor: string, side: number, type: string) => JSON.stringify([donor, side, type]);
  const placeOf = new Map<string, number>();
  const expected: { key: string; cells: number }[] = [];
  place.forEach((at, i) => {
    if (at < 0) return;
    const { donor, side } = samples[Math.floor(i / types.length)]!;
    const key = keyOf(donor, side, types[i % types.length]!);
    placeOf.set(key, at);
    expected[at] = { key, cells: cells[i]! };
  });
  const sums = new core.Sums();
  try {
    unwrap(sums.start({ of: "pseudobulk", genes: file.matrixInfo(matrix).genes, samples: expected.length }));
    const found = new Float64Array(expected.length);
    for (const part of inOrder(parts)) {
      for (const { donor, side, type, cells: summed, genes, counts } of sumsRows(await read(part))) {
        const sample = placeOf.get(keyOf(donor, side, type));
        if (sample === undefined) throw other(part.name, `${type} of ${donor || "a donor without a name"}`);
        unwrap(sums.add_sample({ sample, cells: summed, genes, counts }));
        found[sample]! += summed;
      }
    }
    const differs = expected.findIndex((one, at) => one.cells !== found[at]);
    if (differs >= 0)
      throw other("One of the parts", `${found[differs]} cells of ${expected[differs]!.key}, not ${expected[differs]!.cells}`);
    return sums;
  } catch (error) {
    sums.delete();
    throw error;
  }
}

const other = (name: string, what: string): AnalysisError =>
  new AnalysisError("bad-input", `${name} has sums over ${what}, as the file does not say. Make the parts again.`);
