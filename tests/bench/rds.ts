import { execFile } from "node:child_process";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { promisify } from "node:util";
import { converted, onlySample } from "../../web/src/engine/formats/imported.node";
import type { Options } from "./main";
import { peer } from "./peer";
import { median, row, type Row } from "./table";

const PATH = ".cache/bench/seurat.rds";
const SCRIPT = "tests/bench/peers/read_rds.R";

interface Peer {
  seconds: number[];
  version: string;
}

/** Whether the object is there, made by R once. */
async function made(): Promise<boolean> {
  if (existsSync(PATH)) return true;
  mkdirSync(".cache/bench", { recursive: true });
  try {
    await promisify(execFile)("Rscript", [SCRIPT, "make", `${PATH}.part`]);
    renameSync(`${PATH}.part`, PATH);
    return true;
  } catch {
    process.stderr.write("phenolens: no R with Seurat 4, which makes the object: its row is left out.\n");
    return false;
  }
}

/** A Seurat object until its cells can be read: ours converts it to a temporary file, R reads it into memory. */
export async function rds({ repeats }: Options): Promise<Row[]> {
  if (!(await made())) return [];
  const seconds: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const begun = performance.now();
    const file = await converted((await onlySample(PATH))!);
    seconds.push((performance.now() - begun) / 1000);
    file.remove();
  }
  const theirs = await peer<Peer>("Rscript", [SCRIPT, "read", PATH, String(repeats)]);
  const beside = { name: `R ${theirs.version} readRDS`, value: median(theirs.seconds) };
  const what = "Seurat 4 .rds, 20,000 x 20,000, 20 million counts and their logarithms: until cells can be read";
  return [row(what, median(seconds), "s", beside)];
}
