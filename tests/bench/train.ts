import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Options } from "./main";
import { peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

const execute = promisify(execFile);
const FILE = ".cache/bench/train-20k.h5ad";
/** The recipe measured: that of the preset `steady`. */
const RECIPE = ["5000", "100", "0.01"];

interface PeerRun {
  seconds: number;
  foldSeconds: number;
  accuracy: number;
  folds: number[];
  peakBytes: number;
}

async function ours(file: string): Promise<{ seconds: number; accuracy: number; peakBytes: number; report: string }> {
  const out = join(mkdtempSync(join(tmpdir(), "phenolens-bench-")), "model");
  const started = performance.now();
  const { stdout, stderr } = await execute(
    "/usr/bin/time",
    [
      "-v",
      process.execPath,
      "dist-cli/phenolens.mjs",
      "train",
      resolve(file),
      "--labels",
      "cell_type",
      "--donors",
      "donor",
      "--lanes",
      "2",
      "--quiet",
      "--out",
      out,
    ],
    { maxBuffer: 1 << 24 },
  );
  const peak = Number(/Maximum resident set size \(kbytes\): (\d+)/.exec(stderr)![1]) * 1024;
  return {
    seconds: (performance.now() - started) / 1000,
    accuracy: Number(/accuracy ([\d.]+)%/.exec(stdout)![1]) / 100,
    peakBytes: peak,
    report: stdout,
  };
}

/** 20,000 cells x 20,000 genes of 30 classes and 5 donors: trained, and scored on every donor held out. */
export async function train({ repeats }: Options): Promise<Row[]> {
  const python = await pythonWith("sklearn, anndata");
  if (!python && !existsSync(FILE)) throw new Error("The file to train on is made by Python with anndata; PHENOLENS_PYTHON names one.");
  mkdirSync(".cache/bench", { recursive: true });
  if (!existsSync(FILE)) await execute(python!, ["tests/bench/peers/train_file.py", FILE]);
  const runs = [];
  for (let i = 0; i < repeats; i++) runs.push(await ours(FILE));
  const sklearn = python ? await peer<PeerRun>(python, ["tests/bench/peers/train_sklearn.py", FILE, "sklearn", ...RECIPE, "5"]) : null;
  const other = await pythonWith("celltypist");
  // CellTypist takes minutes a fold: one is compared with our score of the same donor.
  const celltypist = other ? await peer<PeerRun>(other, ["tests/bench/peers/train_sklearn.py", FILE, "celltypist", ...RECIPE, "1"]) : null;
  const beside = (name: string, value: number | undefined) => (value === undefined ? null : { name, value });
  const what = "20,000 x 20,000, 30 classes";
  return [
    row(
      `${what}: read, trained, scored on 5 donors held out (Node, 2 lanes)`,
      median(runs.map(({ seconds }) => seconds)),
      "s",
      beside("scikit-learn, the same steps and folds", sklearn?.seconds),
    ),
    row(
      `${what}: one model of it and its donor's score`,
      median(runs.map(({ seconds }) => seconds)) / 6,
      "s",
      beside("CellTypist 1.7, feature selection on, n_jobs 2", celltypist?.foldSeconds),
    ),
    row(`${what}: accuracy on donors held out`, runs[0]!.accuracy, "share", beside("scikit-learn", sklearn?.accuracy)),
    row(
      `${what}: the same, first donor alone for CellTypist`,
      runs[0]!.accuracy,
      "share",
      beside("CellTypist, first donor", celltypist?.accuracy),
    ),
    row(
      `${what}: peak memory of the process`,
      median(runs.map(({ peakBytes }) => peakBytes)) / 1e6,
      "MB",
      beside("scikit-learn", (sklearn && sklearn.peakBytes / 1e6) || undefined),
    ),
  ];
}
