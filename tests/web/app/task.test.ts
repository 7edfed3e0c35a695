import { expect, test } from "vitest";
import { AnalysisError } from "../../../web/src/contract/errors";
import { resetTasks, shownProgress, stoppedWords, task } from "../../../web/src/app/task";

/** Work whose end is in the test's hands. */
function held<T>() {
  const runs: { finish(found: T): void; fail(error: unknown): void; signal: AbortSignal; report(done: number): void }[] = [];
  const found: T[] = [];
  const made = task(
    ({ signal, onProgress }) =>
      new Promise<T>((resolve, reject) => {
        const report = (done: number) => onProgress({ step: "survey", done, total: 10, unit: "cells", rate: 1, secondsLeft: null });
        runs.push({ finish: resolve, fail: reject, signal, report });
      }),
    (one) => found.push(one),
  );
  return { made, runs, found };
}

test("a run is busy until it ends, and what it found is kept in the moment in which it is busy no more", async () => {
  const { made, runs, found } = held<string>();
  const ended = made.start();
  expect(made.isBusy.value).toBe(true);
  runs[0]!.report(3);
  expect(made.progress.value?.done).toBe(3);
  expect(shownProgress.value?.done).toBe(3);
  runs[0]!.finish("a");
  expect(await ended).toBe(true);
  expect([made.isBusy.value, made.progress.value, shownProgress.value]).toEqual([false, null, null]);
  expect(found).toEqual(["a"]);
});

test("an older run's end does not clear a newer run, whether it finishes, fails or reports", async () => {
  const { made, runs, found } = held<string>();
  for (const endOlder of [
    (run: (typeof runs)[0]) => run.finish("older"),
    (run: (typeof runs)[0]) => run.fail(new Error("older failed")),
    (run: (typeof runs)[0]) => run.fail(new AnalysisError("cancelled", "Stopped.")),
  ]) {
    runs.length = 0;
    const older = made.start();
    const newer = made.start();
    expect(runs[0]!.signal.aborted).toBe(true);
    runs[1]!.report(5);
    runs[0]!.report(9);
    endOlder(runs[0]!);
    expect(await older).toBe(false);
    expect([made.isBusy.value, made.failure.value, made.progress.value?.done]).toEqual([true, null, 5]);
    expect(found).toEqual([]);
    runs[1]!.finish("newer");
    expect(await newer).toBe(true);
    expect(found.splice(0)).toEqual(["newer"]);
  }
});

test("a failure is shown until the next run; being stopped is none, and what is done can be kept", async () => {
  const { made, runs, found } = held<string>();
  const failing = made.start();
  runs[0]!.fail(new AnalysisError("model", "No such class."));
  expect(await failing).toBe(false);
  expect(made.failure.value).toEqual({ code: "model", message: "No such class." });
  const stopped = made.start();
  expect(made.failure.value).toBe(null);
  made.stop();
  expect([runs[1]!.signal.aborted, made.isBusy.value]).toEqual([true, true]);
  runs[1]!.finish("half");
  expect(await stopped).toBe(true);
  expect(found).toEqual(["half"]);
  const cancelled = made.start();
  made.stop();
  runs[2]!.fail(new AnalysisError("cancelled", "Stopped; no model was made."));
  expect(await cancelled).toBe(false);
  expect([made.isBusy.value, made.failure.value, stoppedWords.value]).toEqual([false, null, "Stopped; no model was made."]);
  const next = made.start();
  expect(stoppedWords.value).toBe("");
  runs[3]!.finish("whole");
  expect([await next, stoppedWords.value]).toEqual([true, ""]);
});

test("a run that another replaced, or whose file is gone, says nothing of being stopped", async () => {
  const { made, runs } = held<string>();
  const [older, newer] = [made.start(), made.start()];
  runs[0]!.fail(new AnalysisError("cancelled", "Stopped."));
  expect([await older, stoppedWords.value]).toEqual([false, ""]);
  resetTasks();
  runs[1]!.fail(new AnalysisError("cancelled", "The file was closed."));
  expect([await newer, stoppedWords.value]).toEqual([false, ""]);
});

test("when the file is gone every task ends at once, and what its run says later is not heard", async () => {
  const [one, other] = [held<string>(), held<string>()];
  const ends = [one.made.start(), other.made.start()];
  one.runs[0]!.report(1);
  resetTasks();
  expect([one.made.isBusy.value, other.made.isBusy.value, shownProgress.value]).toEqual([false, false, null]);
  one.runs[0]!.finish("late");
  other.runs[0]!.fail(new Error("late"));
  expect(await Promise.all(ends)).toEqual([false, false]);
  expect([one.found, other.made.failure.value]).toEqual([[], null]);
});

test("the footer shows the progress of what was started last", async () => {
  const [one, other] = [held<string>(), held<string>()];
  const ends = [one.made.start(), other.made.start()];
  one.runs[0]!.report(1);
  expect(shownProgress.value?.done).toBe(1);
  other.runs[0]!.report(2);
  one.runs[0]!.report(3);
  expect(shownProgress.value?.done).toBe(2);
  other.runs[0]!.finish("b");
  await ends[1];
  expect(shownProgress.value?.done).toBe(3);
  one.runs[0]!.finish("a");
  await ends[0];
});
