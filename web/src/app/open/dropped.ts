import { isCellFile, isConvertedFile, ZARR_MARKS } from "../../contract/cell-files";

/** What a person gave the page. */
export type Given =
  /** `handle` opens the file again after a reload, where the browser gives one. */
  | { kind: "data"; file: File; handle?: Promise<FileSystemFileHandle | null> }
  /** Files by their path of one sample or several, which the engine finds: .h5ad files, 10x folders, objects of R, tables, archives. */
  | { kind: "cells"; files: Record<string, File> }
  /** What was saved of an earlier visit. */
  | { kind: "session"; file: File }
  /**
   * A folder's files by their path, one .zip, a pickle (and a table of its genes), an ONNX file (and its lists) or a table
   * of reference profiles.
   */
  | { kind: "model"; files: Record<string, File> }
  | { kind: "neither"; why: string };

/** What may hold cells beside these: parts of 10x folders, objects of R, tables, archives. */
const mayHoldCells = (name: string): boolean => isConvertedFile(name) || /\.(mtx|matrix)(\.gz)?$/i.test(name);
export const ACCEPTED =
  "Drop .h5ad, 10x .h5, .loom, .h5mu or .h5seurat files, .zarr stores, 10x folders (matrix.mtx with its tables), objects of R (.rds), " +
  "tables of counts, archives of these (.zip, .tar, .tar.gz), a model (its folder, a .zip of it, a CellTypist .pkl, an .onnx file " +
  "with its lists, or a .csv, .tsv or .gct of genes and cell types), or a saved session (.phenolens.json).";
const HDF5 = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a];
/** A folder with more files is some other folder. */
const MOST_FILES = 5000;

/** Reads what a drop holds. Must be called while the event lasts; the folders are walked afterwards. */
export function droppedOn(transfer: DataTransfer | null): Promise<Given> {
  const items = [...(transfer?.items ?? [])].filter((item) => item.kind === "file");
  const entries = items.map((item) => item.webkitGetAsEntry?.() ?? null);
  const files = [...(transfer?.files ?? [])];
  const folders = entries.filter((entry): entry is FileSystemDirectoryEntry => entry?.isDirectory ?? false);
  if (folders.length === 0) {
    const handle = handleOf(items);
    return given(Object.fromEntries(files.map((file) => [file.name, file]))).then((found) =>
      found.kind === "data" && files.length === 1 ? { ...found, handle } : found,
    );
  }
  // Files that were dropped beside folders, too: what the list of files says of a folder is no file.
  const beside = entries.flatMap((entry, i) => (entry && !entry.isDirectory ? (items[i]!.getAsFile() ?? []) : []));
  return Promise.all(folders.map((folder) => walk(folder, { left: MOST_FILES })))
    .then((all) => given(Object.fromEntries([...beside.map((file) => [file.name, file] as const), ...all.flat()])))
    .catch((error: Error) => ({ kind: "neither", why: error.message }));
}

/** The browser's own handle of the one file dropped; most browsers give none. */
function handleOf([first]: DataTransferItem[]): Promise<FileSystemFileHandle | null> {
  const item = first as (DataTransferItem & { getAsFileSystemHandle?(): Promise<FileSystemHandle | null> }) | undefined;
  return (item?.getAsFileSystemHandle?.() ?? Promise.resolve(null)).then(
    (handle) => (handle?.kind === "file" ? (handle as FileSystemFileHandle) : null),
    () => null,
  );
}

/** What some files are: data by its ending or first bytes, a model by its manifest or as a .zip. */
export async function given(files: Record<string, File>): Promise<Given> {
  const all = Object.values(files);
  if (all.length === 0) return { kind: "neither", why: `No file was dropped. ${ACCEPTED}` };
  if (Object.keys(files).some((path) => /(^|\/)manifest\.json$/.test(path))) return { kind: "model", files };
  const [first] = all as [File];
  if (all.length === 1 && isCellFile(first.name)) return { kind: "data", file: first };
  if (all.length === 1 && /\.json$/i.test(first.name)) return { kind: "session", file: first };
  const hasCells = all.some(({ name }) => isCellFile(name) || ZARR_MARKS.test(name) || /\.mtx(\.gz)?$/i.test(name));
  if (!hasCells && all.some(({ name }) => /\.(pkl|pickle|joblib|onnx)$/i.test(name))) return { kind: "model", files };
  if (hasCells || all.some(({ name }) => mayHoldCells(name))) return { kind: "cells", files };
  if (all.length === 1 && (await isHdf5(first))) return { kind: "data", file: first };
  if (all.length > 1)
    return { kind: "neither", why: `None of these ${all.length} files holds cells, or is the manifest.json of a model. ${ACCEPTED}` };
  if (/\.gz$/i.test(first.name)) return { kind: "neither", why: `${first.name} is compressed: decompress it first. ${ACCEPTED}` };
  return { kind: "neither", why: `${first.name} is not a supported file. ${ACCEPTED}` };
}

async function isHdf5(file: File): Promise<boolean> {
  const start = new Uint8Array(
    await file
      .slice(0, HDF5.length)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  return HDF5.every((byte, i) => start[i] === byte);
}

/** Files of a folder and the folders in it, by their path. */
async function walk(folder: FileSystemDirectoryEntry, budget: { left: number }): Promise<[string, File][]> {
  const found: [string, File][] = [];
  const reader = folder.createReader();
  for (;;) {
    // A reader gives a hundred entries at a time.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (entries.length === 0) return found;
    budget.left -= entries.length;
    if (budget.left < 0) throw new Error(`${folder.fullPath.slice(1)} has more than ${MOST_FILES} files. ${ACCEPTED}`);
    for (const entry of entries) {
      if (entry.isDirectory) found.push(...(await walk(entry as FileSystemDirectoryEntry, budget)));
      else
        found.push([
          entry.fullPath.slice(1),
          await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)),
        ]);
    }
  }
}
