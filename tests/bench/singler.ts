import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Options } from "./main";
import { analyzeInNode } from "./node";
import { dataFile, peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

const TYPES = 27;
const CELLS = 2_638;

interface Classified {
  version: string;
  train: number;
  classify: number;
}

/** SingleR by 27 reference profiles on pbmc3k: reading, quality, markers and labels on two lanes, and singler with two threads. */
export async function singler({ repeats }: Options): Promise<Row[]> {
  const cells = dataFile("labelled/pbmc3k_counts.h5ad");
  const profiles = dataFile("profiles/cpl_human_adult_profiles_c.h5ad");
  const python = await pythonWith("singler");
  if (!cells || !profiles || !python) return [];
  const folder = mkdtempSync(join(tmpdir(), "phenolens-bench-"));
  try {
    const table = join(folder, "profiles.csv");
    const script = "tests/bench/peers/singler_classify.py";
    const theirs = await peer<Classified>(python, [script, cells, profiles, String(TYPES), table, String(repeats)]);
    const whole: number[] = [];
    const sweep: number[] = [];
    for (let i = 0; i <= repeats; i++) {
      const { seconds, runs } = await analyzeInNode(cells, [table]);
      whole.push(seconds);
      sweep.push(runs[0]!.seconds);
    }
    const name = `singler ${theirs.version}, two threads, cells and profiles in memory`;
    return [
      row(`SingleR, ${CELLS} cells, ${TYPES} types: reading, quality and labels, two lanes`, CELLS / median(sweep.slice(1)), "cells/s", {
        name: `${name}: classify_single`,
        value: CELLS / theirs.classify,
      }),
      row("the same with the lanes' start and the choice of markers", CELLS / median(whole.slice(1)), "cells/s", {
        name: `${name}: train_single and classify_single`,
        value: CELLS / (theirs.train + theirs.classify),
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
