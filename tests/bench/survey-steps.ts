import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { millionFile } from "../../scripts/make-million.mjs";
import { libdeflateSeconds } from "./floor";
import { largeFile } from "./files";
import type { Options } from "./main";
import { dataFile, packageVersion, peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

type Seconds = Record<string, number>;

interface Summary {
  seconds: Seconds;
  peak_memory_mb: { map: number; markers: number };
}

interface PeerRun {
  seconds: Seconds;
  peakToMap: number;
  version?: string;
}

/** The built command line with two lanes, in a process of its own. */
export async function surveyInNode(path: string): Promise<Summary> {
  const out = mkdtempSync(join(tmpdir(), "phenolens-bench-"));
  try {
    await promisify(execFile)(process.execPath, [
      "dist-cli/phenolens.mjs",
      "survey",
      path,
      "--hvg",
      "seurat",
      "--lanes",
      "2",
      "--quiet",
      "--out",
      join(out, "survey"),
    ]);
    return JSON.parse(readFileSync(join(out, "survey/summary.json"), "utf8")) as Summary;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

const sum = (seconds: Seconds, ...steps: string[]) => steps.reduce((total, step) => total + (seconds[step] ?? 0), 0);

/** Ours step by step beside a peer's; what the peer did not do has no row. */
function beside(what: string, ours: Summary, name: string, theirs: PeerRun): Row[] {
  const steps: [string, string[], string[]][] = [
    ["open, quality, variable genes", ["open", "quality", "variable_genes"], ["load", "quality", "normalize", "variable_genes"]],
    ["50 components of 2,000 genes", ["components"], ["components"]],
    ["15 neighbours", ["neighbors"], ["neighbors"]],
    ["UMAP", ["umap"], ["umap"]],
    ["neighbours and UMAP", ["neighbors", "umap"], ["neighbors", "umap"]],
    ["neighbours and UMAP, of theirs 200 epochs", ["neighbors", "umap"], ["neighbors", "umap_200"]],
    ["clusters", ["clusters"], ["clusters"]],
    ["markers of the clusters", ["markers"], ["markers"]],
  ];
  return [
    ...steps
      .filter(([, , other]) => other.every((step) => step in theirs.seconds))
      .map(([step, own, other]) => row(`${what}: ${step}`, sum(ours.seconds, ...own), "s", { name, value: sum(theirs.seconds, ...other) })),
    row(`${what}: peak memory of the process up to the map`, ours.peak_memory_mb.map, "MB", { name, value: theirs.peakToMap }),
  ];
}

/** Step by step the median of some runs. */
function medianSeconds(runs: readonly { seconds: Seconds }[]): Seconds {
  return Object.fromEntries(Object.keys(runs[0]!.seconds).map((step) => [step, median(runs.map(({ seconds }) => seconds[step]!))]));
}

async function several<T>(times: number, run: () => Promise<T>): Promise<T[]> {
  const runs: T[] = [];
  for (let i = 0; i < times; i++) runs.push(await run());
  return runs;
}

async function peerRuns(times: number, program: string, script: string, path: string): Promise<PeerRun> {
  const runs = await several(times, () => peer<PeerRun>(program, [script, path]));
  return { ...runs[0]!, seconds: medianSeconds(runs), peakToMap: median(runs.map(({ peakToMap }) => peakToMap)) };
}

async function oneFile(what: string, path: string, times: number): Promise<Row[]> {
  const runs = await several(times, () => surveyInNode(path));
  const peak = (of: "map" | "markers") => median(runs.map(({ peak_memory_mb: memory }) => memory[of]));
  const ours: Summary = { seconds: medianSeconds(runs), peak_memory_mb: { map: peak("map"), markers: peak("markers") } };
  const rows = beside(
    what,
    ours,
    `scran.js ${packageVersion("scran.js")}, 2 threads`,
    await peerRuns(times, process.execPath, "tests/bench/peers/scran_survey.mjs", path),
  );
  // Its clusters need igraph.
  const python = await pythonWith("scanpy, igraph");
  if (python) {
    const theirs = await peerRuns(1, python, "tests/bench/peers/scanpy_survey.py", path);
    rows.push(...beside(what, ours, `scanpy ${theirs.version}`, theirs));
  }
  const floor = await libdeflateSeconds(path);
  if (floor !== null)
    rows.push(
      row(`${what}: open and quality, over inflating its chunks`, sum(ours.seconds, "open", "quality"), "s", {
        name: "libdeflate, native, 2 processes",
        value: floor,
      }),
    );
  return rows;
}

/** The survey step by step, medians of at most three runs: `--only large`, `kang` or `scaling`. */
export async function surveySteps({ only, repeats }: Options): Promise<Row[]> {
  const rows: Row[] = [];
  const times = Math.min(repeats, 3);
  const wanted = (part: string) => !only || part.includes(only);
  if (wanted("large")) rows.push(...(await oneFile("20000 x 20000", await largeFile(), times)));
  const kang = dataFile("labelled/kang_ctrl8684_2511g_counts.h5ad");
  if (kang && wanted("kang")) rows.push(...(await oneFile("Kang, 8684 x 2511", kang, times)));
  if (wanted("scaling")) rows.push(...(await scaling()));
  return rows;
}

/** Time and memory against cells, of files that differ in nothing else. */
async function scaling(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const cells of [10_000, 30_000, 100_000, 300_000]) {
    const { seconds, peak_memory_mb: peak } = await surveyInNode(await millionFile(`.cache/scaling-${cells}.h5ad`, cells, "csr", 12));
    for (const [step, value] of Object.entries(seconds)) rows.push(row(`${cells.toLocaleString("en")} cells: ${step}`, value, "s"));
    rows.push(
      row(`${cells.toLocaleString("en")} cells: peak memory, to the map`, peak.map, "MB"),
      row(`${cells.toLocaleString("en")} cells: peak memory, with markers`, peak.markers, "MB"),
    );
  }
  return rows;
}
