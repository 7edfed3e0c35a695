import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { clusterPython } from "../../scripts/lib/python.mjs";
import { released } from "./files";
import type { Options } from "./main";
import { nativeBesideWasm } from "./model";
import { dataFile, peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

/** Cells, files and tasks are so many times fewer: PHENOLENS_BENCH_SCALE=0.01 tries it all in a minute or two. */
const SCALE = Number(process.env.PHENOLENS_BENCH_SCALE ?? 1);
const scaled = (number: number, least: number) => Math.max(least, Math.round(number * SCALE));
const PARTS = 20;
const FILES = 200;
const CELLS_OF_SMALL = 500;
const TASKS = 10_000;
const PROGRAM = "dist-cli/phenolens.mjs";

/** phenolens-cluster on two processes of this computer beside the command line with two lanes; what of it is Dask's; the native backend. */
export async function cluster({ repeats, only = "" }: Options): Promise<Row[]> {
  const source = dataFile("labelled/pbmc3k_counts.h5ad");
  const tiles = await pythonWith("anndata");
  if (!source || !tiles) return [];
  const python = await clusterPython();
  const folder = mkdtempSync(join(tmpdir(), "phenolens-bench-"));
  const asked = ["--model", released("linear"), "--per-group", "none"];
  const files = async (name: string, cells: number, count: number): Promise<string[]> => {
    mkdirSync(join(folder, name));
    const paths = Array.from({ length: count }, (_, i) => join(folder, name, `${i}.h5ad`));
    await promisify(execFile)(tiles, ["tests/bench/peers/tile_cells.py", source, String(cells), paths[0]!]);
    for (const path of paths.slice(1)) copyFileSync(paths[0]!, path);
    return paths;
  };
  const timed = async (run: (out: string) => Promise<unknown>): Promise<number> => {
    const times: number[] = [];
    for (let i = 0; i < repeats; i++) {
      const out = join(folder, "out");
      const started = performance.now();
      await run(out);
      times.push((performance.now() - started) / 1000);
      rmSync(out, { recursive: true });
    }
    return median(times);
  };
  const alone = (paths: string[]) =>
    timed(async (out) => {
      mkdirSync(out);
      for (const [i, path] of paths.entries())
        await promisify(execFile)(process.execPath, [
          PROGRAM,
          "analyze",
          path,
          ...asked,
          ..."--lanes 2 --quiet --out".split(" "),
          join(out, String(i)),
        ]);
    });
  const byDask = (paths: string[], workers: number, partCells: number) =>
    timed((out) =>
      promisify(execFile)(
        python,
        [
          ..."-m phenolens analyze --quiet --local".split(" "),
          String(workers),
          "--part-cells",
          String(partCells),
          "--out",
          out,
          ...paths,
          "--",
          ...asked,
        ],
        { env: { ...process.env, PYTHONPATH: "cluster" } },
      ),
    );
  const rows: Row[] = [];
  const wanted = (name: string) => name.startsWith(only);
  try {
    const large = scaled(200_000, 2_000);
    const beside = (name: string, value: number) => ({ name, value });
    if (wanted("parts") || wanted("scaling")) {
      const [one, two] = (await files("large", large, 2)) as [string, string];
      const part = Math.ceil(large / PARTS);
      if (wanted("parts"))
        for (const cells of [part, Math.ceil(large / 4)])
          rows.push(
            row(
              `${large} cells, linear, ${Math.ceil(large / cells)} parts on two processes`,
              await byDask([one], 2, cells),
              "s",
              beside("phenolens analyze --lanes 2", await alone([one])),
            ),
          );
      if (wanted("scaling")) {
        const [single, both] = [await byDask([one], 1, part), await byDask([one, two], 2, part)];
        rows.push(row("weak scaling: twice the cells on two processes for one", (2 * single) / both, "times as many cells/s"));
      }
    }
    if (wanted("files")) {
      const paths = await files("small", CELLS_OF_SMALL, scaled(FILES, 3));
      rows.push(
        row(
          `${paths.length} files of ${CELLS_OF_SMALL} cells, linear, two processes`,
          await byDask(paths, 2, 50_000),
          "s",
          beside("phenolens analyze --lanes 2, file after file", await alone(paths)),
        ),
      );
    }
    if (wanted("tasks")) {
      const tasks = scaled(TASKS, 100);
      const words = ["PYTHONPATH=cluster", python, "tests/bench/peers/dask_tasks.py", String(tasks), "2"];
      const { clock, processor } = await peer<{ clock: number; processor: number }>("env", words);
      rows.push(row(`Dask's client and scheduler, a task of ${tasks} empty ones on two processes: on the clock`, clock, "ms"));
      rows.push(row("the same in processor time", processor, "ms"));
    }
    if (wanted("native")) {
      const [path] = await files("native", scaled(2_638, 64), 1);
      rows.push((await nativeBesideWasm(path!, repeats)).compared);
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
