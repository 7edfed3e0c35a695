import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CoreModule, Result } from "../../wasm/bind/phenolens_core";
import type { Options } from "./main";
import { packageVersion, peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

const DIMS = 50;

interface Study {
  values: Float32Array;
  batches: Int32Array;
}

interface HarmonyRun {
  version: string;
  seconds: number[];
  objective: number;
}

/** Cells of 30 types on 50 components, each batch moved as a whole; leading components spread more. */
function simulated(cells: number, batches: number): Study {
  let state = 2019;
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t ^= t + Math.imul(t ^ (t >>> 7), 61 | t);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const drawn = (count: number, scale: (dim: number) => number) =>
    Float64Array.from({ length: count * DIMS }, (_, i) => normal() * scale(i % DIMS));
  const spread = (dim: number) => 1.5 - (0.9 * dim) / DIMS;
  const types = drawn(30, (dim) => 3 - (2.4 * dim) / DIMS);
  const shifts = drawn(batches, () => 0.8);
  const study = { values: new Float32Array(cells * DIMS), batches: new Int32Array(cells) };
  for (let cell = 0; cell < cells; cell++) {
    const type = Math.floor(uniform() * 30);
    const batch = (study.batches[cell] = Math.floor(uniform() * batches));
    for (let d = 0; d < DIMS; d++)
      study.values[cell * DIMS + d] = types[type * DIMS + d]! + shifts[batch * DIMS + d]! + normal() * spread(d);
  }
  return study;
}

function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

async function loadCore(): Promise<CoreModule> {
  Object.assign(globalThis, { self: globalThis });
  const { default: load } = (await import(
    pathToFileURL(resolve("build/wasm/phenolens_core.mjs")).href
  )) as typeof import("../../wasm/bind/phenolens_core");
  return load({ wasmBinary: readFileSync("build/wasm/phenolens_core.wasm") });
}

function timed(repeats: number, run: () => void): number {
  const seconds: number[] = [];
  for (let i = 0; i <= repeats; i++) {
    const start = performance.now();
    run();
    seconds.push((performance.now() - start) / 1000);
  }
  return median(seconds.slice(1));
}

function runHarmony(core: CoreModule, { values, batches }: Study): number {
  const harmony = new core.Harmony();
  got(harmony.start({ dims: DIMS, values, codes: batches, levels: Int32Array.of(10), seed: 1 }));
  while (!got(harmony.step()).done);
  got(harmony.positions());
  const objective = got(harmony.objectives()).at(-1)!;
  harmony.delete();
  return objective;
}

function runMutual(core: CoreModule, { values, batches }: Study): void {
  const mutual = new core.MutualNeighbors();
  got(mutual.start({ dims: DIMS, values, codes: batches, batches: 3 }));
  while (!got(mutual.step()).done);
  got(mutual.positions());
  mutual.delete();
}

/** Harmony on 100,000 cells of ten batches and mutual neighbours on 20,000 of three, as wasm on one lane, beside harmonypy and scran.js. */
export async function integrate({ repeats }: Options): Promise<Row[]> {
  const core = await loadCore();
  const folder = mkdtempSync(join(tmpdir(), "phenolens-bench-"));
  const stored = (name: string, { values, batches }: Study) => {
    writeFileSync(join(folder, `${name}.values`), values);
    writeFileSync(join(folder, `${name}.batches`), batches);
    return join(folder, name);
  };
  const rows: Row[] = [];
  try {
    const ten = simulated(100_000, 10);
    const python = await pythonWith("harmonypy");
    if (python) {
      const path = stored("ten", ten);
      let objective = 0;
      const ours = timed(repeats, () => (objective = runHarmony(core, ten)));
      for (const threads of [1, 2]) {
        const theirs = await peer<HarmonyRun>(python, [
          "tests/bench/peers/harmonypy_run.py",
          path,
          String(DIMS),
          String(threads),
          String(repeats),
        ]);
        const name = `harmonypy ${theirs.version}, ${threads} thread${threads > 1 ? "s" : ""}`;
        rows.push(row("Harmony, 100,000 x 50, 10 batches, one lane", ours, "s", { name, value: median(theirs.seconds) }));
        if (threads === 1) rows.push(row("its objective", objective, "", { name, value: theirs.objective }));
      }
    }
    const three = simulated(20_000, 3);
    const theirs = await peer<{ seconds: number[] }>("node", [
      "--no-experimental-fetch",
      "tests/bench/peers/scran_mnn.mjs",
      stored("three", three),
      String(DIMS),
      String(repeats),
    ]);
    rows.push(
      row(
        "mutual nearest neighbours, 20,000 x 50, 3 batches, one lane, exact",
        timed(repeats, () => runMutual(core, three)),
        "s",
        {
          name: `scran.js ${packageVersion("scran.js")}, 2 threads, approximate (its default)`,
          value: median(theirs.seconds),
        },
      ),
    );
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
