import { AnalysisError } from "../../../contract/errors";
import type { Landscape, LandscapeGroup, Trend } from "../../../contract/trust";
import type { Column, Phenotype } from "../../../contract/types";
import { unwrap, type CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS, type HeadStore } from "../../file/scores";
import { integers } from "./arrays";
import { codesOf, type Codes } from "./labels";
import { lifeStages } from "./life-stage";
import { standing } from "./standing";
import { donorsOf } from "../../file/donors";

export interface LandscapeRequest {
  model: string;
  phenotype: Phenotype;
  by: string;
  donors?: string;
  diseases?: string;
  seed?: number;
}

/** Groups drawn at most: the largest are kept. */
const MOST_GROUPS = 60;
const PERMUTATIONS = 1999;
/** Distinct numbers up to which a column of numbers is taken value by value; beyond it is cut into tenths. */
const MOST_VALUES = 60;
const HEALTHY = /^(normal|healthy|control|ctrl|none|no disease|non-?diseased|pato:0000461)$/i;

interface Grouping extends Codes {
  /** Years of each category, where they are ages. */
  years: (number | null)[] | null;
  /** Whether a category may lie on a trend: its age is known well enough. */
  isPoint: boolean[];
}

/** A column as groups: categories, or numbers by value or by tenths of the cells. */
function grouping(column: Column): Grouping {
  if (column.kind !== "number") {
    const stages = lifeStages(column.name, column.categories);
    return {
      ...column,
      years: stages?.map((stage) => stage?.years ?? null) ?? null,
      isPoint: column.categories.map((_, i) => stages?.[i]?.isBroad === false),
    };
  }
  const finite = Float64Array.from(column.values.filter((value) => Number.isFinite(value))).sort();
  const distinct = [...new Set(finite)];
  const edges =
    distinct.length <= MOST_VALUES
      ? distinct
      : [...new Set(Array.from({ length: 10 }, (_, i) => finite[Math.floor((i * finite.length) / 10)]!))];
  const codes = integers(column.values.length, (cell) =>
    Number.isFinite(column.values[cell]!) ? lastBelow(edges, column.values[cell]!) : -1,
  );
  const middle = edges.map((edge, i) =>
    distinct.length <= MOST_VALUES ? edge : (edge + (edges[i + 1] ?? finite[finite.length - 1]!)) / 2,
  );
  const shown = (value: number) => String(Number(value.toPrecision(4)));
  const categories = edges.map((edge, i) =>
    distinct.length <= MOST_VALUES ? shown(edge) : `${shown(edge)} to ${shown(edges[i + 1] ?? finite[finite.length - 1]!)}`,
  );
  return { name: column.name, kind: "category", codes, categories, years: middle, isPoint: middle.map(() => true) };
}

