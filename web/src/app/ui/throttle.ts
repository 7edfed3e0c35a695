/** However slow a run was, news is not kept longer. */
const LONGEST_PAUSE_MS = 2000;

/**
 * Runs asynchronous work again and again, never twice at once, with a pause of at least `pauseMs` or twice
 * as long as the last run took, whichever is more: a million cells redraw less often than a thousand.
 * What goes wrong is given to `onError`, and the next wish runs all the same.
 */
export function throttled(work: () => Promise<void>, onError: (error: unknown) => void, pauseMs = 300): () => void {
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
      await work().catch(onError);
      const took = performance.now() - started;
      nextAt = performance.now() + Math.max(pauseMs, Math.min(took * 2, LONGEST_PAUSE_MS));
    }
    isBusy = false;
  };

  return () => {
    isWanted = true;
    void run();
  };
}
