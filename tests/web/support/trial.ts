import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { expect } from "vitest";
import type { WireError } from "../../../web/src/contract/errors";
import { BUNDLE } from "./bundle";

export type Outcome = WireError | { cells: number; genes: number; columns: number; total: number; detected: number };

/** What no file may take longer than, on a machine that does something else as well. */
const LIMIT_MS = Number(process.env.PHENOLENS_TRIAL_SECONDS ?? 10) * 1000;

/** A spoiled file is refused in words for people, which name it. */
export function expectSentence({ code, message }: WireError, name: string, seed: number): void {
  expect([seed, code], message).not.toEqual([seed, "internal"]);
  expect(message).toContain(name);
  expect(message).not.toMatch(/undefined|\[object|TypeError|RangeError|HDF5-DIAG|\n/);
}

/** Tries files one after another in a thread of their own, which is ended and started anew when it dies or hangs. */
export class Trials {
  private worker: Worker | null = null;

  /** How a file fared; `hung` where it took too long, `died` where the thread did not survive it. */
  run(path: string): Promise<Outcome | "hung" | "died"> {
    return this.ask<Outcome>("trial", path);
  }

  /** The sum of X by the HDF5 library alone. */
  plainTotal(path: string): Promise<number | "hung" | "died"> {
    return this.ask<number>("plain", path);
  }

  private async ask<T>(task: "trial" | "plain", path: string): Promise<T | "hung" | "died"> {
    const worker = (this.worker ??= new Worker(join(BUNDLE, "trial.worker.mjs"), { stderr: true, stdout: true }));
    const outcome = await new Promise<T | "hung" | "died">((resolve) => {
      const timer = setTimeout(() => resolve("hung"), LIMIT_MS);
      const onDeath = () => settle("died");
      const settle = (result: T | "hung" | "died") => {
        clearTimeout(timer);
        worker.off("message", settle).off("error", onDeath).off("exit", onDeath);
        resolve(result);
      };
      worker.on("message", settle).on("error", onDeath).on("exit", onDeath);
      worker.postMessage({ task, path }, []);
    });
    if (outcome === "hung" || outcome === "died") await this.stop();
    return outcome;
  }

  async stop(): Promise<void> {
    await this.worker?.terminate();
    this.worker = null;
  }
}
