import { type CompareDesign, type CompareQuestion, type CovariateUse, type TypeDesign } from "../../../contract/compare";
import type { OpenedFile } from "../../file/opened-file";
import { confounded } from "./batches";
import { sampleValues, type SampleValues } from "./covariates";
import { modelMatrix, type Fitted } from "./model-matrix";
import { resolved } from "./question";
import { samplesOf, type Samples } from "./samples";
import { unitsOf, type Units } from "./units";

/** A side of which fewer cells than this have a named donor is not stood for by those that have. */
const LEAST_NAMED = 0.5;

/** Types that a sentence names; the table has them all. */
const NAMED = 4;

/** What all parts of a comparison start from. */
export interface Compared {
  question: CompareQuestion;
  sides: [string, string];
  samples: Samples;
  covariates: SampleValues[];
  /** Of all types together, and of each. */
  whole: Units & Fitted;
  types: (Units & Fitted)[];
  design: CompareDesign;
}

const count = (n: number) => n.toLocaleString("en");

/** Reads the columns and says who can be compared with whom. */
export async function compared(file: OpenedFile, question: CompareQuestion): Promise<Compared> {
  const known = await resolved(file, question);
  const samples = samplesOf(known);
  const { sides } = known;
  const covariates = await Promise.all(question.covariates.map((name) => sampleValues(file, name, samples)));
  const totals = samples.samples.map(({ cells }) => cells);
  const width = samples.types.length;
  const fit = (cells: ArrayLike<number>) => {
    const units = unitsOf(samples, cells, question, sides);
    const fitted = modelMatrix(samples, units, covariates);
    return { ...units, ...fitted, how: fitted.matrix ? units.how : ("none" as const) };
  };
  const whole = fit(totals);
  const refusals = refusalsOf(samples, whole, question, sides);
  const types = samples.types.map((_, type) => fit(Float64Array.from(totals, (_total, sample) => samples.cells[sample * width + type]!)));
  if (refusals.length > 0)
    for (const one of [whole, ...types]) Object.assign(one, { how: "none", matrix: null, whyNot: one.whyNot ?? "see above" });
  const kind = kindOf(samples);
  const both = bothOf(samples);
  const design: CompareDesign = {
    condition: question.condition,
    levels: known.levels,
    sides: [0, 1].map((side) => {
      const own = samples.samples.filter((sample) => sample.side === side);
      return {
        label: sides[side as 0 | 1],
        cells: samples.all[side as 0 | 1],
        used: samples.hasDonors ? own.reduce((sum, { cells }) => sum + cells, 0) : 0,
        donors: samples.hasDonors ? own.length : 0,
      };
    }) as CompareDesign["sides"],
    donors: question.donors,
    by: known.types.by,
    kind,
    tested: whole.how,
    both,
    samples: samples.samples,
    types: samples.types.map((type, i): TypeDesign => {
      const one = types[i]!;
      return {
        type,
        cells: [0, 1].map((side) =>
          samples.samples.reduce((sum, sample, place) => sum + (sample.side === side ? samples.cells[place * width + i]! : 0), 0),
        ) as [number, number],
        donors: one.donors,
        both: one.both,
        isTested: one.matrix !== null,
        whyNot: refusals[0] ?? one.whyNot,
      };
    }),
    cells: samples.cells.slice(),
    unnamed: samples.unnamed,
    untyped: samples.untyped,
    covariates: usesOf(question, whole, types),
    confounded: await confounded(file, known, samples),
    refusals,
    notes: [],
  };
  design.notes.push(...notesOf(design, samples, whole));
  return { question, sides, samples, covariates, whole, types, design };
}

function bothOf({ samples, donorOf, hasDonors }: Samples): number {
  return hasDonors ? samples.length - new Set(donorOf).size : 0;
}

function kindOf(samples: Samples): CompareDesign["kind"] {
  if (!samples.hasDonors) return "unknown";
  const both = bothOf(samples);
  return both === 0 ? "independent" : both * 2 === samples.samples.length ? "paired" : "mixed";
}

