import type { ColumnInfo } from "./types";

/** Names that columns of donors go by, the likeliest first, lower case with `_` for every other sign. */
const NAMES = [
  "donor_id",
  "donor",
  "donors",
  "patient_id",
  "patient",
  "individual",
  "subject",
  "subject_id",
  "participant",
  "sample_id",
  "sample",
  "orig_ident",
];

export const plainColumn = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_");

/** The first of the columns with one of some names (the likeliest first) that has more than one value; "" where there is none. */
export function firstNamed(names: readonly string[], columns: readonly ColumnInfo[]): string {
  for (const name of names) {
    const found = columns.find((column) => plainColumn(column.name) === name && column.categories !== 1);
    if (found) return found.name;
  }
  return "";
}

/** The column most likely to name donors, or "" where none does; `also` are more names, taken where the usual ones are not there. */
export const guessDonors = (columns: readonly ColumnInfo[], also: readonly string[] = []): string =>
  firstNamed([...NAMES, ...also], columns);

/** The same, and a column of one donor where no other is there: whose cells they are is known then as well. */
export const donorColumn = (columns: readonly ColumnInfo[]): string =>
  guessDonors(columns) || (columns.find(({ name }) => NAMES.includes(plainColumn(name)))?.name ?? "");

/** Names that columns of samples go by: what doublets form within. */
const SAMPLE_NAMES = ["sample_id", "sample", "library_id", "library", "batch", "channel", "orig_ident"];

/** The column most likely to name samples, else donors; "" where none does. */
export const guessSamples = (columns: readonly ColumnInfo[]): string => firstNamed(SAMPLE_NAMES, columns) || guessDonors(columns);
