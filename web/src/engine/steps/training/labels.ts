import { AnalysisError } from "../../../contract/errors";
import type { Phenotype } from "../../../contract/types";
import { donorsOf } from "../../file/donors";
import type { OpenedFile } from "../../file/opened-file";
import { codesOf } from "../trust/labels";

/** A column of labels as classes to learn. */
export interface Labels {
  phenotype: Phenotype;
  column: string;
  classes: { label: string; ontologyId: string; cells: number; donors: number }[];
  /** A class per cell of the file; -1 where it has none. */
  codes: Int32Array;
  cells: number;
  unlabelled: number;
}

/** Donors of the file's cells; -1 where a cell has none. */
export interface Donors {
  codes: Int32Array;
  count: number;
}

/** Most classes that are learnt: beyond, a column names cells rather than classes. */
const MOST_CLASSES = 2000;

/**
 * The cells trained on where samples are left out; null: all. Throws AnalysisError(bad-input) for a name that no sample has, and where
 * none is left.
 */
export function trainedSamples({ info }: OpenedFile, without: readonly string[]): TrainedSamples | null {
  if (without.length === 0) return null;
  const samples = info.study?.samples ?? [];
  const lacking = without.find((name) => !samples.some(({ sample }) => sample === name));
  if (lacking !== undefined) throw new AnalysisError("bad-input", `${info.name} has no sample ${lacking} to leave out of training.`);
  const kept = samples.filter(({ sample }) => !without.includes(sample));
  if (kept.length === 0) throw new AnalysisError("bad-input", "Every sample is left out of training: keep at least one with labels.");
  const mask = new Uint8Array(info.cells);
  let first = 0;
  for (const { sample, cells } of samples) {
    if (!without.includes(sample)) mask.fill(1, first, first + cells);
    first += cells;
  }
  return { mask, files: kept.map(({ file }) => file) };
}

/** Which cells are trained on (1), and the names of their files. */
export interface TrainedSamples {
  mask: Uint8Array<ArrayBuffer>;
  files: string[];
}

const within = (codes: Int32Array, samples: TrainedSamples | null): Int32Array =>
  samples ? codes.map((code, cell) => (samples.mask[cell] ? code : -1)) : codes;

export async function readLabels(
  file: OpenedFile,
  phenotype: Phenotype,
  name: string,
  ignore: string[],
  donors: Donors | null,
  samples: TrainedSamples | null = null,
): Promise<Labels> {
  const read = await codesOf(file, name);
  const column = { ...read, codes: within(read.codes, samples) };
  const cells = new Float64Array(column.categories.length);
  for (const code of column.codes) if (code >= 0) cells[code]!++;
  const kept = [...column.categories.keys()].filter(
    (code) => cells[code]! > 0 && column.categories[code]!.trim() !== "" && !ignore.includes(column.categories[code]!),
  );
  if (kept.length < 2) {
    throw new AnalysisError(
      "bad-input",
      `obs/${name} of ${file.info.name} has ${kept.length === 1 ? `one label (${column.categories[kept[0]!]})` : "no label"}; a ` +
        `model needs at least two. Choose another column.`,
    );
  }
  if (kept.length > MOST_CLASSES) {
    throw new AnalysisError(
      "bad-input",
      `obs/${name} of ${file.info.name} has ${kept.length.toLocaleString("en")} different labels, more than the ` +
        `${MOST_CLASSES.toLocaleString("en")} a model learns. Choose a column of classes.`,
    );
  }
  const number = new Int32Array(column.categories.length).fill(-1);
  kept.forEach((code, i) => (number[code] = i));
  const codes = column.codes.map((code) => (code < 0 ? -1 : number[code]!));
  const ids = await ontologyIds(file, name, codes, kept.length);
  const seen = kept.map(() => new Set<number>());
  if (donors) codes.forEach((code, cell) => code >= 0 && seen[code]!.add(donors.codes[cell]!));
  const labelled = codes.reduce((sum, code) => sum + Number(code >= 0), 0);
  return {
    phenotype,
    column: name,
    codes,
    cells: labelled,
    unlabelled: codes.length - labelled,
    classes: kept.map((code, i) => ({ label: column.categories[code]!, ontologyId: ids[i]!, cells: cells[code]!, donors: seen[i]!.size })),
  };
}

export async function readDonors(file: OpenedFile, name: string, samples: TrainedSamples | null = null): Promise<Donors> {
  const { codes: all, categories } = await donorsOf(file, name);
  const codes = within(all, samples);
  const used = new Set(codes);
  used.delete(-1);
  if (used.size > codes.length / 2)
    throw new AnalysisError(
      "bad-input",
      `obs/${name} of ${file.info.name} names ${used.size.toLocaleString("en")} donors for ${codes.length.toLocaleString("en")} ` +
        `cells. Choose the column that says which donor a cell is from.`,
    );
  // Donors are numbered by their first cells: categories may hold some without a cell.
  const place = new Int32Array(categories.length).fill(-1);
  let count = 0;
  return { codes: codes.map((code) => (code < 0 ? -1 : place[code]! < 0 ? (place[code] = count++) : place[code]!)), count: used.size };
}

/** Each class's commonest id in CELLxGENE's twin of the column; empty where there is none. */
async function ontologyIds(file: OpenedFile, name: string, codes: Int32Array, classes: number): Promise<string[]> {
  const twin = `${name}_ontology_term_id`;
  const none = Array.from({ length: classes }, () => "");
  if (!file.info.columns.some((column) => column.name === twin)) return none;
  const column = await file.column(twin);
  if (column.kind === "number") return none;
  const counts = none.map(() => new Map<string, number>());
  codes.forEach((code, cell) => {
    const id = column.categories[column.codes[cell]!];
    if (code >= 0 && id && /^[A-Za-z]+:[0-9]+$/.test(id)) counts[code]!.set(id, (counts[code]!.get(id) ?? 0) + 1);
  });
  return counts.map((of) => [...of].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "");
}
