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

const NAME = "phenolens";
const SESSIONS = "sessions";
/** Files remembered; the oldest are forgotten. */
const MOST = 20;

function database(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(SESSIONS, { keyPath: "fingerprint" }));
    request.addEventListener("success", () => resolve(request.result));
    for (const end of ["error", "blocked"]) request.addEventListener(end, () => reject(request.error));
  });
}

async function within<T>(mode: IDBTransactionMode, run: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const db = await database();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = db.transaction(SESSIONS, mode);
      const request = run(transaction.objectStore(SESSIONS));
      transaction.addEventListener("complete", () => resolve(request.result));
      for (const end of ["error", "abort"]) transaction.addEventListener(end, () => reject(transaction.error));
    });
  } finally {
    db.close();
  }
}

/* Storage may be closed to the page, as in a private window: then nothing is kept, and nothing fails. */

export const find = (fingerprint: string): Promise<Kept | null> =>
  within<Kept | undefined>("readonly", (store) => store.get(fingerprint)).then(
    (kept) => kept ?? null,
    () => null,
  );

export const forget = (fingerprint: string): Promise<unknown> =>
  within("readwrite", (store) => store.delete(fingerprint)).catch(() => null);

export async function keep(kept: Kept): Promise<void> {
  try {
    await within("readwrite", (store) => store.put(kept)).catch((error: Error) => {
      // A handle that cannot be stored must not cost the rest.
      if (error?.name !== "DataCloneError" || !kept.handle) throw error;
      const { handle: _, ...rest } = kept;
      return within("readwrite", (store) => store.put(rest));
    });
    const all = await within<Kept[]>("readonly", (store) => store.getAll());
    for (const old of all.sort((a, b) => b.at - a.at).slice(MOST)) await forget(old.fingerprint);
  } catch {
    // As said above.
  }
}
