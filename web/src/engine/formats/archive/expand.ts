import { baseName, type NamedBytes } from "../named-bytes";
import { MOST_ENTRIES, tooMany } from "./entries";
import { tarEntries } from "./tar";
import { zipEntries } from "./zip";

/** An archive within an archive, as GEO packs samples, is opened; one within that is not. */
const DEEPEST = 2;
const ZIP = /\.zip$/i;
const TAR = /\.(tar|tgz|tar\.gz)$/i;

export const isArchive = (name: string): boolean => ZIP.test(name) || TAR.test(name);

/** What an archive is known for by the names in it, and is not unpacked for. */
export type Whole = "model";

export interface Expanded {
  /** The files, those of archives in place of these. */
  files: NamedBytes[];
  /** Archives that are one thing as they are. */
  whole: { file: NamedBytes; is: Whole }[];
}

/** Looks into archives. Throws AnalysisError where one is damaged, or holds too many files. */
export async function expand(given: readonly NamedBytes[], depth = DEEPEST): Promise<Expanded> {
  const found: Expanded = { files: [], whole: [] };
  for (const file of given) {
    if (depth === 0 || !isArchive(file.name)) {
      found.files.push(file);
      continue;
    }
    const entries = await (ZIP.test(file.name) ? zipEntries(file) : tarEntries(file));
    const is = wholeOf(entries);
    if (is) {
      found.whole.push({ file, is });
      continue;
    }
    const inner = await expand(entries, depth - 1);
    found.files.push(...inner.files);
    found.whole.push(...inner.whole);
    if (found.files.length > MOST_ENTRIES) throw tooMany(baseName(file.name));
  }
  return found;
}

function wholeOf(entries: readonly NamedBytes[]): Whole | null {
  const names = entries.map(({ name }) => baseName(name));
  return names.includes("manifest.json") || names.some((name) => /\.(pkl|pickle|joblib|onnx)$/i.test(name)) ? "model" : null;
}
