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

/** Whether the open file is, or is part of, a set that the model was trained on; null where it is not, or the model does not tell. */
export async function seenBefore(file: OpenedFile, models: Models, model: string): Promise<{ figure: number; says: string } | null> {
  const folder = models.folder(model);
  if (!folder.has("seen")) return null;
  const { sets } = JSON.parse(await folder.text("seen")) as SeenSets;
  const { matrix } = file.analyzed;
  const hashes = HASHES.find(file, matrix) ?? HASHES.put(file, matrix, (await file.cellIds()).map(barcodeHash));
  for (const { name, hashes: known } of sets) {
    const set = decoded(known);
    const share = hashes.reduce((sum, hash) => sum + Number(set.has(hash)), 0) / Math.max(1, hashes.length);
    if (share >= IS_SEEN)
      return {
        figure: share,
        says: `${Math.round(100 * share)}% of the cells are in the model's training data (${name}): scores on this file flatter it.`,
      };
  }
  return null;
}
