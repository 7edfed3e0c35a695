import { ALL_CELLS, type CompareQuestion, type PhenotypeReport, type PhenotypeRow } from "../../../contract/compare";
import { AnalysisError } from "../../../contract/errors";
import { mean } from "../../../contract/numbers";
import type { Phenotype } from "../../../contract/types";
import { unwrap, type CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS, type HeadStore } from "../../file/scores";
import { needsAllCells } from "../../results/shares";
import { compared, type Compared } from "./design";

const MEASURES = ["entropy", "probability"] as const;

/** What a model's head says of the cells of either condition: means over donors, paired where donors are. */
export async function phenotypeByCondition(
  core: CoreModule,
  file: OpenedFile,
  { model, phenotype, ...question }: CompareQuestion & { model: string; phenotype: Phenotype },
): Promise<PhenotypeReport> {
  const started = performance.now();
  const result = file.result(model);
  needsAllCells(result, "a comparison of what it says");
  const store = result.head(phenotype);
  if (!store) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
  const of = await compared(file, question);
  const { samples, design, whole, types } = of;
  const rows: PhenotypeRow[] = [];
  for (const measure of MEASURES) {
    const { sums, counts } = sumsOf(store, measure, of);
    const width = samples.types.length + 1;
    const own = [whole, ...types].map((units, place): PhenotypeRow => {
      const points = units.use.flatMap((sample) => {
        const at = sample * width + place;
        const { donor, side } = samples.samples[sample]!;
        return counts[at]! > 0 ? [{ donor, side, cells: counts[at]!, mean: sums[at]! / counts[at]! }] : [];
      });
      const values = (side: 0 | 1) => points.filter((point) => point.side === side);
      // A donor whose cells of one condition were not predicted is no pair.
      const pairs = values(0).flatMap((point) =>
        values(1)
          .filter(({ donor }) => donor === point.donor)
          .map((other) => [point.mean, other.mean]),
      );
      const isPaired = units.how === "paired";
      const [first, second] = isPaired
        ? [pairs.map(([a]) => a!), pairs.map(([, b]) => b!)]
        : [values(0).map((point) => point.mean), values(1).map((point) => point.mean)];
      const test = unwrap(core.mean_difference({ first, second, isPaired }));
      const isTested = units.matrix !== null;
      const only = (value: number) => (isTested ? value : NaN);
      return {
        type: place === 0 ? ALL_CELLS : samples.types[place - 1]!,
        measure,
        mean: [mean(first), mean(second)],
        difference: test.difference,
        low: only(test.low),
        high: only(test.high),
        t: only(test.t),
        df: only(test.freedom),
        p: only(test.p),
        q: NaN,
        how: units.how,
        donors: [first.length, second.length],
        points,
      };
    });
    // Types are tests of their own; all cells together are the one question asked first.
    const q = unwrap(core.benjamini_hochberg(Float64Array.from(own.slice(1), ({ p }) => p)));
    own.forEach((row, i) => (row.q = i === 0 ? row.p : q[i - 1]!));
    rows.push(...own);
  }
  const notes = [...design.notes];
  if (question.covariates.length > 0) notes.push("Covariates are not taken out of a model's entropy and probability.");
  return { design, model, phenotype, rows, seconds: (performance.now() - started) / 1000, refusals: design.refusals, notes };
}

/** Sums over the cells of each sample: all types first, then each; row-major samples x (1 + types). Cells not predicted count nowhere. */
function sumsOf(
  { k, top, entropy, probability }: HeadStore,
  measure: (typeof MEASURES)[number],
  { samples }: Compared,
): { sums: Float64Array; counts: Float64Array } {
  const width = samples.types.length + 1;
  const [sums, counts] = [new Float64Array(samples.samples.length * width), new Float64Array(samples.samples.length * width)];
  samples.sampleOf.forEach((sample, cell) => {
    if (sample < 0 || top[cell * k] === NO_CLASS) return;
    const value = measure === "entropy" ? entropy[cell]! : probability[cell * k]!;
    if (Number.isNaN(value)) return;
    for (const place of [0, 1 + samples.typeOf[cell]!]) {
      sums[sample * width + place]! += value;
      counts[sample * width + place]!++;
    }
  });
  return { sums, counts };
}
