import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { millionFile } from "../../scripts/make-million.mjs";
import { startEngine } from "../../web/src/cli/engine";
import type { AttributionReport, AttributionRequest } from "../../web/src/contract/operations/attribution";
import { encodeFile } from "./encode";
import { released } from "./files";
import type { Options } from "./main";
import { dataFile, peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

const LANES = 2;

/** Explains cells of a file with a model, once per request, after an analysis. */
async function explain(path: string, model: string, requests: Partial<AttributionRequest>[]): Promise<AttributionReport[]> {
  const engine = startEngine(pathToFileURL("dist-cli/lane.node.mjs"), () => {});
  try {
    await engine.models([model]);
    const { matrix, cells } = await engine.call("open", { source: { kind: "path", path } });
    await engine.call("analyze", { matrix, models: [model], backend: "wasm", lanes: LANES, seed: 1, blockCells: 0 });
    const reports: AttributionReport[] = [];
    for (const given of requests) {
      const every = Uint32Array.from({ length: cells }, (_, i) => i);
      reports.push(
        await engine.call("attribute", {
          matrix,
          model,
          phenotype: "cell_type",
          target: { kind: "predicted" },
          groupBy: { kind: "cells", cells: every, name: "all" },
          method: "gradient-x-input",
          baseline: { kind: "none" },
          donors: null,
          cellsPerGroup: 0,
          steps: { from: 32, most: 32, gap: 0 },
          seed: 1,
          backend: "wasm",
          lanes: LANES,
          ...given,
        }),
      );
    }
    return reports;
  } finally {
    await engine.terminate();
  }
}

interface Captum {
  gradient: number[];
  integrated: number[];
  version: string;
}

/**
 * Gradients of the transformer on two wasm lanes beside captum in torch with two threads, on the same cells; the linear
 * model on a hundred thousand cells.
 */
export async function attribution({ repeats, only }: Options): Promise<Row[]> {
  const rows: Row[] = [];
  const path = dataFile("labelled/pbmc3k_counts.h5ad");
  const wanted = (what: string) => !only || what.includes(only);
  if (path && wanted("transformer")) {
    const name = released("onnx");
    const reports = await explain(
      path,
      name,
      Array.from({ length: repeats + 1 }, () => [
        { cellsPerGroup: 1000 },
        { method: "integrated-gradients" as const, cellsPerGroup: 200 },
      ]).flat(),
    );
    const seconds = (i: number) => median(reports.filter((_, k) => k >= 2 && k % 2 === i).map((report) => report.seconds));
    const python = await pythonWith("captum");
    let beside: Captum | null = null;
    if (python) {
      mkdirSync(".cache/bench", { recursive: true });
      writeFileSync(".cache/bench/batches.json", JSON.stringify(await encodeFile(path, name)));
      beside = await peer<Captum>(python, [
        "tests/bench/peers/captum_attribute.py",
        ".cache/bench/batches.json",
        String(LANES),
        String(repeats),
      ]);
    }
    const of = (times: number[] | undefined) =>
      times ? { name: `captum ${beside!.version}, torch, ${LANES} threads, batches ready`, value: median(times) } : null;
    rows.push(
      row("pbmc3k: transformer, gradient x input of 1,000 cells, 2 wasm lanes (limit 40 s)", seconds(0), "s", of(beside?.gradient)),
      row("pbmc3k: transformer, integrated gradients, 32 steps, 200 cells (limit 240 s)", seconds(1), "s", of(beside?.integrated)),
    );
  }
  if (wanted("linear")) {
    const large = ".cache/csr-100k.h5ad";
    if (!existsSync(large)) await millionFile(large, 100_000, "csr");
    const reports = await explain(
      large,
      released("linear"),
      Array.from({ length: Math.min(repeats, 3) + 1 }, () => ({})),
    );
    rows.push(
      row(
        "100,000 cells: linear model, every gene of every cell, reading included (Node)",
        median(reports.slice(1).map(({ seconds }) => seconds)),
        "s",
        { name: "the limit", value: 5 },
      ),
    );
  }
  return rows;
}