/** How each covariate is used over all types together, or in the first type where that cannot be fitted. */
function usesOf({ covariates }: CompareQuestion, whole: Fitted, types: readonly Fitted[]): CovariateUse[] {
  const told = whole.covariates.length > 0 ? whole.covariates : (types.find((one) => one.covariates.length > 0)?.covariates ?? []);
  return covariates.map((column) => told.find((one) => one.column === column) ?? { column, isUsed: false, words: "nothing is fitted" });
}

function refusalsOf(samples: Samples, whole: Units & Fitted, { donors, minCells }: CompareQuestion, sides: [string, string]): string[] {
  const withheld = (why: string) => `No p value is given: ${why}.`;
  if (!samples.hasDonors)
    return [
      withheld(
        donors === null
          ? "no column names the donors, and cells of one donor are no independent observations of a condition"
          : `${donors} names no donor of these cells, and cells of one donor are no independent observations of a condition`,
      ),
    ];
  for (const side of [0, 1] as const) {
    const [all, unnamed] = [samples.all[side], samples.unnamed[side]];
    const own = samples.samples.filter((sample) => sample.side === side).length;
    if (all > 0 && (all - unnamed) / all < LEAST_NAMED)
      return [
        withheld(
          `${count(unnamed)} of ${count(all)} cells of ${sides[side]} have no named donor, and the ${own} donors of the rest cannot ` +
            `stand for them`,
        ),
      ];
  }
  if (whole.matrix === null && whole.whyNot !== null)
    return [withheld(`${whole.whyNot}${whole.use.length === 0 ? ` (no donor has ${minCells} cells)` : ""}`)];
  return [];
}

function notesOf(design: CompareDesign, samples: Samples, whole: Units): string[] {
  const { sides, kind, tested, both, donors, confounded: batches } = design;
  const notes: string[] = [];
  const [first, second] = sides;
  if (kind !== "unknown")
    notes.push(
      `${first.donors} donors of ${first.label} are compared with ${second.donors} of ${second.label}` +
        `${kind === "independent" ? ", none in both" : kind === "paired" ? ", the same in both" : `, ${both} of them in both`}; ` +
        `a donor is one observation, whatever its cells.`,
    );
  if (tested === "paired")
    notes.push(
      `Differences are within donors (blocked on ${donors}): ${whole.both} with cells in both conditions` +
        `${kind === "mixed" ? "; donors in one condition alone take no part" : ""}.`,
    );
  if (tested === "independent" && kind === "mixed")
    notes.push(
      `${both} donors in both conditions are too few of all to compare within donors: donors are compared with donors, as if these were ` +
        `others. As samples of one donor resemble each other, p values are then too large rather than too small.`,
    );
  const unnamed = samples.unnamed[0] + samples.unnamed[1];
  if (samples.hasDonors && unnamed > 0)
    notes.push(
      `${count(unnamed)} cells have no named donor in ${donors} (${count(samples.unnamed[0])} of ${first.label}, ` +
        `${count(samples.unnamed[1])} of ${second.label}) and take no part: 'unknown' is no donor.`,
    );
  const untyped = samples.untyped[0] + samples.untyped[1];
  if (untyped > 0) notes.push(`${count(untyped)} cells without a type by ${design.by} take no part.`);
  const left = design.types.filter(({ isTested }) => !isTested);
  if (design.refusals.length === 0 && left.length > 0)
    notes.push(
      `Only described: ${left
        .slice(0, NAMED)
        .map(({ type, whyNot }) => `${type} (${whyNot})`)
        .join("; ")}${left.length > NAMED ? `; ${left.length - NAMED} more for like reasons` : ""}.`,
    );
  for (const { column, isUsed, words } of design.covariates) if (!isUsed) notes.push(`${column} is ${words}.`);
  notes.push(...batches.map(({ words }) => words));
  return notes;
}
