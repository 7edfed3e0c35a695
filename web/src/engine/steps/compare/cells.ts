import type { Sums } from "../../../../../wasm/bind/phenolens_core";
import type { CellsReport } from "../../../contract/compare";
import { AnalysisError } from "../../../contract/errors";
import { unwrap, type CoreModule } from "../../base/core";
import { Pace } from "../../base/pace";
import type { Job } from "../../pool/job";
import { gather } from "../survey/gather";
import { FDR, keptExpression, type KeptExpression } from "./expression";
import { testedFit, type CellTests } from "./fits";
import { modelMatrix } from "./model-matrix";
import { LEAST_SPLIT, splitsOf } from "./splits";
import { unitsOf } from "./units";

/** Samples times genes: three doubles are kept of each, in every lane. */
const MOST_SUMS = 1e7;

/** The same genes with cells as units, and both ways of testing where there is nothing to find. */
export async function cellTests(job: Job, { splits, seed }: { splits: number; seed: number }): Promise<CellsReport> {
  const started = performance.now();
  const { core, file, matrix, context } = job;
  if (!(Number.isInteger(splits) && splits >= 1 && splits <= 1000))
    throw new AnalysisError("bad-input", `From 1 to 1,000 splits can be made, not ${splits}.`);
  const kept = keptExpression(file, matrix);
  const { samples, design } = kept.compared;
  const { genes } = file.matrixInfo(matrix);
  const count = kept.bulk.samples;
  if (count * genes > MOST_SUMS)
    throw new AnalysisError(
      "bad-input",
      `Cells as units need sums of ${count.toLocaleString("en")} samples of ${genes.toLocaleString("en")} genes, ` +
        `${Math.round((count * genes * 24) / 1e6)} MB a lane; ${Math.round((MOST_SUMS * 24) / 1e6)} MB are allowed.`,
    );
  const width = samples.types.length;
  const groups = Int32Array.from(samples.sampleOf, (sample, cell) =>
    sample < 0 ? -1 : kept.place[sample * width + samples.typeOf[cell]!]!,
  );
  const sums = await gather({ ...job, mask: null }, { of: "groups", genes, groups: count }, { step: "cells as units", groups });
  try {
    const found = new Map<number, CellTests>();
    const types: CellsReport["types"] = [];
    const pace = new Pace("splits of donors", width * splits);
    for (const [type, name] of samples.types.entries()) {
      const own = testOf(sums, kept, type);
      if (own) found.set(type, own);
      const fit = kept.fits[type]!;
      const halves = splitsOf(kept, type, splits, seed);
      const row: CellsReport["types"][number] = {
        type: name,
        byCells: own ? hits(own.q, fit.tested, core) : 0,
        byDonors: fit.q.filter((q) => q < FDR).length,
        split: halves.label,
        donors: halves.donors.length,
        distinct: halves.distinct,
        splitByCells: [],
        splitByDonors: [],
      };
      for (const half of halves.some) {
        if (context.signal.aborted) throw new AnalysisError("cancelled", "Stopped; nothing of this comparison is kept.");
        const [a, b] = [half, halves.donors.filter((sample) => !half.includes(sample))];
        const counted = countSplit(core, sums, kept, type, a, b);
        row.splitByCells.push(counted.byCells);
        row.splitByDonors.push(counted.byDonors);
        context.progress(pace.add(1));
        // Others get their turn: a fit takes some tenths of a second.
        await new Promise((resolve) => setTimeout(resolve));
      }
      if (halves.some.length < splits) context.progress(pace.add(splits - halves.some.length));
      types.push(row);
    }
    kept.cells = found;
    return {
      types,
      seconds: (performance.now() - started) / 1000,
      refusals: design.refusals,
      notes: notesOf(types),
    };
  } finally {
    sums.delete();
  }
}

/** Genes with q below 5% among those that are tested over donors: q is over these. */
function hits(p: Float64Array, tested: Int32Array, core: CoreModule): number {
  return unwrap(core.benjamini_hochberg(Float64Array.from(tested, (gene) => p[gene]!))).filter((q) => q < FDR).length;
}

/** Cells of the samples that take part, side against side; null where a side has fewer than two. */
function testOf(sums: Sums, { compared, place }: KeptExpression, type: number): CellTests | null {
  const { samples, types } = compared;
  const width = samples.types.length;
  const of = (side: 0 | 1) =>
    types[type]!.use.filter((sample) => samples.samples[sample]!.side === side).map((sample) => place[sample * width + type]!);
  return between(sums, of(0), of(1));
}

function between(sums: Sums, own: readonly number[], rest: readonly number[]): CellTests | null {
  if (own.length === 0 || rest.length === 0) return null;
  const found = sums.tests({ own: Int32Array.from(own), rest: Int32Array.from(rest) });
  return "error" in found ? null : unwrap(found);
}

/** Genes found between two halves of the donors of one condition. */
function countSplit(
  core: CoreModule,
  sums: Sums,
  kept: KeptExpression,
  type: number,
  first: readonly number[],
  second: readonly number[],
): { byCells: number; byDonors: number } {
  const { samples, question } = kept.compared;
  const width = samples.types.length;
  const at = (some: readonly number[]) => some.map((sample) => kept.place[sample * width + type]!);
  const cells = between(sums, at(first), at(second));
  const isFirst = new Set(first);
  const half = {
    ...samples,
    samples: samples.samples.map((one, sample) => ({ ...one, side: isFirst.has(sample) ? (0 as const) : (1 as const) })),
  };
  const members = new Set([...first, ...second]);
  const sizes = samples.samples.map((_, sample) => (members.has(sample) ? samples.cells[sample * width + type]! : 0));
  const units = unitsOf(half, sizes, { ...question, pairing: "independent" }, ["", ""]);
  const { matrix } = modelMatrix(half, units, []);
  const fit =
    matrix &&
    testedFit(core, kept.bulk, {
      use: at(units.use),
      sides: units.use.map((sample) => half.samples[sample]!.side),
      matrix,
      sampleWeights: kept.sampleWeights,
    });
  const tested = fit?.tested ?? new Int32Array();
  return { byCells: cells ? hits(cells.p, tested, core) : 0, byDonors: fit?.q.filter((q) => q < FDR).length ?? 0 };
}

function notesOf(types: CellsReport["types"]): string[] {
  const split = types.filter(({ splitByCells }) => splitByCells.length > 0);
  const notes = [
    "Cells of one donor resemble each other, so that cells as units make any difference between donors look like one between conditions: " +
      "their p values are shown to be seen through, not to be used.",
  ];
  if (split.length === 0)
    notes.push(`No condition has ${LEAST_SPLIT} donors with enough cells of a type: none can be split in two to count false positives.`);
  const middle = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1]!;
  for (const { type, split: label, donors, splitByCells, splitByDonors, distinct } of split)
    notes.push(
      `${type}: the ${donors} donors of ${label} split in two, ${splitByCells.length} of ${distinct.toLocaleString("en")} ways: between ` +
        `halves that differ in nothing but donors, cells as units find ${middle(splitByCells).toLocaleString("en")} genes at an FDR of ` +
        `5% (median), donors ${middle(splitByDonors).toLocaleString("en")}.`,
    );
  return notes;
}
