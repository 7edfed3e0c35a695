import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { startEngine } from "../../web/src/cli/engine";
import { LEAST_CELLS, type CompareQuestion } from "../../web/src/contract/compare";
import type { Options } from "./main";
import { peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

/** Cells of the file (PHENOLENS_CELLS); types that pydeseq2 is fitted to, as all fifteen take minutes. */
const CELLS = Number(process.env.PHENOLENS_CELLS ?? 200_000);
const FITTED = 2;

interface Python {
  seconds: { read: number; pseudobulk: number; fits: number };
  types: number;
  versions: { decoupler: string; pydeseq2: string };
  peakBytes: number;
}

/** Two conditions of ten donors each, 15 types: composition, sums by donor and fits, beside decoupler and pydeseq2. */
export async function donors({ repeats }: Options): Promise<Row[]> {
  const python = await pythonWith("pydeseq2");
  if (!python) return [];
  const path = `.cache/bench/donors-${CELLS}.h5ad`;
  if (!existsSync(path)) execFileSync(python, ["tests/bench/peers/donors_file.py", path, String(CELLS)], { stdio: "ignore" });
  const engine = startEngine(pathToFileURL("dist-cli/lane.node.mjs"), () => {});
  const [reading, composition, expression, moderated]: number[][] = [[], [], [], []];
  let peak = 0;
  try {
    for (let i = 0; i < repeats; i++) {
      const { matrix } = await engine.call("open", { source: { kind: "path", path } });
      const question: CompareQuestion = {
        matrix,
        condition: "condition",
        donors: "donor",
        types: { kind: "column", column: "cell_type" },
        covariates: [],
        pairing: "auto",
        minCells: LEAST_CELLS,
      };
      const timed = async (work: () => Promise<unknown>) => {
        const started = performance.now();
        await work();
        return (performance.now() - started) / 1000;
      };
      reading!.push(await timed(() => engine.call("surveyQuality", { matrix, mads: 3, lanes: 2 })));
      composition!.push(await timed(() => engine.call("compareComposition", { ...question, transform: "logit" })));
      const report = await engine.call("compareExpression", { ...question, lanes: 2 });
      expression!.push(report.seconds - report.fitSeconds);
      moderated!.push(report.fitSeconds);
    }
    peak = process.resourceUsage().maxRSS * 1024;
  } finally {
    await engine.terminate();
  }
  const theirs = await peer<Python>(python, ["tests/bench/peers/pydeseq2_donors.py", path, String(FITTED)]);
  const { seconds, versions } = theirs;
  const what = `${CELLS.toLocaleString("en")} cells, 20 donors, 15 types, 20,000 genes`;
  return [
    row(`${what}: one pass (quality of every cell; peer: read_h5ad)`, median(reading!), "s", { name: "anndata", value: seconds.read }),
    row(`${what}: composition`, median(composition!), "s"),
    row(`${what}: counts summed by donor and type, with the reading`, median(expression!), "s", {
      name: `read_h5ad and decoupler ${versions.decoupler}`,
      value: seconds.read + seconds.pseudobulk,
    }),
    row(`${what}: sums over one pass`, median(expression!) / median(reading!), ""),
    row(`${what}: fits of all types`, median(moderated!), "s", {
      name: `pydeseq2 ${versions.pydeseq2}, from ${theirs.types} types`,
      value: (seconds.fits * 15) / theirs.types,
    }),
    row(`${what}: peak memory of the process`, peak / 1e6, "MB", { name: "Python", value: theirs.peakBytes / 1e6 }),
  ];
}
