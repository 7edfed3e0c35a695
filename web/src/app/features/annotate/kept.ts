import { createStore, del, delMany, entries, get, set, type UseStore } from "idb-keyval";
import type { Annotation } from "../../../contract/annotation";

/** An annotation as it is kept on this computer, and when (milliseconds since 1970). */
export interface KeptAnnotation {
  annotation: Annotation;
  at: number;
}

/** Files whose annotations are kept; those worked on longest ago are forgotten. */
const MOST_FILES = 50;

let opened: UseStore | null = null;
const store = () => (opened ??= createStore("phenolens-annotations", "annotations"));

/** The annotation kept for a file; null where there is none, or where storage is closed to the page. */
export async function findAnnotation(fingerprint: string): Promise<KeptAnnotation | null> {
  try {
    return (await get<KeptAnnotation>(fingerprint, store())) ?? null;
  } catch {
    return null;
  }
}

/** Keeps a file's annotation; false where storage is closed to the page, as in a private window, or full. */
export async function keepAnnotation(fingerprint: string, kept: KeptAnnotation): Promise<boolean> {
  try {
    await set(fingerprint, kept, store());
    const all = await entries<string, KeptAnnotation>(store());
    const oldest = all.sort(([, a], [, b]) => b.at - a.at).slice(MOST_FILES);
    if (oldest.length > 0)
      await delMany(
        oldest.map(([key]) => key),
        store(),
      );
    return true;
  } catch {
    return false;
  }
}

export async function forgetAnnotation(fingerprint: string): Promise<boolean> {
  try {
    await del(fingerprint, store());
    return true;
  } catch {
    return false;
  }
}
