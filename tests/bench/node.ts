import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ModelRun } from "../../web/src/contract/types";

export interface NodeRun {
  /** Opening, survey and models, without starting the process and writing files. */
  seconds: number;
  peakBytes: number;
  runs: ModelRun[];
}

interface Summary {
  seconds: number;
  peak_memory_bytes: number;
  models: { run: ModelRun }[];
}

/** One analysis by the built command line with two lanes, in a process of its own. */
export async function analyzeInNode(path: string, models: string[], backend: "wasm" | "native" = "wasm"): Promise<NodeRun> {
  const out = mkdtempSync(join(tmpdir(), "phenolens-bench-"));
  try {
    const wanted = models.flatMap((name) => ["--model", name]);
    await promisify(execFile)(process.execPath, [
      "dist-cli/phenolens.mjs",
      "analyze",
      path,
      ...wanted,
      "--lanes",
      "2",
      "--backend",
      backend,
      "--quiet",
      "--out",
      out,
    ]);
    const summary = JSON.parse(readFileSync(join(out, "summary.json"), "utf8")) as Summary;
    return { seconds: summary.seconds, peakBytes: summary.peak_memory_bytes, runs: summary.models.map(({ run }) => run) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
