import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { AnalysisError } from "../../contract/errors";
import { baseName, type NamedBytes } from "./named-bytes";
import { importTrio, type Imported } from "./tenx/import";
import { findTrios, partOf, type Trio } from "./tenx/trios";
import { readFailure } from "../readers/byte-source";
import { pathBytes } from "./named-bytes.node";
import { TemporaryFile } from "./temporary-file.node";

/** Folders within the one given that are looked into, and files looked at. */
const DEEPEST = 3;
const MOST_FILES = 10_000;

/** The samples of a path that the reader of HDF5 does not open: a folder, or a file of a trio. Null for any other file. */
export function samplesOf(path: string): Trio[] | null {
  const full = resolve(path);
  if (isFolder(full)) return samplesIn(full);
  const part = partOf(fileBytes(full));
  if (!part) return null;
  const beside = filesIn(dirname(full), 0);
  // A table of genes or cells without a matrix beside it may be anything.
  if (part.role !== "matrix" && !beside.some((file) => partOf(file)?.role === "matrix")) return null;
  if (part.role === "matrix" && !existsSync(full)) throw new AnalysisError("bad-input", `There is no file ${path}.`);
  // Of a matrix that lies there packed and unpacked, the one that was asked for.
  const others = beside.filter(({ name }) => name === full || name.replace(/\.gz$/i, "") !== full.replace(/\.gz$/i, ""));
  return findTrios(others, full);
}

function samplesIn(folder: string): Trio[] {
  const files = filesIn(folder, DEEPEST);
  const trios = findTrios(files);
  if (trios.length > 0) return trios;
  const found = files.slice(0, 5).map(({ name }) => baseName(name));
  throw new AnalysisError(
    "bad-input",
    `${folder} holds no matrix that is read as a folder: no matrix.mtx or matrix.mtx.gz (found ${found.join(", ") || "no file"}). ` +
      "Files of other formats are given one by one.",
  );
}

/** Writes one sample as an .h5ad file. */
export async function importTo(path: string, trio: Trio): Promise<Imported> {
  let file: TemporaryFile | undefined;
  try {
    file = new TemporaryFile(path);
    return await importTrio(trio, file);
  } catch (error) {
    if ((error as { code?: string }).code === "ENOSPC")
      throw new AnalysisError("bad-input", `The disk has no room for ${path}, where ${trio.name} is converted to. Free some.`, {
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
  const trios = samplesOf(path);
  if (!trios) return null;
  if (trios.length > 1) {
    const names = trios.slice(0, 4).map(({ matrix }) => baseName(matrix.name));
    if (trios.length > 4) names.push("...");
    throw new AnalysisError(
      "bad-input",
      `${path} holds ${trios.length} samples: give the matrix of one (${names.join(", ")}), or convert all by phenolens convert.`,
    );
  }
  const [trio] = trios as [Trio];
  const folder = await mkdtemp(join(tmpdir(), "phenolens-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const target = join(folder, `${trio.name.replaceAll(/[^\w.-]/g, "_")}.h5ad`);
    const { notes } = await importTo(target, trio);
    return { path: target, name: trio.name, note: [readOf(trio), ...notes].join(" "), remove };
  } catch (error) {
    remove();
    throw error;
  }
}

const readOf = ({ matrix, barcodes, features }: Trio): string =>
  `Read from ${[matrix, barcodes, features].map(({ name }) => baseName(name)).join(", ")}.`;

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
