import { isCellFile, withoutEnding, ZARR_MARKS } from "../../contract/cell-files";
import { AnalysisError } from "../../contract/errors";
import { expand } from "./archive/expand";
import { baseName, type NamedBytes } from "./named-bytes";
import { isRds, withoutRds } from "./rds/head";
import { importRds } from "./rds/import";
import type { Sample } from "./sample";
import { TABLE, importTable } from "./table/import";
import { lookAt } from "./table/kind";
import { importTrio } from "./tenx/import";
import { isZarr, noAnnData, storeName, zarrStores, type ZarrStore } from "./zarr/roots";
import { findTrios, lonelyPart, type Trio } from "./tenx/trios";
import { hasTable, isMetadata, withMetadata } from "./with-metadata";

/** What files hold. */
export interface Found {
  /** Samples that are written as .h5ad before they are read. */
  samples: Sample[];
  /** Files that readers open as they are, among those given. */
  plain: NamedBytes[];
  /** Archives of models. */
  models: NamedBytes[];
  /** What is none of these. */
  left: NamedBytes[];
}

/** A format that is converted: the samples among files. Throws AnalysisError where one lacks a part. */
type Format = (files: readonly NamedBytes[]) => Sample[] | Promise<Sample[]>;

const zarrs: Format = (files) => zarrStores(files).map(ofZarr);
const trios: Format = (files) => findTrios(files).map(ofTrio);
const objects: Format = (files) => files.filter(({ name }) => isRds(name)).map((file) => ofRds(file));
const tables: Format = async (files) => {
  const found: Sample[] = [];
  for (const file of files) if (TABLE.test(file.name) && (await lookAt(file)).kind === "numbers") found.push(ofTable(file));
  return found;
};

/** In this order: a file that one takes is not shown to the next. */
const FORMATS: Format[] = [zarrs, trios, objects];

/**
 * The samples among files, those in archives too. Throws AnalysisError(bad-input) where a sample lacks a part, which it asks for by name.
 * `watch` is put around each file, those of archives too.
 */
export async function findSamples(given: readonly NamedBytes[], watch = (file: NamedBytes) => file): Promise<Found> {
  const { files, whole } = await expand(given);
  const isGiven = new Set(given.map(({ name }) => name));
  const found: Found = {
    samples: [],
    plain: [],
    models: whole.map(({ file }) => file),
    left: [],
  };
  let rest: NamedBytes[] = [];
  for (const file of files) {
    if (!isCellFile(file.name)) rest.push(watch(file));
    else if (isGiven.has(file.name)) found.plain.push(file);
    else found.samples.push(copyOf(watch(file)));
  }
  const take = async (format: Format) => {
    const samples = await format(rest);
    const taken = new Set(samples.flatMap((sample) => sample.files));
    rest = rest.filter((file) => !taken.has(file));
    found.samples.push(...samples);
  };
  for (const format of FORMATS) await take(format);
  // Beside cells a table may be their metadata, a model or a result.
  if (found.samples.length + found.plain.length === 0) await take(tables);
  if (found.samples.some((sample) => !hasTable(sample))) {
    const tables: NamedBytes[] = [];
    for (const file of rest) if (await isMetadata(file, isGiven.has(file.name))) tables.push(file);
    rest = rest.filter((file) => !tables.includes(file));
    found.samples = withMetadata(found.samples, tables);
  }
  found.left = rest;
  if (found.samples.length === 0 && found.plain.length === 0) {
    if (isZarr(rest)) throw noAnnData(baseName(given[0]!.name));
    for (const file of rest) if (await isLonelyPart(file)) throw lonelyPart(file);
  }
  return found;
}

/** Whether a file is named, and looks, as the tables of names beside a matrix do. */
export async function isLonelyPart(file: NamedBytes): Promise<boolean> {
  return /(^|[_.-])(barcodes|features|genes)\.tsv(\.gz)?$/i.test(baseName(file.name)) && (await lookAt(file)).kind !== "numbers";
}

export const ofTrio = (trio: Trio): Sample => ({
  name: trio.name,
  main: trio.matrix,
  files: [trio.matrix, trio.barcodes, trio.features],
  write: (bytes, beside) => importTrio(trio, bytes, undefined, beside),
});

export const ofZarr = (store: ZarrStore): Sample => ({
  name: storeName(store.root),
  main: store.files.find(({ name }) => ZARR_MARKS.test(baseName(name)))!,
  files: store.files,
  store,
  async write(bytes) {
    const [{ importZarr }, { FilesStore }] = await Promise.all([import("./zarr/import"), import("./zarr/store")]);
    return importZarr(new FilesStore(store), bytes);
  },
});

export const ofTable = (main: NamedBytes): Sample => ({
  name: baseName(main.name).replace(TABLE, ""),
  main,
  files: [main],
  write: (bytes, beside) => importTable(main, bytes, undefined, beside),
});

/** A file of R's: of the usual assay, or of another. */
export const ofRds = (main: NamedBytes, assay?: string): Sample => ({
  name: withoutRds(baseName(main.name)),
  main,
  files: [main],
  ofAssay: (other) => ofRds(main, other),
  write: (bytes) => importRds(main, bytes, assay === undefined ? {} : { assay }),
});

/** A file of HDF5 in an archive, which is read at any place and so is written out. */
const copyOf = (main: NamedBytes): Sample => ({
  name: withoutEnding(baseName(main.name)),
  main,
  files: [main],
  isCopy: true,
  async write(bytes) {
    for await (const chunk of main.chunks()) bytes.write(chunk, 0, chunk.length, bytes.size);
    return { cells: 0, genes: 0, notes: [] };
  },
});

/** The one sample among files that is asked for by its main file. Throws AnalysisError(bad-file) where it is not there any more. */
export function sampleOf({ samples }: Found, main: string): Sample {
  const found = samples.find((sample) => sample.main.name === main);
  if (!found) throw new AnalysisError("bad-file", `${main} is not among the files any more. Give them again.`);
  return found;
}
