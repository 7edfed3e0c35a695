import { bench, type Bench } from "./chromium";
import { dataFile, packageVersion, peer } from "./peer";
import { largeFile, released } from "./files";
import type { Options } from "./main";
import { analyzeInNode } from "./node";
import { dropToFirstPlot } from "./page-drop";
import { median, row, type Row } from "./table";

async function repeat<T>(times: number, body: () => Promise<T>): Promise<T[]> {
  await body();
  const results: T[] = [];
  for (let i = 0; i < times; i++) results.push(await body());
  return results;
}

async function inFreshPage<T>(body: (page: Bench) => Promise<T>): Promise<T> {
  const page = await bench();
  try {
    return await body(page);
  } finally {
    await page.close();
  }
}

/** A small real file: from drop to linear predictions and the positions of the first plot. */
async function small(page: Bench, linear: string, { repeats }: Options): Promise<Row[]> {
  const path = dataFile("labelled/pbmc3k_counts.h5ad");
  if (!path) return [];
  await page.choose(path);
  const runs = await repeat(repeats, async () => {
    const timing = await page.analyze({ models: [linear] });
    return timing.totalSeconds + (await page.positions(linear));
  });
  const node = await repeat(repeats, () => analyzeInNode(path, [linear]));
  return [
    row(
      "pbmc3k: from drop to linear predictions on the map (Chromium, the page itself)",
      median(await dropToFirstPlot(path, repeats)),
      "s",
    ),
    row("pbmc3k: open, survey, linear predictions, first plot's positions (Chromium)", median(runs), "s"),
    row("pbmc3k: open, survey, linear predictions (Node)", median(node.map((run) => run.seconds)), "s"),
  ];
}

/** The large file: the sweep in full, beside scran.js loading the matrix alone. */
async function large(linear: string, { repeats }: Options): Promise<Row[]> {
  const path = await largeFile();
  // Each in a fresh browser: memory that an earlier run has not given back must not hide in the baseline.
  const runs = await repeat(repeats, () =>
    inFreshPage((page) =>
      page.peak(async () => {
        await page.choose(path);
        await page.start();
        return page.analyze({ models: [linear] });
      }),
    ),
  );
  const dropped = await dropToFirstPlot(path, repeats);
  const node = await repeat(repeats, () => analyzeInNode(path, [linear]));
  const scran = await peer<{ seconds: number[]; heapBytes: number; peakBytes: number }>(process.execPath, [
    "tests/bench/peers/scran.mjs",
    path,
    String(repeats),
  ]);
  const name = `scran.js ${packageVersion("scran.js")}, 2 threads, Node, load alone`;
  const load = { name, value: median(scran.seconds) };
  const [cells, genes] = [runs[0]!.value.info.cells, runs[0]!.value.info.genes];
  const what = `${cells} x ${genes}`;
  return [
    row(`${what}: from drop to linear predictions on the map (Chromium, the page itself)`, median(dropped), "s", load),
    row(`${what}: open, survey, linear predictions (Chromium)`, median(runs.map((run) => run.value.totalSeconds)), "s", load),
    row(`${what}: open, survey, linear predictions (Node)`, median(node.map((run) => run.seconds)), "s", load),
    row(`${what}: peak memory of page and workers above an empty page (Chromium)`, median(runs.map((run) => run.bytes)) / 1e6, "MB", {
      name: `${name}, wasm heap`,
      value: scran.heapBytes / 1e6,
    }),
    row(`${what}: peak memory of the process (Node)`, median(node.map((run) => run.peakBytes)) / 1e6, "MB", {
      name: `${name}, process`,
      value: scran.peakBytes / 1e6,
    }),
  ];
}

/** First sweep: what a person waits for before anything is seen. */
export async function survey(options: Options): Promise<Row[]> {
  const linear = released("linear");
  const ofSmall = await inFreshPage(async (page) => {
    await page.start();
    return small(page, linear, options);
  });
  return [...ofSmall, ...(await large(linear, options))];
}
