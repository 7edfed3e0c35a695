import type { CompareQuestion, ExpressionReport, ExpressionType } from "../../../contract/compare";
import { AnalysisError } from "../../../contract/errors";
import type { PartSource } from "../../../contract/types";
import { Kept } from "../../file/kept";
import type { OpenedFile } from "../../file/opened-file";
import type { Job } from "../../pool/job";
import { gather } from "../survey/gather";
import { checkCounts, checkSize } from "./counts";
import { compared, type Compared } from "./design";
import { describedFit, testedFit, type Bulk, type CellTests, type TypeFit } from "./fits";
import { mergeSums } from "./part";

export const FDR = 0.05;

/** Sums of counts and what was fitted to them, until another question is asked. */
export interface KeptExpression {
  compared: Compared;
  bulk: Bulk;
  /** Per donor, condition and type that has cells: places among samples and types, in the order of the sums. */
  sampleOf: Int32Array;
  typeOf: Int32Array;
  /** Row-major samples x types: the place among the sums; -1 where there are no cells. */
  place: Int32Array;
  fits: TypeFit[];
  sampleWeights: boolean;
  /** Of all genes, per type; undefined until they are asked for. */
  cells: Map<number, CellTests> | undefined;
}

export const EXPRESSION = new Kept<KeptExpression>("Expression has not been compared yet.", ({ bulk }) => bulk.sums.delete());

/** One pass that sums counts per donor, condition and type (or `parts` that did), and a fit per type. */
export async function expression(
  job: Job,
  { sampleWeights = false, parts, ...question }: CompareQuestion & { sampleWeights?: boolean; parts?: PartSource[] },
): Promise<ExpressionReport> {
  const started = performance.now();
  const { core, file, matrix, context } = job;
  checkCounts(job);
  const { genes } = file.matrixInfo(matrix);
  const of = await compared(file, question);
  const { samples, types } = of;
  const width = samples.types.length;
  const place = new Int32Array(samples.cells.length).fill(-1);
  const order = [...samples.cells.keys()].filter((i) => samples.cells[i]! > 0);
  order.forEach((i, at) => (place[i] = at));
  if (order.length === 0)
    throw new AnalysisError("bad-input", `No cell of ${of.sides[0]} or ${of.sides[1]} has a type by ${of.design.by}.`);
  checkSize(order.length, genes);
  const groups = Int32Array.from(samples.sampleOf, (sample, cell) => (sample < 0 ? -1 : place[sample * width + samples.typeOf[cell]!]!));
  const what = { of: "pseudobulk", genes, samples: order.length } as const;
  const sums = parts
    ? await mergeSums(job, parts, samples, place)
    : await gather({ ...job, mask: null }, what, { step: "sums by donor", groups });
  const bulk: Bulk = { genes, samples: order.length, sums };
  const kept: KeptExpression = {
    compared: of,
    bulk,
    sampleOf: Int32Array.from(order, (i) => Math.floor(i / width)),
    typeOf: Int32Array.from(order, (i) => i % width),
    place,
    fits: [],
    sampleWeights,
    cells: undefined,
  };
  const failed: string[] = [];
  const summed = performance.now();
  try {
    for (const [type, one] of types.entries()) {
      // A stop is heard between types.
      await new Promise((resolve) => setTimeout(resolve));
      if (context.signal.aborted) throw new AnalysisError("cancelled", "Stopped; nothing of this comparison is kept.");
      const use = one.use.map((sample) => place[sample * width + type]!);
      const sides = one.use.map((sample) => samples.samples[sample]!.side);
      try {
        kept.fits.push(
          one.matrix ? testedFit(core, bulk, { use, sides, matrix: one.matrix, sampleWeights }) : describedFit(bulk, use, sides),
        );
      } catch (error) {
        if (!(error instanceof AnalysisError) || error.code !== "bad-input") throw error;
        failed.push(`${samples.types[type]}: ${error.message}`);
        kept.fits.push(describedFit(bulk, use, sides));
      }
    }
  } catch (error) {
    bulk.sums.delete();
    throw error;
  }
  const fitted = performance.now();
  EXPRESSION.put(file, matrix, kept);
  const rows = samples.types.map((type, i): ExpressionType => {
    const [fit, one, design] = [kept.fits[i]!, types[i]!, of.design.types[i]!];
    const isHit = (gene: number) => fit.q[gene]! < FDR;
    const hits = [...fit.q.keys()].filter(isHit);
    const isTested = !Number.isNaN(fit.freedom);
    return {
      type,
      isTested,
      whyNot: isTested ? null : (design.whyNot ?? "its counts cannot be fitted"),
      how: isTested ? one.how : "none",
      donors: one.how === "paired" ? [one.both, one.both] : one.donors,
      cells: design.cells,
      genes: fit.tested.length,
      significant: hits.length,
      up: hits.filter((gene) => fit.logFoldChange[gene]! > 0).length,
      df: fit.freedom - fit.priorFreedom,
      dfPrior: fit.priorFreedom,
    };
  });
  return {
    design: of.design,
    types: rows.sort((a, b) => b.significant - a.significant || b.cells[0] + b.cells[1] - a.cells[0] - a.cells[1]),
    seconds: (performance.now() - started) / 1000,
    fitSeconds: (fitted - summed) / 1000,
    refusals: of.design.refusals,
    notes: [...of.design.notes, ...failed],
  };
}

export const keptExpression = (file: OpenedFile, matrix: string): KeptExpression => EXPRESSION.of(file, matrix);

/** The place of a type by its name; throws AnalysisError(bad-input) where it was not compared. */
export function typeNamed({ compared: { samples } }: KeptExpression, name: string): number {
  const place = samples.types.indexOf(name);
  if (place < 0) throw new AnalysisError("bad-input", `No type named ${name} was compared; there are ${samples.types.join(", ")}.`);
  return place;
}
