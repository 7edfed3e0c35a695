import type { Progress } from "../../contract/types";

/** How fast a step goes and how long it will last. */
export class Pace {
  private readonly started = performance.now();
  done = 0;

  constructor(
    private readonly step: string,
    readonly total: number,
    private readonly unit: Progress["unit"] = "cells",
  ) {}

  get seconds(): number {
    return (performance.now() - this.started) / 1000;
  }

  get rate(): number {
    return this.seconds > 0 ? this.done / this.seconds : 0;
  }

  add(more: number): Progress {
    this.done += more;
    const { rate, step, done, total, unit } = this;
    return { step, done, total, unit, rate, secondsLeft: rate > 0 ? Math.max(0, total - done) / rate : null };
  }
}
