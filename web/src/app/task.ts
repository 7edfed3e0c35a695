import { batch, computed, signal, type ReadonlySignal } from "@preact/signals";
import { toWire, type WireError } from "../contract/errors";
import type { Progress } from "../contract/types";

/** One run of a task, as its work sees it. */
export interface Run {
  /** Aborted when the run is stopped, or when another takes its place. */
  signal: AbortSignal;
  /** Reports how far the run is; a run that has been replaced reports nothing. */
  onProgress(progress: Progress): void;
  /** False once another run has taken this one's place: what it finds from then on is to be ignored. */
  isCurrent(): boolean;
}

/** What is seen and stopped of a task, whatever it is given to start. */
export interface TaskState {
  /** Asks the run to stop; it stays the current one until its work has ended, so that what is done can be kept. */
  stop(): void;
  /** Ends the run at once and forgets it and its failure. */
  reset(): void;
  isBusy: ReadonlySignal<boolean>;
  /** Why the last run failed; null while one runs, and after one that completed or was stopped. */
  failure: ReadonlySignal<WireError | null>;
  progress: ReadonlySignal<Progress | null>;
}

/** Work on the open file that the user starts, sees and stops; one run at a time. */
export interface Task<Input extends unknown[]> extends TaskState {
  /** Runs the work in place of an older run; true where it completed and no other run replaced it. Never rejects. */
  start(...input: Input): Promise<boolean>;
}

interface Current {
  controller: AbortController;
  progress: Progress | null;
}

const all = new Set<TaskState>();
/** Tasks that are running, the one started last at the end. */
const running = signal<readonly TaskState[]>([]);

/** The progress of the task that was started last, among those that report any. */
export const shownProgress = computed<Progress | null>(() => running.value.findLast((one) => one.progress.value)?.progress.value ?? null);

const stopped = signal("");
/** What became of the work that the user stopped last, in a sentence; empty once something runs again. */
export const stoppedWords: ReadonlySignal<string> = stopped;

/** Ends every task at once: the file they work on is gone. */
export function resetTasks(): void {
  batch(() => {
    all.forEach((one) => one.reset());
    stopped.value = "";
  });
}

/**
 * Makes a task of some work. `keep` takes what the work found, at the moment at which the task ceases to be busy, and only
 * where no other run has replaced it; an older run's end therefore never changes what a newer one shows.
 */
export function task<Input extends unknown[], Found = void>(
  work: (run: Run, ...input: Input) => Promise<Found>,
  keep?: (found: Found, ...input: Input) => void,
): Task<Input> {
  const current = signal<Current | null>(null);
  const failure = signal<WireError | null>(null);
  const made: Task<Input> = {
    isBusy: computed(() => current.value !== null),
    failure,
    progress: computed(() => current.value?.progress ?? null),
    stop: () => current.peek()?.controller.abort(),
    reset() {
      current.peek()?.controller.abort();
      end(null);
    },
    async start(...input) {
      current.peek()?.controller.abort();
      const controller = new AbortController();
      const isCurrent = () => current.peek()?.controller === controller;
      const run: Run = {
        signal: controller.signal,
        isCurrent,
        onProgress(progress) {
          if (isCurrent()) current.value = { controller, progress };
        },
      };
      // What the work sets before it first waits is seen together with the task being busy.
      const ended = batch(() => {
        current.value = { controller, progress: null };
        failure.value = null;
        stopped.value = "";
        running.value = [...running.peek().filter((one) => one !== made), made];
        return (async () => work(run, ...input))();
      });
      try {
        const found = await ended;
        if (!isCurrent()) return false;
        batch(() => {
          end(null);
          keep?.(found, ...input);
        });
        return true;
      } catch (error) {
        if (isCurrent()) end(toWire(error));
        return false;
      }
    },
  };
  function end(error: WireError | null): void {
    batch(() => {
      current.value = null;
      failure.value = error?.code === "cancelled" ? null : error;
      if (error?.code === "cancelled") stopped.value = error.message;
      running.value = running.peek().filter((one) => one !== made);
    });
  }
  all.add(made);
  return made;
}
