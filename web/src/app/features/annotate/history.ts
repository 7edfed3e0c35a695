/** States of something that is edited: those before, the one now and, after undoing, those that can be done again. */
export interface History<T> {
  past: readonly T[];
  now: T;
  future: readonly T[];
}

/** Edits that can be undone. */
const MOST_UNDONE = 100;

export const begin = <T>(now: T): History<T> => ({ past: [], now, future: [] });

/** Adds a state; what was undone before cannot be done again then. The same state adds nothing. */
export function put<T>(history: History<T>, next: T): History<T> {
  if (next === history.now) return history;
  return { past: [...history.past, history.now].slice(-MOST_UNDONE), now: next, future: [] };
}

/** The state before; the history as it is where there is none. */
export function undone<T>({ past, now, future }: History<T>): History<T> {
  const before = past.at(-1);
  return past.length === 0 ? { past, now, future } : { past: past.slice(0, -1), now: before as T, future: [now, ...future] };
}

/** The state undone last. */
export function redone<T>({ past, now, future }: History<T>): History<T> {
  const [next, ...later] = future;
  return future.length === 0 ? { past, now, future } : { past: [...past, now], now: next as T, future: later };
}
