import { connect, type Client } from "../../contract/protocol";
import { compiledCore } from "../base/core";
import type { Environment } from "../base/environment";
import type { LaneOperations } from "../contract/lane-operations";

export type Lane = Client<LaneOperations>;

/** More lanes than this gain little and hold a reader, a core and a model each. */
const MOST_LANES = 8;

/** One lane per core, fewer where memory is short. */
export function defaultLanes(environment: Environment): number {
  const gigabytes = (globalThis.navigator as { deviceMemory?: number } | undefined)?.deviceMemory ?? 8;
  return Math.max(1, Math.min(environment.cores, MOST_LANES, Math.floor(gigabytes * 2)));
}

/** The workers that read, encode and predict. */
export class LanePool {
  /** What the lanes have been prepared for; null: for nothing that is known. */
  preparedFor: unknown[] | null = null;

  readonly lanes: Lane[] = [];

  private constructor() {}

  /** Starts lanes and has them load what every file needs. */
  static async start(environment: Environment, count: number): Promise<LanePool> {
    const pool = new LanePool();
    try {
      const warm: Promise<null>[] = [];
      const compiled = compiledCore(environment);
      for (let i = 0; i < count; i++) {
        const lane = connect<LaneOperations>(environment.spawnLane());
        pool.lanes.push(lane);
        const { base } = environment;
        const runs = new Promise<void>((resolve) =>
          warm.push(compiled.then((core) => lane.call("warm", { base, core }, { onPart: () => resolve() }))),
        );
        if (environment.startsLanesInTurn && i + 1 < count) await Promise.race([runs, warm[i]]);
      }
      await Promise.all(warm);
    } catch (error) {
      pool.terminate();
      throw error;
    }
    return pool;
  }

  get size(): number {
    return this.lanes.length;
  }

  /** The same call to every lane. */
  all<N extends keyof LaneOperations & string>(name: N, request: LaneOperations[N]["request"]): Promise<LaneOperations[N]["reply"][]> {
    return Promise.all(this.lanes.map((lane) => lane.call(name, request)));
  }

  terminate(): void {
    for (const lane of this.lanes) lane.terminate();
  }
}
