import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { rankingTable, rankingAccuracyTable } from "../../exports/gene-ranking-csv";
import { deletionTable } from "../../exports/deletion-csv";
import { toCsv } from "../../exports/table-csv";
import { attributionRankings } from "../../contract/attribution-rankings";
import { AnalysisError } from "../../contract/errors";
import { USUAL_BASELINE } from "../../contract/operations/attribution";
import type { DeletionReport } from "../../contract/operations/deletion";
import type { ComparedRanking, GivenRanking, RankingMethod, GeneRankingReport } from "../../contract/operations/gene-ranking";
import { readAttributions } from "../attribution-file";
import { out, seed, UsageError, whole, type CommandKind, type Common, openFiles } from "../command";
import type { Engine } from "../engine";
import { writeFolder } from "../output-folder";

const METHODS: RankingMethod[] = [
  "anova",
  "rank-sum",
  "mutual-information",
  "variance",
  "seurat",
  "seurat_v3",
  "weights",
  "attribution",
  "random",
];
const SIZES = [5, 10, 20, 50, 100, 200, 500, 1000];

export interface SelectCommand extends Common {
  command: "select";
  labels: string;
  donors: string | undefined;
  attribution: string | undefined;
  matrix: string | undefined;
  cells: number;
  folds: number;
  /** Model from whose input genes are taken, by its own attributions and by the other rankings. */
  prune: string | undefined;
  head: string;
  pruneCells: number;
  seed: number;
  out: string;
}

/** Rankings of genes side by side, and what they are worth on cells held out. */
export const select: CommandKind<SelectCommand> = {
  usage: `  phenolens select FILE... --labels COLUMN [--donors COLUMN] [--attribution ATTRIBUTION.csv] [--matrix PATH]
                         [--cells N] [--folds N] [--prune MODEL [--head HEAD] [--prune-cells N]] --out FOLDER
`,
  takesStudy: true,
  options: {
    labels: { type: "string" },
    donors: { type: "string" },
    attribution: { type: "string" },
    matrix: { type: "string" },
    cells: { type: "string" },
    folds: { type: "string" },
    prune: { type: "string" },
    head: { type: "string" },
    "prune-cells": { type: "string" },
    seed: { type: "string" },
    out: { type: "string" },
  },
  parse(common, values) {
    if (typeof values.labels !== "string" || values.labels === "") throw new UsageError("select needs --labels COLUMN.");
    return {
      command: "select",
      ...common,
      labels: values.labels,
      donors: values.donors as string | undefined,
      attribution: values.attribution as string | undefined,
      matrix: values.matrix as string | undefined,
      cells: whole(values.cells, "--cells", 4000, 1e9),
      folds: whole(values.folds, "--folds", 5, 20, 2),
      prune: values.prune as string | undefined,
      head: (values.head as string | undefined) ?? "cell_type",
      pruneCells: whole(values["prune-cells"], "--prune-cells", 100, 100_000),
      seed: seed(values),
      out: out(values, "select"),
    };
  },
  run: selectGenes,
};

/** Gradient selection of an attribution.csv, in its variants; groups may list different genes. */
async function gradientRankings(path: string): Promise<ComparedRanking[]> {
  const text = await readFile(path, "utf8").catch((cause: Error) => {
    throw new AnalysisError("bad-file", `${path} cannot be read (${cause.message}).`, { cause });
  });
  const groups = [...readAttributions(path, text).values()];
  const places = new Map<string, number>();
  const symbols: string[] = [];
  const ensemblIds: string[] = [];
  for (const group of groups) {
    group.symbols.forEach((symbol, i) => {
      const key = group.ensemblIds[i] || symbol;
      if (places.has(key)) return;
      places.set(key, symbols.length);
      symbols.push(symbol);
      ensemblIds.push(group.ensemblIds[i]!);
    });
  }
  return attributionRankings(
    "the model's attribution",
    symbols,
    ensemblIds,
    groups.map((group) => {
      const mean = new Float64Array(symbols.length);
      const meanAbs = new Float64Array(symbols.length);
      group.symbols.forEach((symbol, i) => {
        const place = places.get(group.ensemblIds[i] || symbol)!;
        mean[place] = group.mean[i]!;
        meanAbs[place] = group.meanAbs[i]!;
      });
      return { mean, meanAbs };
    }),
    await seenIn(path),
  );
}

