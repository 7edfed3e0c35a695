/**
 * Runs an asynchronous task again and again, never twice at once, at most every `pauseMs` or five times
 * as long as the last run took, whichever is more: a million cells redraw less often than a thousand.
 */
export function throttled(task: () => Promise<void>, pauseMs = 300): () => void {
  let isBusy = false;
  let isWanted = false;
  let nextAt = 0;

  const run = async () => {
    if (isBusy) return;
    isBusy = true;
    while (isWanted) {
      const wait = nextAt - performance.now();
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      isWanted = false;
      const started = performance.now();
      await task().catch(() => {});
      const took = performance.now() - started;
      nextAt = performance.now() + Math.max(pauseMs, took * 5);
    }
    isBusy = false;
  };

  return () => {
    isWanted = true;
    void run();
  };
}
