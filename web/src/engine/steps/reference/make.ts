import type { ReferenceReport, ReferenceRequest } from "../../../contract/operations/reference";
import { AnalysisError } from "../../../contract/errors";
import { unwrap } from "../../base/core";
import { speciesOf } from "../../genes/species";
import { referenceFolder } from "../../model/reference/folder";
import { labelled, withoutMissing, type Profiles } from "../../model/reference/profiles";
import type { Job } from "../../pool/job";
import type { ByteSource } from "../../readers/byte-source";
import { openReader } from "../../readers/open";
import { gather } from "../survey/gather";
import { readLabels } from "../training/labels";

/** Files of more rows hold cells; of fewer, a row is a profile where labels have fewer rows than this in the middle. */
const MOST_ROWS = 2000;
const FEW_ROWS = 5;

type Made = Pick<ReferenceReport, "types" | "profiles" | "rows"> & { files: Record<string, Uint8Array<ArrayBuffer>> };
type Source = Pick<Profiles, "labels" | "codes">;

/**
 * A reference of the open file's labels. Of a file with a row a type, or a few, each row is a profile, as it is stored; of a file of cells
 * the profiles are each label's mean of ln(1 + counts per 10,000). Markers are chosen from the profiles in both cases (SingleR's classic
 * ones), when the model meets a file.
 */
export async function makeReference(job: Job<never>, request: ReferenceRequest, bytes: ByteSource): Promise<Made> {
  const { file } = job;
  const named = await labelsOf(job, request);
  const rows = named.rows.length;
  const isOfRows = file.info.cells <= MOST_ROWS && middleCount(named) < FEW_ROWS;
  const genes = await genesOf(job);
  const values = isOfRows ? await storedRows(job, named.rows, genes.columns, bytes) : await means(job, named, genes.columns);
  const codes = isOfRows ? named.codes : named.labels.map((_, label) => label);
  const profiles = withoutMissing(file.info.name, { ...genes, labels: named.labels, codes, values });
  const what = isOfRows ? "profiles, a row each," : "cells, averaged by label as ln(1 + counts per 10,000),";
  const trainedOn =
    `${rows.toLocaleString("en")} ${what} of ${named.labels.length.toLocaleString("en")} types ` +
    `(${request.column === null ? "names of rows" : `obs/${request.column}`}) of ${file.info.name}.`;
  const { species } = speciesOf(job.core, { ids: profiles.genes, alternatives: [] });
  const files = await referenceFolder({ name: request.name, title: request.title, trainedOn, species }, profiles);
  return { files, types: named.labels.length, profiles: isOfRows ? "rows" : "means", rows };
}

/** The rows that have a label, and the label of each. */
async function labelsOf({ file }: Job<never>, { column, ignore }: ReferenceRequest): Promise<Source & { rows: number[] }> {
  if (column === null) {
    if (file.info.cells > MOST_ROWS)
      throw new AnalysisError(
        "bad-input",
        `${file.info.name} has ${file.info.cells.toLocaleString("en")} rows, too many for each to be a type: name the column of labels.`,
      );
    const ids = await file.cellIds();
    return { ...labelled(file.info.name, ids), rows: [...ids.keys()] };
  }
  const { classes, codes } = await readLabels(file, "cell_type", column, ignore, null);
  const rows = [...codes.keys()].filter((row) => codes[row]! >= 0);
  return {
    ...labelled(
      file.info.name,
      rows.map((row) => classes[codes[row]!]!.label),
    ),
    rows,
  };
}

/** Rows of the label in the middle. */
function middleCount({ labels, codes }: Source): number {
  const counts = labels.map(() => 0);
  for (const code of codes) counts[code]!++;
  return counts.sort((a, b) => a - b)[Math.floor(counts.length / 2)]!;
}

/** The file's genes, each name once, by the column that is first. */
async function genesOf({ file, matrix }: Job<never>): Promise<Pick<Profiles, "genes" | "ensembl"> & { columns: number[] }> {
  const names = await file.geneNames(matrix);
  const seen = new Set<string>();
  const columns = names.symbols.flatMap((name, column) => {
    const clean = name.replaceAll(/[\t\n\r]/g, " ").trim();
    if (clean === "" || seen.has(clean)) return [];
    seen.add(clean);
    return [column];
  });
  const { symbols, ensemblIds } = names;
  return { columns, genes: columns.map((column) => symbols[column]!.trim()), ensembl: columns.map((column) => ensemblIds[column]!) };
}

/** Row-major genes x rows, as the file stores them. */
async function storedRows(
  { core, environment, file, matrix }: Job<never>,
  rows: number[],
  columns: number[],
  bytes: ByteSource,
): Promise<Float64Array> {
  // What steps read is restored to counts per 10,000; a profile's own scale is not theirs to guess.
  // The bytes stay those of the open file: closing this reader is not to close them.
  const own: ByteSource = { ...bytes, read: (position, length) => bytes.read(position, length), close() {} };
  const reader = await openReader(own, (path) => environment.asset(path), core);
  try {
    const { genes } = file.matrixInfo(matrix);
    const place = new Int32Array(genes).fill(-1);
    columns.forEach((column, gene) => (place[column] = gene));
    const values = new Float64Array(columns.length * rows.length);
    for (const [p, row] of rows.entries()) {
      const block = await reader.block(matrix, row, 1);
      for (let i = 0; i < block.values.length; i++) {
        const gene = place[block.layout === "dense" ? i : block.indices[i]!]!;
        if (gene >= 0) values[gene * rows.length + p]! += block.values[i]!;
      }
    }
    return values;
  } finally {
    reader.close();
  }
}

/** Row-major genes x labels: the mean of ln(1 + counts per 10,000) over the label's cells. */
async function means(job: Job<never>, { labels, codes, rows }: Source & { rows: number[] }, columns: number[]): Promise<Float64Array> {
  const { file, matrix } = job;
  const groups = new Int32Array(file.info.cells).fill(-1);
  rows.forEach((row, i) => (groups[row] = codes[i]!));
  const what = { of: "groups" as const, genes: file.matrixInfo(matrix).genes, groups: labels.length };
  const sums = await gather({ ...job, mask: null }, what, { step: "groups", groups });
  try {
    const { mean } = unwrap(sums.group_means());
    const values = new Float64Array(columns.length * labels.length);
    columns.forEach((column, gene) => {
      for (let label = 0; label < labels.length; label++) values[gene * labels.length + label] = mean[column * labels.length + label]!;
    });
    return values;
  } finally {
    sums.delete();
  }
}
