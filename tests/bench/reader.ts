import { nodeEnvironment } from "../../web/src/engine/environment.node";
import { openReader } from "../../web/src/engine/readers/open";
import { bench } from "./chromium";
import { largeFile } from "./files";
import type { Options } from "./main";
import { peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

/** Seconds to read every cell of X in blocks, one thread, and the values seen. */
async function readAll(path: string): Promise<{ seconds: number; read: number }> {
  const environment = nodeEnvironment(() => {
    throw new Error("No lane is wanted here.");
  });
  const begun = performance.now();
  const reader = await openReader(await environment.openSource({ kind: "path", path }, () => {}), (name) => environment.asset(name));
  let read = 0;
  for (let first = 0; first < reader.cells; first += 1000) {
    const block = await reader.block("X", first, Math.min(1000, reader.cells - first));
    read += 2 * block.values.length;
  }
  reader.close();
  return { seconds: (performance.now() - begun) / 1000, read };
}

/** The reader alone: X/data and X/indices of the large file. */
export async function reader({ repeats }: Options): Promise<Row[]> {
  const path = await largeFile();
  const python = await pythonWith("h5py");
  const h5py = python ? await peer<{ seconds: number[]; read: number; version: string }>(python, ["tests/bench/peers/h5py_read.py", path, String(repeats)]) : null;
  const beside = h5py && { name: `h5py ${h5py.version}, one thread`, value: median(h5py.seconds) };

  const node: number[] = [];
  for (let i = 0; i <= repeats; i++) {
    const { seconds, read } = await readAll(path);
    if (h5py && read !== h5py.read) throw new Error(`Our reader saw ${read} values, h5py ${h5py.read}.`);
    // The first is a warm-up.
    if (i > 0) node.push(seconds);
  }
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
      row("20,000 x 20,000: read X in blocks, one thread (Node)", median(node), "s", beside),
      row("20,000 x 20,000: read X and survey it, all lanes (Chromium)", median(survey), "s", beside),
    ];
  } finally {
    await page.close();
  }
}
