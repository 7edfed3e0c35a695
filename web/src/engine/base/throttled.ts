/** Runs `work` when it is called, but not while it still runs nor sooner than `ms` after it last ended; the first time `ms` from now. */
export function throttled(ms: number, work: () => Promise<unknown>): () => void {
  let lastEnd = performance.now();
  let isRunning = false;
  return () => {
    if (isRunning || performance.now() - lastEnd < ms) return;
    isRunning = true;
    void work().finally(() => {
      isRunning = false;
      lastEnd = performance.now();
    });
  };
}
