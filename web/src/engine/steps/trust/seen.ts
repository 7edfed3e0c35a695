import { unreadFiles } from "../../../contract/unread";
import { Kept } from "../../file/kept";
import type { OpenedFile } from "../../file/opened-file";
import type { Models } from "../../model/models";

/** Barcodes of the sets a model was trained on, as `seen.json` of its folder keeps them: hashes alone, no barcode leaves with a model. */
interface SeenSets {
  sets: { name: string; cells: number; hashes: string }[];
}

/**
 * Share of a file's cells in one training set from which the set is said to be the file. Of two unrelated 10x samples of this size, 3% of
 * the barcodes are the same by chance.
 */
const IS_SEEN = 0.5;

/** FNV-1a of a cell's barcode: its longest run of ten or more of A, C, G and T, else the whole name. */
export function barcodeHash(name: string): number {
  const runs = name.toUpperCase().match(/[ACGT]{10,}/g) ?? [];
  const barcode = runs.reduce((longest, run) => (run.length > longest.length ? run : longest), "") || name;
  let hash = 0x811c9dc5;
  for (let i = 0; i < barcode.length; i++) hash = Math.imul(hash ^ barcode.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function decoded(hashes: string): Set<number> {
  const bytes = Uint8Array.from(atob(hashes), (char) => char.charCodeAt(0));
  return new Set(new Uint32Array(bytes.buffer));
}

/** Hashes of the cells' barcodes, which every head of every model asks for. */
const HASHES = new Kept<number[]>("The cells' barcodes have not been hashed yet.");

/**
 * Whether the open file is, or is part of, a set that the model was trained on; of several files, whether one of those that the model reads
 * is. Null where none is, or the model does not tell. The figure is of all cells.
 */
export async function seenBefore(file: OpenedFile, models: Models, model: string): Promise<{ figure: number; says: string } | null> {
  const folder = models.folder(model);
  if (!folder.has("seen")) return null;
  const { sets } = JSON.parse(await folder.text("seen")) as SeenSets;
  const { matrix } = file.analyzed;
  const names = () => file.reader.ownCellIds?.() ?? file.cellIds();
  const hashes = HASHES.find(file, matrix) ?? HASHES.put(file, matrix, (await names()).map(barcodeHash));
  const files = filesOf(file, hashes, model);
  for (const { name, hashes: known } of sets) {
    const set = decoded(known);
    const seen = files.map((one) => ({ ...one, count: one.hashes.reduce((sum, hash) => sum + Number(set.has(hash)), 0) }));
    const familiar = seen.filter(({ hashes: { length }, count }) => length > 0 && count / length >= IS_SEEN);
    if (familiar.length === 0) continue;
    const share = (all: typeof seen) =>
      all.reduce((sum, { count }) => sum + count, 0) / all.reduce((sum, one) => sum + one.hashes.length, 0);
    const of = file.info.study ? ` of ${familiar.map(({ file: own }) => own).join(", ")}` : "";
    return {
      figure: share(seen),
      says:
        `${Math.round(100 * share(familiar))}% of the cells${of} are in the model's training data (${name}): scores on ` +
        `${file.info.study ? "them" : "this file"} flatter it.`,
    };
  }
  return null;
}

/** The cells of each file of a study that the model reads, by the hashes of their barcodes; of one file, all. */
function filesOf({ info, analyzed }: OpenedFile, hashes: readonly number[], model: string): { file: string; hashes: readonly number[] }[] {
  if (!info.study) return [{ file: info.name, hashes }];
  const unread = unreadFiles(
    info,
    analyzed.coverage.find((one) => one.model === model),
  );
  let first = 0;
  const all = info.study.samples.map(({ file, cells }) => ({ file, hashes: hashes.slice(first, (first += cells)) }));
  return all.filter((_, place) => !unread.has(place));
}
