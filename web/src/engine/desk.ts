import { AnalysisError, toWire } from "../contract/errors";
import type { CallContext } from "../contract/protocol";
import type { Reading, Source } from "../contract/types";
import { loadCore, type CoreModule } from "./base/core";
import type { Environment, NewFile } from "./base/environment";
import type { Job } from "./pool/job";
import { defaultLanes, LanePool, type Lane } from "./pool/lane-pool";
import { Models } from "./model/models";
import type { OpenedFile } from "./file/opened-file";
import type { ByteSource } from "./readers/byte-source";
import type { StudyPlan } from "./readers/study/plan";
import { scalesOf } from "./readers/restored";

/** What all operations share: the open file, the lanes, the models, and whose turn it is. Steps get a `Job` of it, never the desk. */
export class Desk {
  readonly models: Models;
  file: OpenedFile | undefined;
  bytes: ByteSource | undefined;
  /** The file that was written last of the open one. */
  private made: NewFile | undefined;
  /** A sweep of the analysis is on: lanes answer others only after their blocks. */
  isSweeping = false;
  /** The layout that is settling in a lane. */
  settling: AbortController | undefined;
  private source: Source | undefined;
  private reading: Reading = {};
  private study: StudyPlan | null = null;
  private pool: Promise<LanePool> | undefined;
  /** Pools whose lanes have the file open, or are opening it. */
  private readonly laneFiles = new WeakMap<LanePool, Promise<unknown>>();
  private turn: Promise<unknown> = Promise.resolve();

  constructor(readonly environment: Environment) {
    this.models = new Models(environment);
  }

  core(): Promise<CoreModule> {
    return loadCore(this.environment);
  }

  opened(): OpenedFile {
    if (!this.file) throw new AnalysisError("bad-input", "No file is open.");
    return this.file;
  }

  /** Opening, analysing and closing wait for each other; one that fails does not stop the next. */
  inTurn<T>(run: () => Promise<T>): Promise<T> {
    const result = this.turn.catch(() => {}).then(run);
    this.turn = result;
    return result;
  }

  /** Starts the lanes before they are needed, once. */
  warmLanes(): void {
    if (!this.pool) void this.startPool(defaultLanes(this.environment)).catch(() => undefined);
  }

  /** Lanes with the file open; fresh ones where theirs have died or another number is wanted (0: the usual one). */
  async lanes(wanted: number): Promise<LanePool> {
    const count = wanted || defaultLanes(this.environment);
    let ready = await this.pool?.catch(() => undefined);
    if (ready?.size !== count) {
      ready?.terminate();
      ready = await this.startPool(count);
    }
    const { source, file, reading, study } = this;
    if (source && file && !this.laneFiles.has(ready)) {
      const toOpen = study ? { study, name: file.info.name, reading } : { source, scales: scalesOf(file.info.matrices), reading };
      this.laneFiles.set(ready, ready.all("open", toOpen));
    }
    await this.laneFiles.get(ready);
    return ready;
  }

  /** Lanes with the file open, however many there are now. */
  async anyLanes(): Promise<Lane[]> {
    const ready = await this.pool?.catch(() => undefined);
    return (await this.lanes(ready?.size ?? 0)).lanes;
  }

  /** The usual lanes where they are idle and the work is large; else none: do it here. */
  async idleLanes(isLarge: boolean): Promise<Lane[] | null> {
    if (!isLarge || this.isSweeping || this.settling) return null;
    return (await this.lanes(0)).lanes;
  }

  /** Takes a file for the open one: `source` is what the lanes open it by, and `reading` how; of several files, `study` says how. */
  take(file: OpenedFile, source: Source, reading: Reading, study: StudyPlan | null = null): void {
    this.file = file;
    this.study = study;
    this.reading = reading;
    this.source = source;
  }

  /** Begins a file that is written of the open one; that before it is gone, and this one when the open one is closed. */
  async newFile(): Promise<NewFile> {
    await this.removeMade();
    return (this.made = await this.environment.newFile());
  }

  private async removeMade(): Promise<void> {
    const { made } = this;
    this.made = undefined;
    await made?.remove();
  }

  async close(): Promise<void> {
    this.settling?.abort();
    await this.removeMade();
    this.file?.close();
    this.file = undefined;
    this.source = undefined;
    const ready = await this.pool?.catch(() => undefined);
    if (ready && this.laneFiles.delete(ready)) await ready.all("release", {}).catch(() => this.drop(ready));
  }

  /** Lanes that failed are ended: the next call gets fresh ones. */
  drop(failed: LanePool): void {
    failed.terminate();
    this.pool = undefined;
  }

  /** Ends the lanes: nothing of the engine keeps running. */
  async terminate(): Promise<void> {
    await this.removeMade();
    this.file?.close();
    this.file = undefined;
    (await this.pool?.catch(() => undefined))?.terminate();
    this.pool = undefined;
  }

  /**
   * A step over the cells of the open file, in its turn: `work` gets all it needs as a job, and stops a layout that is settling.
   * Lanes that fail are replaced; what the user can mend, or stopped, is no failure of theirs. `lanes` 0: the usual number.
   * Of several files the genes that all measure are read, unless the step reads `each` file's cells by its own.
   */
  sweeping<P, T>(
    asked: { matrix: string; lanes: number },
    context: CallContext<P>,
    work: (job: Job<P>) => Promise<T>,
    genes: "shared" | "each" = "shared",
  ): Promise<T> {
    return this.inTurn(async () => {
      const file = this.opened();
      const matrix = genes === "each" ? file.matrixInfo(asked.matrix).path : file.sharedGenes(asked.matrix);
      this.settling?.abort();
      this.isSweeping = true;
      const pool = await this.lanes(asked.lanes).catch((error) => {
        this.isSweeping = false;
        throw error;
      });
      try {
        const { environment, models } = this;
        return await work({ environment, core: await this.core(), models, pool, file, matrix, context });
      } catch (error) {
        if (!["bad-input", "unsupported", "cancelled"].includes(toWire(error).code)) this.drop(pool);
        throw error;
      } finally {
        this.isSweeping = false;
      }
    });
  }

  /** A layout, which ends the one before; a sweep ends it in turn. */
  async layingOut<T>(signal: AbortSignal, settle: (signal: AbortSignal) => Promise<T>): Promise<T> {
    this.settling?.abort();
    const mine = (this.settling = new AbortController());
    signal.addEventListener("abort", () => mine.abort());
    try {
      return await settle(mine.signal);
    } finally {
      if (this.settling === mine) this.settling = undefined;
    }
  }

  private startPool(count: number): Promise<LanePool> {
    this.pool = LanePool.start(this.environment, count);
    this.pool.catch(() => undefined);
    return this.pool;
  }
}
