import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { loadCore, unwrap, withAnalysis } from "../../web/src/engine/base/core";
import { addModel } from "../../web/src/engine/model/core-models";
import { droppedModel } from "../../web/src/engine/model/dropped";
import { ModelFolder } from "../../web/src/engine/model/folder";
import { nodeEnvironment } from "../../web/src/engine/platform/environment.node";
import type { RowBlock } from "../../web/src/engine/contract/cells";
import { openReader } from "../../web/src/engine/readers/open";
import type { Options } from "./main";
import { analyzeInNode } from "./node";
import { modelDropToLabels } from "./page-drop";
import { dataFile, peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

const CELLS = 20_000;
const BLOCK = 1_000;
const MODEL = "celltypist/adams_98_f_model_0.pkl";

interface Annotated {
  version: string;
  annotate: number;
  processor: number;
  labels: string[];
}

/**
 * CellTypist's 98 classes x 7,092 genes on 20,000 cells: the core alone, two lanes with reading, and
 * celltypist.annotate on the same cells.
 */
export async function celltypist({ repeats, only = "" }: Options): Promise<Row[]> {
  const source = dataFile("labelled/pbmc3k_counts.h5ad");
  const model = join(process.env.PHENOLENS_MODELS ?? "../shared/models", MODEL);
  const python = await pythonWith("celltypist");
  if (!source || !existsSync(model) || !python) {
    process.stderr.write("phenolens: this needs pbmc3k, the published models (PHENOLENS_MODELS) and a Python with celltypist.\n");
    return [];
  }
  const folder = mkdtempSync(join(tmpdir(), "phenolens-bench-"));
  try {
    const file = join(folder, "cells.h5ad");
    await promisify(execFile)(python, ["tests/bench/peers/tile_cells.py", source, String(CELLS), file]);
    const dropped = [
      row("a dropped pickle to its labels on the map, pbmc3k, page", median(await modelDropToLabels(source, model, repeats)), "s"),
      row(`the same, ${CELLS} cells`, median(await modelDropToLabels(file, model, repeats)), "s"),
    ];
    if ("page".startsWith(only) && only) return dropped;
    const theirs = await peer<Annotated>(python, ["tests/bench/peers/celltypist_annotate.py", file, model, String(repeats)]);
    const alone = await inCore(file, model, repeats);
    const disagree = alone.labels.filter((label, cell) => label !== theirs.labels[cell]).length;
    const runs: number[] = [];
    for (let i = 0; i <= repeats; i++) runs.push((await analyzeInNode(file, [model])).seconds);
    const whole = median(runs.slice(1));
    const name = `celltypist.annotate ${theirs.version}, counts read and normalized before`;
    return [
      row(`CellTypist, 98 classes, ${CELLS} cells: reading the pickle`, alone.opened, "ms"),
      row("predictions in the core, one lane, cells in memory", CELLS / alone.seconds, "cells/s", { name, value: CELLS / theirs.annotate }),
      row("the same in processor seconds", alone.processor, "s", { name, value: theirs.processor }),
      row("reading, quality and predictions, two lanes", CELLS / whole, "cells/s", { name, value: CELLS / theirs.annotate }),
      row("labels that differ", disagree, "cells"),
      ...dropped,
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function inCore(
  file: string,
  model: string,
  repeats: number,
): Promise<{ opened: number; seconds: number; processor: number; labels: string[] }> {
  const environment = nodeEnvironment(() => {
    throw new Error("No lanes here.");
  });
  const core = await loadCore(environment);
  const bytes = new Uint8Array(readFileSync(model));
  const started = performance.now();
  const read = await ModelFolder.open(await droppedModel(environment, { [basename(model)]: new Blob([bytes]) }));
  const [genesTsv, weights] = [await read.text("genes"), await read.kept("weights")];
  const opened = performance.now() - started;
  const reader = await openReader(
    await environment.openSource({ kind: "path", path: file }, () => {}),
    (asset) => environment.asset(asset),
    core,
  );
  const genes = await reader.geneIds("X");
  const blocks: RowBlock[] = [];
  for (let first = 0; first < reader.cells; first += BLOCK)
    blocks.push(await reader.block("X", first, Math.min(BLOCK, reader.cells - first)));
  const classes = read.manifest.heads[0]!.classes;
  return withAnalysis(core, (analysis) => {
    unwrap(
      analysis.set_genes({
        ids: genes.ids.join("\n"),
        alternatives: genes.alternatives.map(({ values }) => values.join("\n")),
        values: "counts",
      }),
    );
    const { handle } = addModel(analysis, { manifest: read.manifest, genesTsv, weights });
    const times: number[] = [];
    const processor: number[] = [];
    let labels: string[] = [];
    for (let i = 0; i <= repeats; i++) {
      labels = [];
      let [time, spent] = [0, 0];
      for (const block of blocks) {
        if (block.layout === "dense") throw new Error("These cells are sparse.");
        const { first, cells, genes: width, indptr, indices, values } = block;
        unwrap(analysis.load({ first, cells, genes: width, indptr, indices, values }));
        const [at, before] = [performance.now(), process.cpuUsage()];
        const [head] = unwrap(analysis.predict(handle)).heads;
        time += performance.now() - at;
        const { user, system } = process.cpuUsage(before);
        spent += user + system;
        for (let cell = 0; cell < cells; cell++) labels.push(classes[head!.top[cell * head!.k]!]?.label ?? "");
      }
      times.push(time / 1000);
      processor.push(spent / 1e6);
    }
    reader.close();
    return { opened, seconds: median(times.slice(1)), processor: median(processor.slice(1)), labels };
  });
}
