import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { AnalysisError } from "../../contract/errors";
import { baseName, type NamedBytes } from "./named-bytes";
import type { Imported, Sample } from "./sample";
import { importTable } from "./table/import";
import { importTrio } from "./tenx/import";
import { findTrios, partOf, type Trio } from "./tenx/trios";
import { readFailure } from "../readers/byte-source";
import { pathBytes } from "./named-bytes.node";
import { TemporaryFile } from "./temporary-file.node";

/** Folders within the one given that are looked into, and files looked at. */
const DEEPEST = 3;
const MOST_FILES = 10_000;

/** The samples of a path that the reader of HDF5 does not open: a folder, or a file of a trio. Null for any other file. */
export function samplesOf(path: string): Sample[] | null {
  const full = resolve(path);
  if (isFolder(full)) return samplesIn(full);
  const part = partOf(fileBytes(full));
  if (!part) return tableOf(full);
  const beside = filesIn(dirname(full), 0);
  // A table of genes or cells without a matrix beside it may be anything.
  if (part.role !== "matrix" && !beside.some((file) => partOf(file)?.role === "matrix")) return tableOf(full);
  if (part.role === "matrix" && !existsSync(full)) throw new AnalysisError("bad-input", `There is no file ${path}.`);
  // Of a matrix that lies there packed and unpacked, the one that was asked for.
  const others = beside.filter(({ name }) => name === full || name.replace(/\.gz$/i, "") !== full.replace(/\.gz$/i, ""));
  return findTrios(others, full).map(ofTrio);
}

const TABLE = /\.(csv|tsv|txt|tab|gct|matrix)(\.gz)?$/i;

function tableOf(path: string): Sample[] | null {
  if (!TABLE.test(path) || !existsSync(path)) return null;
  const main = fileBytes(path);
  return [{ name: baseName(main.name).replace(TABLE, ""), main, files: [main], write: (bytes) => importTable(main, bytes) }];
}

const ofTrio = (trio: Trio): Sample => ({
  name: trio.name,
  main: trio.matrix,
  files: [trio.matrix, trio.barcodes, trio.features],
  write: (bytes) => importTrio(trio, bytes),
});

function samplesIn(folder: string): Sample[] {
  const files = filesIn(folder, DEEPEST);
  const trios = findTrios(files);
  if (trios.length > 0) return trios.map(ofTrio);
  const found = files.slice(0, 5).map(({ name }) => baseName(name));
  throw new AnalysisError(
    "bad-input",
    `${folder} holds no matrix that is read as a folder: no matrix.mtx or matrix.mtx.gz (found ${found.join(", ") || "no file"}). ` +
      "Files of other formats are given one by one.",
  );
}

/** Writes one sample as an .h5ad file. */
export async function importTo(path: string, sample: Sample): Promise<Imported> {
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
  note: string;
  remove(): void;
}

/** Converts what the reader of HDF5 does not open; null for any other file. Throws AnalysisError where there are several samples. */
export async function converted(path: string): Promise<Converted | null> {
  const samples = samplesOf(path);
  if (!samples) return null;
  if (samples.length > 1) {
    const names = samples.slice(0, 4).map(({ main }) => baseName(main.name));
    if (samples.length > 4) names.push("...");
    throw new AnalysisError(
      "bad-input",
      `${path} holds ${samples.length} samples: give the matrix of one (${names.join(", ")}), or convert all by phenolens convert.`,
    );
  }
  const [sample] = samples as [Sample];
  const folder = await mkdtemp(join(tmpdir(), "phenolens-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const target = join(folder, `${sample.name.replaceAll(/[^\w.-]/g, "_")}.h5ad`);
    const { notes } = await importTo(target, sample);
    return { path: target, name: sample.name, note: [readOf(sample), ...notes].join(" "), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

const readOf = ({ files }: Sample): string => `Read from ${files.map(({ name }) => baseName(name)).join(", ")}.`;

const isFolder = (path: string): boolean => existsSync(path) && statSync(path).isDirectory();

function fileBytes(path: string): NamedBytes {
  return pathBytes(path, existsSync(path) ? statSync(path).size : 0);
}

/** The files of a folder and those within it. */
function filesIn(folder: string, depth: number): NamedBytes[] {
  try {
    return readdirSync(folder)
      .toSorted()
      .slice(0, MOST_FILES)
      .flatMap((name) => {
        const path = join(folder, name);
        if (name.startsWith(".") || !existsSync(path)) return [];
        if (isFolder(path)) return depth > 0 ? filesIn(path, depth - 1) : [];
        return [fileBytes(path)];
      });
  } catch (error) {
    if (error instanceof AnalysisError) throw error;
    throw readFailure(folder, error);
  }
}
