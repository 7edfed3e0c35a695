import type { Design } from "../../../../../wasm/bind/phenolens_core";
import type { CovariateUse } from "../../../contract/compare";
import type { SampleValues } from "./covariates";
import type { Samples } from "./samples";
import { LEAST_FREEDOM, type Units } from "./units";

/** What is fitted: a row per sample that takes part, the last column 1 for the level compared; `contrast` picks that column. */
export interface ModelMatrix extends Design {
  contrast: Float64Array<ArrayBuffer>;
}

export interface Fitted {
  matrix: ModelMatrix | null;
  covariates: CovariateUse[];
  /** Why nothing can be tested, as a part of a sentence; null where it can. */
  whyNot: string | null;
}

const NEAR_ZERO = 1e-8;

/** Columns that are independent so far, orthonormal (modified Gram and Schmidt). */
class Basis {
  private readonly vectors: Float64Array[] = [];

  /** What of a column the others do not say: null where nothing is left of it. */
  private rest(column: ArrayLike<number>): Float64Array | null {
    const left = Float64Array.from(column);
    const size = Math.hypot(...left);
    for (let again = 0; again < 2; again++)
      for (const one of this.vectors) {
        const dot = left.reduce((sum, value, i) => sum + value * one[i]!, 0);
        for (let i = 0; i < left.length; i++) left[i]! -= dot * one[i]!;
      }
    const rest = Math.hypot(...left);
    return rest > NEAR_ZERO * size && size > 0 ? left.map((value) => value / rest) : null;
  }

  spans(column: ArrayLike<number>): boolean {
    return this.rest(column) === null;
  }

  /** Whether it was independent, and so is one of them now. */
  add(column: ArrayLike<number>): boolean {
    const rest = this.rest(column);
    if (rest) this.vectors.push(rest);
    return rest !== null;
  }

  get size(): number {
    return this.vectors.length;
  }
}

/** The columns of one covariate over the samples that take part: a word's first value is what others differ from. */
function columnsOf({ column, kind, values, names }: SampleValues, use: readonly number[]): { name: string; values: Float64Array }[] {
  const own = use.map((sample) => values[sample]!);
  if (kind === "number") {
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const spread = Math.sqrt(own.reduce((sum, value) => sum + (value - mean) ** 2, 0) / own.length) || 1;
    return [{ name: column, values: Float64Array.from(own, (value) => (value - mean) / spread) }];
  }
  return [...new Set(own)]
    .slice(1)
    .map((place) => ({ name: `${column} ${names[place]}`, values: Float64Array.from(own, (value) => Number(value === place)) }));
}

/** The model of some units: an intercept, donors where they are paired, covariates, the condition. */
export function modelMatrix({ samples, donorOf }: Samples, units: Units, covariates: readonly SampleValues[]): Fitted {
  const { use, how } = units;
  if (how === "none") return { matrix: null, covariates: [], whyNot: units.whyNot };
  const columns: { name: string; values: Float64Array }[] = [];
  const basis = new Basis();
  const add = (name: string, values: Float64Array) => {
    const isNew = basis.add(values);
    if (isNew) columns.push({ name, values });
    return isNew;
  };
  add("intercept", new Float64Array(use.length).fill(1));
  if (how === "paired")
    for (const donor of [...new Set(use.map((sample) => donorOf[sample]!))].slice(1))
      add(
        `donor ${donor}`,
        Float64Array.from(use, (sample) => Number(donorOf[sample] === donor)),
      );
  const condition = Float64Array.from(use, (sample) => Number(samples[sample]!.side === 0));
  const told: CovariateUse[] = [];
  for (const one of covariates) {
    const leave = (words: string) => told.push({ column: one.column, isUsed: false, words });
    const name = (sample: number) => samples[sample]!.donor;
    const varied = use.find((sample) => one.varied.includes(sample));
    const unknown = use.find((sample) => Number.isNaN(one.values[sample]!));
    if (varied !== undefined) {
      leave(`not taken out: cells of ${name(varied)} in one condition differ in it, and donors are the units`);
      continue;
    }
    if (unknown !== undefined) {
      leave(`not taken out: it is not known of ${name(unknown)}`);
      continue;
    }
    const before = columns.length;
    const own = columnsOf(one, use);
    if (own.every(({ values }) => basis.spans(values))) {
      leave(
        how === "paired"
          ? "not needed: it is the same within every donor, and differences are within donors"
          : "not needed: it is the same for all donors, or told by the other covariates",
      );
      continue;
    }
    for (const { name: title, values } of own) add(title, values);
    if (basis.spans(condition))
      return {
        matrix: null,
        covariates: [...told, { column: one.column, isUsed: false, words: "confounded with the condition" }],
        whyNot: `the condition and ${one.column} are confounded: no donors tell the two apart`,
      };
    told.push({
      column: one.column,
      isUsed: true,
      words:
        one.kind === "number" ? "taken out as a number, the mean of a donor's cells" : `taken out, ${columns.length - before + 1} values`,
    });
  }
  if (!add("condition", condition)) return { matrix: null, covariates: told, whyNot: "no donor tells the conditions apart" };
  const freedom = use.length - basis.size;
  if (freedom < LEAST_FREEDOM)
    return {
      matrix: null,
      covariates: told,
      whyNot:
        `${use.length} samples with ${basis.size} coefficients leave ${freedom} ${freedom === 1 ? "degree" : "degrees"} of freedom, ` +
        `and a test needs ${LEAST_FREEDOM}`,
    };
  return {
    matrix: {
      samples: use.length,
      design: Float64Array.from(
        { length: use.length * columns.length },
        (_, i) => columns[i % columns.length]!.values[Math.floor(i / columns.length)]!,
      ),
      columns: columns.map(({ name }) => name),
      contrast: Float64Array.from(columns, (_, i) => Number(i === columns.length - 1)),
    },
    covariates: told,
    whyNot: null,
  };
}