function lastBelow(edges: readonly number[], value: number): number {
  let low = 0;
  let high = edges.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (edges[middle]! <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Entropy over the groups of a column: its spread, its course with age, and what of it is depth. */
export async function landscape(core: CoreModule, file: OpenedFile, request: LandscapeRequest): Promise<Landscape> {
  const { model, phenotype, by, seed = 1 } = request;
  const result = file.result(model);
  const store = result.head(phenotype);
  if (!store) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
  const column = grouping(await file.column(by));
  const donors = request.donors && request.donors !== by ? await donorsOf(file, request.donors) : null;
  const health = request.diseases && request.diseases !== by ? await codesOf(file, request.diseases, "diseases") : null;
  const most = Math.log(Math.max(2, store.head.classes.length));
  const { shown, omitted } = largest(column);
  const place = new Int32Array(column.categories.length).fill(-1);
  shown.forEach((code, i) => {
    place[code] = i;
  });
  const { value, group } = valuesOf(store, column.codes, place);
  const {
    quality: { totals: depth },
    measured,
  } = file.analyzed;
  const [byValue, byDepth] = [
    standing(core, file, `entropy\n${model}\n${phenotype}`, store.entropy, result.done),
    standing(core, file, "depth", depth, measured),
  ];
  // A donor is healthy or not: its cells of either kind are points of their own.
  const unit = donors ? unitsOf(donors, health) : null;
  const found = unwrap(
    core.landscape({
      value,
      group,
      groups: shown.length,
      ...(unit ? { unit: unit.codes } : {}),
      most,
      // Without donors nothing is tested, and so nothing permuted.
      permutations: donors ? PERMUTATIONS : 0,
      seed,
      depth,
      valuePlaces: byValue.places,
      valueStarts: byValue.starts,
      depthPlaces: byDepth.places,
      depthStarts: byDepth.starts,
    }),
  );
  const groups = found.groups.map((one, i): LandscapeGroup => ({
    ...one,
    // Cells of one donor are not independent: over cells alone a p value would call nearly any difference real.
    ...(donors ? {} : { pValue: NaN, adjusted: NaN }),
    label: column.categories[shown[i]!]!,
    years: column.years?.[shown[i]!] ?? null,
    donors: donors
      ? new Set(found.units.filter((unitMean) => unitMean.group === i).map(({ unit: of }) => Math.floor(of / unit!.width))).size
      : 0,
  }));
  const points = donors
    ? found.units.flatMap(({ group: i, unit: of, mean, adjusted, cells }) =>
        point(groups[i]!, column.isPoint[shown[i]!]!, { mean, adjusted, cells, health: healthOf(health, of % unit!.width) }),
      )
    : groups.flatMap((one, i) =>
        point(one, column.isPoint[shown[i]!]!, {
          mean: one.mean.value,
          adjusted: found.depth?.groups[i]?.mean ?? one.mean.value,
          cells: one.cells,
          health: "",
        }),
      );
  const lines = donors
    ? trendsOfPoints(core, points)
    : trendOfCells(
        core,
        groups,
        shown.map((code) => column.isPoint[code]!),
        found.depth?.groups ?? null,
      );
  return {
    model,
    phenotype,
    by,
    donors: donors ? request.donors! : null,
    most,
    isOrdered: column.years !== null,
    groups: groups
      .filter(({ cells }) => cells > 0)
      .sort((a, b) => (column.years ? (a.years ?? Infinity) - (b.years ?? Infinity) : b.mean.value - a.mean.value)),
    points,
    ...lines,
    depth: found.depth && { correlation: found.depth.correlation, bins: found.depth.bins },
    omitted,
  };
}

/** Entropies and the groups shown, in one plain loop: it is most of what a million cells take outside the core. */
function valuesOf(
  { k, top, entropy }: HeadStore,
  codes: Int32Array,
  place: Int32Array,
): { value: Float32Array<ArrayBuffer>; group: Int32Array<ArrayBuffer> } {
  const value = entropy.slice();
  const group = new Int32Array(codes.length);
  for (let cell = 0; cell < codes.length; cell++) {
    const code = codes[cell]!;
    group[cell] = code < 0 ? -1 : place[code]!;
    if (top[cell * k] === NO_CLASS) value[cell] = NaN;
  }
  return { value, group };
}

function largest({ codes, categories }: Codes): { shown: number[]; omitted: number } {
  const counts = new Float64Array(categories.length);
  for (let cell = 0; cell < codes.length; cell++) if (codes[cell]! >= 0) counts[codes[cell]!]!++;
  const all = [...counts.keys()].filter((code) => counts[code]! > 0).sort((a, b) => counts[b]! - counts[a]! || a - b);
  return { shown: all.slice(0, MOST_GROUPS), omitted: Math.max(0, all.length - MOST_GROUPS) };
}

/** Donor and health as one code: donor x width + health. */
function unitsOf(donors: { codes: Int32Array }, health: Codes | null): { codes: Int32Array; width: number } {
  if (!health) return { width: 1, codes: donors.codes };
  const width = health.categories.length + 1;
  return {
    width,
    codes: integers(donors.codes.length, (cell) => (donors.codes[cell]! < 0 ? -1 : donors.codes[cell]! * width + health.codes[cell]! + 1)),
  };
}

function healthOf(health: Codes | null, code: number): string {
  if (!health) return "";
  const label = health.categories[code - 1];
  return label === undefined ? "" : HEALTHY.test(label.trim()) ? "healthy" : "diseased";
}

type Rest = Omit<Landscape["points"][number], "years" | "group">;
function point({ label, years }: LandscapeGroup, isPoint: boolean, rest: Rest): Landscape["points"] {
  return years !== null && isPoint ? [{ ...rest, years, group: label }] : [];
}

type Lines = Pick<Landscape, "trends" | "matchedTrend" | "healthDifference">;
type Summed = { x: number[]; count: number[]; mean: number[]; squares: number[] };

function line(core: CoreModule, of: string, summed: Summed): Trend | null {
  const { points, slope, intercept, low, high, pValue } = unwrap(core.fit_line(summed));
  return Number.isFinite(slope) ? { of, points, slope, intercept, low, high, pValue } : null;
}

/** Donors as points: each counts once, whatever its cells. */
function trendsOfPoints(core: CoreModule, points: Landscape["points"]): Lines {
  const single = (some: Landscape["points"], y: (one: Landscape["points"][number]) => number): Summed => ({
    x: some.map(({ years }) => years),
    count: some.map(() => 1),
    mean: some.map(y),
    squares: some.map(() => 0),
  });
  const byHealth = (health: string) => points.filter((one) => one.health === health);
  const all = line(
    core,
    "all",
    single(points, ({ mean }) => mean),
  );
  const [healthy, diseased] = [byHealth("healthy"), byHealth("diseased")];
  const parted = (
    [
      ["healthy", healthy],
      ["diseased", diseased],
    ] as const
  ).map(([of, some]) =>
    line(
      core,
      of,
      single(some, ({ mean }) => mean),
    ),
  );
  // One of them alone would be taken for the line of all.
  const both = parted.every((one) => one !== null);
  return {
    trends: [all, ...(both ? parted : [])].filter((one) => one !== null),
    matchedTrend: line(
      core,
      "all",
      single(points, ({ adjusted }) => adjusted),
    ),
    healthDifference: both
      ? unwrap(
          core.compare_slopes({
            x1: healthy.map((one) => one.years),
            y1: healthy.map((one) => one.mean),
            x2: diseased.map((one) => one.years),
            y2: diseased.map((one) => one.mean),
          }),
        )
      : null,
  };
}

/** Without donors each cell is a point, of which the groups' sums are enough: a description, without interval or p value. */
function trendOfCells(
  core: CoreModule,
  groups: readonly (LandscapeGroup & { squares?: number })[],
  isPoint: boolean[],
  adjusted: { cells: number; mean: number; squares: number }[] | null,
): Lines {
  const used = [...groups.keys()].filter((i) => isPoint[i] && groups[i]!.years !== null && groups[i]!.cells > 0);
  const x = used.map((i) => groups[i]!.years!);
  const raw = line(core, "all", {
    x,
    count: used.map((i) => groups[i]!.cells),
    mean: used.map((i) => groups[i]!.mean.value),
    squares: used.map((i) => groups[i]!.squares ?? 0),
  });
  const matched =
    adjusted &&
    line(core, "all", {
      x,
      count: used.map((i) => adjusted[i]!.cells),
      mean: used.map((i) => (adjusted[i]!.cells > 0 ? adjusted[i]!.mean : 0)),
      squares: used.map((i) => adjusted[i]!.squares),
    });
  const described = (trend: Trend): Trend => ({ ...trend, low: NaN, high: NaN, pValue: NaN });
  return { trends: raw ? [described(raw)] : [], matchedTrend: matched && described(matched), healthDifference: null };
}
