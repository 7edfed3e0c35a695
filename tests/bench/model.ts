import { mkdirSync, writeFileSync } from "node:fs";
import { bench } from "./chromium";
import { encodeFile } from "./encode";
import { manifest, released } from "./files";
import type { Options } from "./main";
import { analyzeInNode } from "./node";
import { dataFile, packageVersion, peer } from "./peer";
import { median, row, type Row } from "./table";

/** Cells a second of the transformer on all lanes, beside native ONNX Runtime with two threads on the same file and cells. */
export async function model({ repeats }: Options): Promise<Row[]> {
  const path = dataFile("labelled/pbmc3k_counts.h5ad");
  if (!path) return [];
  const name = released("onnx");
  const batches = await encodeFile(path, name);
  mkdirSync(".cache/bench", { recursive: true });
  writeFileSync(".cache/bench/batches.json", JSON.stringify(batches));
  const onnx = `models/released/${name}/${manifest(name).files.predict!.path}`;
  const native = await peer<{ rates: number[] }>(process.execPath, [
    "tests/bench/peers/ort-node.mjs",
    onnx,
    ".cache/bench/batches.json",
    "2",
    String(repeats),
  ]);
  const beside = { name: `onnxruntime-node ${packageVersion("onnxruntime-node")}, 2 threads, batches ready`, value: median(native.rates) };

  const rates: number[] = [];
  const page = await bench();
  try {
    await page.start();
    await page.choose(path);
    for (let i = 0; i <= repeats; i++) {
      const { report } = await page.analyze({ models: [name], backend: "wasm", lanes: 2 });
      const run = report.runs.find(({ model: of }) => of === name)!;
      // The first is a warm-up.
      if (i > 0) rates.push(run.cells / run.seconds);
    }
  } finally {
    await page.close();
  }
  const { wasm, compared } = await nativeBesideWasm(path, repeats);
  return [
    row("pbmc3k: transformer, 2 wasm lanes, reading and encoding included (Chromium)", median(rates), "cells/s", beside),
    row("pbmc3k: transformer, 2 wasm lanes, reading and encoding included (Node)", wasm, "cells/s", beside),
    compared,
  ];
}

/** The released transformer on two lanes of Node, by wasm and by onnxruntime-node, in turn: medians of cells a second. */
export async function nativeBesideWasm(path: string, repeats: number): Promise<{ wasm: number; compared: Row }> {
  const name = released("onnx");
  const rates = { wasm: [] as number[], native: [] as number[] };
  for (let i = 0; i < repeats; i++)
    for (const backend of ["wasm", "native"] as const) {
      const { runs } = await analyzeInNode(path, [name], backend);
      const run = runs.find(({ model: of }) => of === name)!;
      rates[backend].push(run.cells / run.seconds);
    }
  const wasm = median(rates.wasm);
  const what = "pbmc3k: transformer, 2 lanes, reading and encoding included, --backend native";
  return { wasm, compared: row(what, median(rates.native), "cells/s", { name: "the same on 2 wasm lanes, Node", value: wasm }) };
}