/** What `attribute` found of labels having had a part; without its attribution.json they may have. */
async function seenIn(path: string): Promise<string> {
  try {
    const { seen } = JSON.parse(await readFile(join(dirname(path), "attribution.json"), "utf8")) as { seen?: unknown };
    if (typeof seen === "string") return seen;
  } catch {
    // Not beside it, or not JSON: nothing is known.
  }
  return "its attribution.json, which says what the model has seen, is not beside it.";
}

/** Takes genes from a model's input: by its gradients cell by cell, by the rankings compared, and by chance. */
async function prune(
  engine: Engine,
  command: SelectCommand & { matrix: string },
  name: string,
  { rankings, symbols, ensemblIds }: GeneRankingReport,
): Promise<DeletionReport> {
  const [model] = await engine.models([name]);
  const { matrix, seed: asked, lanes, head } = command;
  const analysis = await engine.call("analyze", { matrix, models: [model!.name], backend: "wasm", lanes, seed: asked, blockCells: 0 });
  if (analysis.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  await engine.call("attribute", {
    matrix,
    model: model!.name,
    phenotype: head,
    target: { kind: "predicted" },
    groupBy: { kind: "prediction" },
    method: "gradient-x-input",
    baseline: { kind: USUAL_BASELINE, of: { kind: "all" } },
    donors: command.donors ?? null,
    cellsPerGroup: 50,
    steps: { from: 8, most: 64, gap: 0.01 },
    seed: asked,
    backend: "wasm",
    lanes,
  });
  const given = rankings
    .filter(({ isOwn, name: of }) => isOwn && of !== "random")
    .map(({ name: of, genes, scores }): GivenRanking => ({
      name: of,
      symbols: Array.from(genes, (gene) => symbols[gene]!),
      ensemblIds: Array.from(genes, (gene) => ensemblIds[gene]!),
      scores: Float32Array.from(scores),
    }));
  const found = await engine.call("deletionTest", {
    matrix,
    cells: command.pruneCells,
    shares: [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9],
    draws: 10,
    given,
    seed: asked,
    lanes,
  });
  if (found.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  return found;
}

async function selectGenes(engine: Engine, command: SelectCommand): Promise<string[]> {
  const given = command.attribution === undefined ? [] : await gradientRankings(command.attribution);
  const file = await openFiles(engine, command);
  const report = await engine.call("rankGenes", {
    matrix: command.matrix ?? file.matrix,
    column: command.labels,
    donors: command.donors ?? null,
    methods: METHODS,
    given,
    sizes: SIZES,
    folds: command.folds,
    cells: command.cells,
    seed: command.seed,
    lanes: command.lanes,
  });
  const pruned =
    command.prune === undefined ? null : await prune(engine, { ...command, matrix: command.matrix ?? file.matrix }, command.prune, report);
  await writeFolder(command.out, async (folder) => {
    if (pruned) await writeFile(join(folder, "selection-pruning.csv"), toCsv(deletionTable(pruned)));
    await writeFile(join(folder, "selection.csv"), toCsv(rankingTable(report)));
    await writeFile(join(folder, "selection-worth.csv"), toCsv(rankingAccuracyTable(report)));
    const { symbols: _symbols, ensemblIds: _ids, rankings, ...rest } = report;
    const { command: _command, lanes: _lanes, quiet: _quiet, out: _out, ...options } = command;
    const summary = {
      version: await engine.version(),
      notices: engine.notices(),
      file: { name: file.name, fingerprint: file.fingerprint },
      options,
      ...rest,
      rankings: rankings.map(({ name, isOwn, seconds }) => ({ name, isOwn, seconds })),
      pruning: pruned,
    };
    await writeFile(join(folder, "summary.json"), `${JSON.stringify(summary, null, 2)}\n`);
  });
  return report.notes;
}
