import { createStore, del, delMany, entries, get, set, type UseStore } from "idb-keyval";
import type { SessionFile } from "./session-file";

/** What is kept on this computer of one file: never its cells. */
export interface Kept {
  fingerprint: string;
  session: SessionFile;
  /** The address's hash when it was kept: a reload has the same. */
  hash: string;
  /** Lets the browser open the file again, where it gives such handles. */
  handle?: FileSystemFileHandle;
  at: number;
}

/** Files remembered; the oldest are forgotten. */
const MOST_FILES = 20;

let opened: { sessions: UseStore; former: UseStore } | null = null;
/** The stores of sessions by fingerprint: today's, and the one of versions up to 0.1, which is only read. Opened when first asked for. */
const stores = () => (opened ??= { sessions: createStore("phenolens-sessions", "sessions"), former: createStore("phenolens", "sessions") });

/* Storage may be closed to the page, as in a private window: then nothing is kept, and nothing fails. */

/** What was kept of a file, if anything. */
export async function find(fingerprint: string): Promise<Kept | null> {
  try {
    const { sessions, former } = stores();
    return (await get<Kept>(fingerprint, sessions)) ?? (await get<Kept>(fingerprint, former)) ?? null;
  } catch {
    return null;
  }
}

/** Forgets what was kept of a file. */
export async function forget(fingerprint: string): Promise<void> {
  try {
    const { sessions, former } = stores();
    await Promise.all([del(fingerprint, sessions), del(fingerprint, former)]);
  } catch {
    // As said above.
  }
}

/** Keeps what is done with a file, and forgets the files used longest ago. */
export async function keep(kept: Kept): Promise<void> {
  try {
    const { sessions } = stores();
    await set(kept.fingerprint, kept, sessions).catch((error: Error) => {
      // A handle that cannot be stored must not cost the rest.
      if (error?.name !== "DataCloneError" || !kept.handle) throw error;
      const { handle: _, ...rest } = kept;
      return set(kept.fingerprint, rest, sessions);
    });
    const all = await entries<string, Kept>(sessions);
    const oldest = all.sort(([, a], [, b]) => b.at - a.at).slice(MOST_FILES);
    if (oldest.length > 0)
      await delMany(
        oldest.map(([fingerprint]) => fingerprint),
        sessions,
      );
  } catch {
    // As said above.
  }
}
