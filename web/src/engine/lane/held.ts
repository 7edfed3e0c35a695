import { AnalysisError } from "../../contract/errors";

/** An object of the core that a lane has at hand until it is done with it. */
export class Held<T extends { delete(): void }> {
  private value: T | undefined;

  get now(): T {
    if (!this.value) throw new AnalysisError("internal", "The lane was not started on this pass.");
    return this.value;
  }

  replace(value?: T): void {
    this.value?.delete();
    this.value = value;
  }
}
