import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { startEngine } from "../../web/src/cli/engine";
import { released } from "./files";
import type { Options } from "./main";
import { dataFile, peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

const LANES = 2;
const SHARES = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9];

/** Sets of genes in every cell beside decoupler's AUCell; genes taken away; one gene of a linear model over the map. */
export async function genes({ repeats }: Options): Promise<Row[]> {
  const [path, sets] = [dataFile("labelled/pbmc3k_counts.h5ad"), dataFile("genesets/h.all.v7.0.symbols.gmt")];
  if (!path || !sets) return [];
  const rows: Row[] = [];
  const engine = startEngine(pathToFileURL("dist-cli/lane.node.mjs"), () => {});
  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const seconds: number[] = [];
    for (let i = 0; i <= repeats; i++) {
      const started = performance.now();
      await work();
      if (i > 0) seconds.push((performance.now() - started) / 1000);
    }
    return median(seconds);
  };
  try {
    for (const kind of ["linear", "onnx"] as const) {
      const model = released(kind);
      await engine.models([model]);
      const { matrix } = await engine.call("open", { source: { kind: "path", path } });
      await engine.call("analyze", { matrix, models: [model], backend: "wasm", lanes: LANES, seed: 1, blockCells: 0 });
      const report = await engine.call("attribute", {
        matrix,
        model,
        phenotype: "cell_type",
        target: { kind: "predicted" },
        groupBy: { kind: "prediction" },
        method: "gradient-x-input",
        baseline: { kind: "none" },
        donors: null,
        cellsPerGroup: kind === "linear" ? 0 : 20,
        steps: { from: 8, most: 64, gap: 0.01 },
        seed: 1,
        backend: "wasm",
        lanes: LANES,
      });
      const cells = kind === "linear" ? 400 : 60;
      rows.push(
        row(
          `pbmc3k: ${model}, genes taken from ${cells} cells in 9 orders, 9 shares each, 2 wasm lanes`,
          await timed(() => engine.call("deletionTest", { matrix, cells, shares: SHARES, draws: 5, given: [], seed: 1, lanes: LANES })),
          "s",
        ),
      );
      if (kind === "onnx") {
        rows.push(
          row(
            "pbmc3k: LYZ in 8 cell types, 100 cells each, every hidden state of every gene in them",
            await timed(() =>
              engine.call("geneStates", {
                matrix,
                model,
                gene: "LYZ",
                groupBy: { kind: "column", column: "cell_type" },
                cellsPerGroup: 100,
                controls: 30,
                seed: 1,
                lanes: LANES,
              }),
            ),
            "s",
          ),
        );
        continue;
      }
      await engine.call("attributionAhead", { matrix });
      const strong = report.groups[0]!.mean.reduce((best, mean, gene, all) => (mean > all[best]! ? gene : best), 0);
      rows.push(
        row(
          "pbmc3k: what a strong gene adds in every cell, linear model, kept ahead (limit 0.1 s)",
          await timed(() => engine.call("attributionOfGene", { matrix, gene: strong })),
          "s",
          { name: "the limit", value: 0.1 },
        ),
      );
      const file = { name: "hallmark.gmt", text: readFileSync(sets, "utf8") };
      const ours = await timed(() =>
        engine.call("scoreSets", {
          matrix,
          file,
          minSize: 3,
          maxSize: 500,
          groupBy: { kind: "column", column: "cell_type" },
          lanes: LANES,
        }),
      );
      const python = await pythonWith("decoupler");
      const beside = python
        ? await peer<{ seconds: number[]; version: string }>(python, ["tests/bench/peers/decoupler_aucell.py", path, sets, String(repeats)])
        : null;
      rows.push(
        row(
          "pbmc3k: 50 hallmark sets in every cell, reading included, 2 wasm lanes",
          ours,
          "s",
          beside && { name: `decoupler ${beside.version} AUCell`, value: median(beside.seconds) },
        ),
      );
    }
    return rows;
  } finally {
    await engine.terminate();
  }
}
