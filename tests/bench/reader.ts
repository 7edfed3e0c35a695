import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { startConductor } from "../../web/src/engine/conductor";
import { loadCore } from "../../web/src/engine/base/core";
import { nodeEnvironment } from "../../web/src/engine/platform/environment.node";
import { openReader } from "../../web/src/engine/readers/open";
import { threadEndpoint } from "../../web/src/engine/workers/endpoints.node";
import { bench } from "./chromium";
import { largeFile } from "./files";
import type { Options } from "./main";
import { packageVersion, peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

/** Seconds to read every cell of X in blocks, one thread, and the values seen. */
async function readAll(path: string): Promise<{ seconds: number; read: number }> {
  const environment = nodeEnvironment(() => {
    throw new Error("No lane is wanted here.");
  });
  const begun = performance.now();
  const core = await loadCore(environment);
  const reader = await openReader(await environment.openSource({ kind: "path", path }, () => {}), (name) => environment.asset(name), core);
  let read = 0;
  for (let first = 0; first < reader.cells; first += 1000) {
    const block = await reader.block("X", first, Math.min(1000, reader.cells - first));
    read += 2 * block.values.length;
  }
  reader.close();
  return { seconds: (performance.now() - begun) / 1000, read };
}

/** Seconds to open the file and survey every cell with two lanes, in Node. */
async function surveyInNode(path: string, repeats: number): Promise<number[]> {
  const lane = pathToFileURL(join(process.cwd(), "dist-cli/lane.node.mjs"));
  const { handlers, terminate } = startConductor(nodeEnvironment(() => threadEndpoint(lane)));
  const context = { signal: new AbortController().signal, part() {}, progress() {} };
  const seconds: number[] = [];
  try {
    for (let i = 0; i <= repeats; i++) {
      const begun = performance.now();
      const info = await handlers.open({ source: { kind: "path", path } }, context);
      await handlers.analyze({ matrix: info.matrix, models: [], backend: "wasm", lanes: 2, seed: 1, blockCells: 0 }, context);
      // The first is a warm-up.
      if (i > 0) seconds.push((performance.now() - begun) / 1000);
    }
  } finally {
    await terminate();
  }
  return seconds;
}

interface Read {
  seconds: number[];
  read: number;
  version: string;
}

/** Everyone who reads the file, by name; those that are absent are left out. */
async function readers(path: string, repeats: number): Promise<{ name: string; value: number; read?: number }[]> {
  const found = [];
  for (const [module, script, name] of [
    ["h5py", "h5py_read", "one process"],
    ["scanpy", "scanpy_read", "read_h5ad"],
  ] as const) {
    const python = await pythonWith(module);
    if (!python) continue;
    const { seconds, read, version } = await peer<Read>(python, [`tests/bench/peers/${script}.py`, path, String(repeats)]);
    found.push({ name: `${module} ${version}, ${name}`, value: median(seconds), read });
  }
  const scran = await peer<{ seconds: number[] }>(process.execPath, ["tests/bench/peers/scran.mjs", path, String(repeats)]);
  found.push({ name: `scran.js ${packageVersion("scran.js")}, 2 threads, Node`, value: median(scran.seconds) });
  return found;
}

/** The reader alone: X/data and X/indices of the large file. */
export async function reader({ repeats }: Options): Promise<Row[]> {
  const path = await largeFile();
  const peers = await readers(path, repeats);
  const node: number[] = [];
  for (let i = 0; i <= repeats; i++) {
    const { seconds, read } = await readAll(path);
    const other = peers.find((one) => one.read !== undefined && one.read !== read);
    if (other) throw new Error(`Our reader saw ${read} values, ${other.name} ${other.read}.`);
    // The first is a warm-up.
    if (i > 0) node.push(seconds);
  }
  const lanes = await surveyInNode(path, repeats);
  const page = await bench();
  try {
    await page.start();
    await page.choose(path);
    const survey: number[] = [];
    for (let i = 0; i <= repeats; i++) {
      const timing = await page.analyze({ models: [] });
      if (i > 0) survey.push(timing.totalSeconds);
    }
    return [
      ...peers.slice(0, 1).map((one) => row("20,000 x 20,000: read X in blocks, one thread (Node)", median(node), "s", one)),
      ...peers.map((one) => row("20,000 x 20,000: open, read X and survey it, two lanes (Node)", median(lanes), "s", one)),
      ...peers.map((one) => row("20,000 x 20,000: open, read X and survey it, all lanes (Chromium)", median(survey), "s", one)),
    ];
  } finally {
    await page.close();
  }
}
