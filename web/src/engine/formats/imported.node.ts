import { existsSync, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve, sep } from "node:path";
import { AnalysisError } from "../../contract/errors";
import type { Choice } from "../../contract/types";
import { archiveAround, fileBytes, filesIn, isFolder } from "./files-in.node";
import { findSamples, isLonelyPart, ofRds, ofTable, ofTrio, ofZarr } from "./find-samples";
import { isAddress } from "../../contract/cell-files";
import { baseName, folderOf, type NamedBytes } from "./named-bytes";
import { isRds } from "./rds/head";
import type { Imported, Sample } from "./sample";
import { TABLE } from "./table/import";
import { hasTable, isMetadata, withMetadata } from "./with-metadata";
import { isZarr, noAnnData, zarrStores } from "./zarr/roots";
import { findTrios, lonelyPart, partOf } from "./tenx/trios";
import { TemporaryFile } from "./temporary-file.node";

/**
 * The samples of a path that readers do not open: a folder, an archive, a sample within it (`runs.tar/a_matrix.mtx.gz`), a file of a trio,
 * a table. Null for any other file.
 */
export async function samplesOf(path: string): Promise<Sample[] | null> {
  if (isAddress(path)) return null;
  const full = resolve(path);
  if (isFolder(full)) return samplesAmong(filesIn(full), path);
  const archive = archiveAround(full);
  if (archive) return samplesInArchive(archive, full, path);
  if (isRds(full) && existsSync(full)) return [ofRds(fileBytes(full))];
  const part = partOf(fileBytes(full));
  if (!part) return tableAt(full);
  const beside = filesIn(dirname(full), 0);
  // A table of genes or cells without a matrix beside it may be anything.
  if (part.role !== "matrix" && !beside.some((file) => partOf(file)?.role === "matrix")) {
    if (existsSync(full) && (await isLonelyPart(fileBytes(full)))) throw lonelyPart(fileBytes(full));
    return tableAt(full);
  }
  if (part.role === "matrix" && !existsSync(full)) throw new AnalysisError("bad-input", `There is no file ${path}.`);
  // Of a matrix that lies there packed and unpacked, the one that was asked for.
  const others = beside.filter(({ name }) => name === full || name.replace(/\.gz$/i, "") !== full.replace(/\.gz$/i, ""));
  return metadataBeside(findTrios(others, full).map(ofTrio), others);
}

/** Samples with what tables with telling names in their folders say of their cells. */
async function metadataBeside(samples: Sample[], files: readonly NamedBytes[]): Promise<Sample[]> {
  const taken = new Set(samples.flatMap((sample) => sample.files));
  const tables: NamedBytes[] = [];
  for (const file of files) if (!taken.has(file) && (await isMetadata(file, false))) tables.push(file);
  return samples.flatMap((sample) =>
    withMetadata(
      [sample],
      tables.filter(({ name }) => folderOf(sample.main.name).startsWith(folderOf(name))),
    ),
  );
}

function tableAt(path: string): Sample[] | null {
  return TABLE.test(path) && existsSync(path) ? [ofTable(fileBytes(path))] : null;
}

/** Samples with what one table says of their cells, in place of those found beside them; it must name some. */
export function joinedWith(samples: Sample[] | null, path: string, metadata: string): Sample[] {
  if (!samples || samples.some(hasTable))
    throw new AnalysisError("bad-input", `${path} has a table of its cells already: --metadata is joined to 10x folders and tables.`);
  if (!existsSync(metadata)) throw new AnalysisError("bad-input", `There is no file ${metadata}.`);
  const table = fileBytes(resolve(metadata));
  return withMetadata(
    samples.map((sample) => sample.alone ?? sample),
    [table],
    true,
  );
}

/** Whether a path leads to something: a file, a folder, a part of an archive, or an address, which is looked at when it is opened. */
export const isThere = (path: string): boolean => isAddress(path) || existsSync(path) || archiveAround(resolve(path)) !== null;

async function samplesInArchive(archive: string, full: string, path: string): Promise<Sample[] | null> {
  const file = fileBytes(archive);
  const found = await findSamples([file]);
  if (found.plain.includes(file)) return null;
  if (archive === full) return found.samples.length > 0 ? found.samples : refuse(path, found.left);
  const inner = found.samples.filter(({ main }) => main.name === full.replaceAll(sep, "/"));
  if (inner.length > 0) return inner;
  throw new AnalysisError("bad-input", `${archive} holds no sample ${full.slice(archive.length + 1)}.`);
}

async function samplesAmong(files: NamedBytes[], path: string): Promise<Sample[]> {
  const stores = zarrStores(files);
  if (stores.length > 0) return stores.map(ofZarr);
  // Of a folder, tables beside matrices are their metadata or results, and are not read for cells.
  const trios = findTrios(files);
  return trios.length > 0 ? metadataBeside(trios.map(ofTrio), files) : refuse(path, files);
}

function refuse(path: string, files: readonly NamedBytes[]): never {
  if (isZarr(files)) throw noAnnData(path);
  const found = files.slice(0, 5).map(({ name }) => baseName(name));
  throw new AnalysisError(
    "bad-input",
    `${path} holds no matrix that is read as a folder: no matrix.mtx or matrix.mtx.gz (found ${found.join(", ") || "no file"}). ` +
      "Files of other formats are given one by one.",
  );
}

/** Writes one sample as an .h5ad file. */
export async function importTo(path: string, sample: Pick<Sample, "name" | "write">): Promise<Imported> {
  let file: TemporaryFile | undefined;
  try {
    file = new TemporaryFile(path);
    return await sample.write(file);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOSPC")
      throw new AnalysisError("bad-input", `The disk has no room for ${path}, where ${sample.name} is converted to. Free some.`, {
        cause: error,
      });
    throw error;
  } finally {
    file?.close();
  }
}

/** A file converted into the folder for temporary files, until `remove` is called. */
export interface Converted {
  path: string;
  name: string;
  notes: string[];
  choice?: Choice;
  remove(): void;
}

/** The one sample of a path that readers do not open; null for any other file. Throws AnalysisError where there are several. */
export async function onlySample(path: string, metadata?: string): Promise<Sample | null> {
  const found = await samplesOf(path);
  const samples = metadata === undefined ? found : joinedWith(found, path, metadata);
  if (!samples) return null;
  const [sample, ...more] = samples as [Sample, ...Sample[]];
  if (more.length === 0) return sample;
  const names = samples.slice(0, 4).map(({ main }) => baseName(main.name));
  if (samples.length > 4) names.push("...");
  throw new AnalysisError(
    "bad-input",
    `${path} holds ${samples.length} samples: give the matrix of one (${names.join(", ")}), or convert all by phenolens convert.`,
  );
}

/** Writes a sample into the folder for temporary files. */
export async function converted(sample: Pick<Sample, "name" | "write">): Promise<Converted> {
  const folder = await mkdtemp(join(tmpdir(), "phenolens-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const path = join(folder, `${sample.name.replaceAll(/[^\w.-]/g, "_")}.h5ad`);
    const { notes, choice } = await importTo(path, sample);
    return { path, name: sample.name, notes, ...(choice ? { choice } : {}), remove };
  } catch (error) {
    remove();
    throw error;
  }
}
