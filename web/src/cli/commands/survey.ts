import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { needsPosition } from "../../exports/cell-ids";
import { doubletsJson } from "../../exports/doublets-json";
import { clustersCsv, componentsCsv, doubletsCsv, qualityCsv, umapCsv } from "../../exports/survey-cells-csv";
import type { CellNames } from "../../exports/per-cell-csv";
import { MARKER_COLUMNS, markerCells, variableTable } from "../../exports/survey-csv";
import { studyJson } from "../../exports/summary-json";
import { toCsv } from "../../exports/table-csv";
import { guessCondition } from "../../contract/compare-columns";
import { AnalysisError, toWire } from "../../contract/errors";
import type { PartSource } from "../../contract/types";
import type { IntegrationMethod } from "../../contract/integrate";
import { integrationTable } from "../../exports/integration";
import { sampleQualityTable } from "../../exports/sample-quality";
import {
  QUALITY_METRICS,
  type ComponentScale,
  type Grouping,
  type MarkerList,
  type MarkerOrder,
  type MarkersReport,
  type QualityLimits,
  type QualityMetric,
  type VariableFlavour,
} from "../../contract/survey";
import {
  askedDonors,
  donorColumn,
  list,
  oneOf,
  out,
  seed,
  UsageError,
  whole,
  type CommandKind,
  type Common,
  openFiles,
  partsOf,
  requireColumns,
} from "../command";
import { DOUBLETS_OPTIONS, DOUBLETS_USAGE, doubletsQuestion, doubletsSaid, scoreDoublets, type DoubletsQuestion } from "../doublets";
import type { Engine } from "../engine";
import { surveyFigures, writeFigures } from "../figures";
import { writeFolder } from "../output-folder";

export interface SurveyCommand extends Common {
  command: "survey";
  matrix: string | undefined;
  group: string | undefined;
  /** Column of donors; absent: the one that looks like it; null: none. */
  donors: string | null | undefined;
  resolution: number;
  /** Absent: seurat_v3 of counts, else seurat. */
  hvg: VariableFlavour | undefined;
  genes: number;
  scale: ComponentScale;
  components: number;
  neighbors: number;
  limits: QualityLimits | "automatic" | "none";
  mads: number;
  /** Rows of each group in markers.csv; 0: every gene. */
  markers: number;
  /** Which genes of each group, and in which order. */
  list: MarkerList;
  /** Markers of clusters by count splitting too. */
  countSplitting: boolean;
  /** Null: doublets are not scored. */
  doublets: DoubletsQuestion | null;
  /** Also write the figures. */
  hasFigures: boolean;
  /** Columns that limits are found within, and that batches are of; undefined: samples of several files, null: none. */
  limitsWithin: string | null | undefined;
  batch: string | null | undefined;
  method: IntegrationMethod | "none";
  covariates: string[];
  /** Cell types that a correction is judged by; without, those of --group. */
  labels: string | undefined;
  seed: number;
  /** What has been found of all cells already. */
  parts?: PartSource[];
  out: string;
}

/** The survey in full: what the page's Survey step shows, as files. */
export const survey: CommandKind<SurveyCommand> = {
  usage: `  phenolens survey FILE... [--group COLUMN] [--donors COLUMN|none] [--resolution R] [--hvg seurat|seurat_v3|anova]
                         [--genes N] [--scale log1p|rank-normal]
                         [--limits automatic|none|METRIC=LOW:HIGH]... [--mads N] [--components N] [--neighbors N] [--markers N]
                         [--marker-order effect|donors|wilcoxon|t-test|auc|fold-change] [--min-fold-change N] [--no-housekeeping]
                         [--count-splitting] [--limits-within COLUMN|none] [--batch COLUMN|none] [--integrate none|harmony|mnn]
                         [--covariate COLUMN]... [--labels COLUMN]
                         ${DOUBLETS_USAGE}
                         [--matrix PATH] [--figures] --out FOLDER
`,
  takesStudy: true,
  options: {
    matrix: { type: "string" },
    group: { type: "string" },
    donors: { type: "string" },
    resolution: { type: "string" },
    hvg: { type: "string" },
    genes: { type: "string" },
    scale: { type: "string" },
    limits: { type: "string", multiple: true },
    mads: { type: "string" },
    components: { type: "string" },
    neighbors: { type: "string" },
    markers: { type: "string" },
    "marker-order": { type: "string" },
    "min-fold-change": { type: "string" },
    "no-housekeeping": { type: "boolean" },
    "count-splitting": { type: "boolean" },
    "limits-within": { type: "string" },
    batch: { type: "string" },
    integrate: { type: "string" },
    covariate: { type: "string", multiple: true },
    labels: { type: "string" },
    ...DOUBLETS_OPTIONS,
    figures: { type: "boolean" },
    seed: { type: "string" },
    out: { type: "string" },
  },
  parse(common, values) {
    const hvg = oneOf(values.hvg, "--hvg", ["seurat", "seurat_v3", "anova", ""], "") || undefined;
    if (hvg === "anova" && typeof values.group !== "string") throw new UsageError("--hvg anova needs --group COLUMN.");
    const method = oneOf(values.integrate, "--integrate", ["none", "harmony", "mnn"], "none");
    const covariates = list(values.covariate);
    if (method !== "harmony" && covariates.length > 0) throw new UsageError("--covariate goes with --integrate harmony.");
    if (method !== "none" && values.batch === "none") throw new UsageError("--integrate needs a column of batches (--batch COLUMN).");
    return {
      command: "survey",
      ...common,
      limitsWithin: columnOrNone(values["limits-within"]),
      batch: columnOrNone(values.batch),
      method,
      covariates,
      labels: values.labels as string | undefined,
      matrix: values.matrix as string | undefined,
      group: values.group as string | undefined,
      donors: askedDonors(values),
      resolution: positive(values.resolution, "--resolution", 1),
      hvg,
      genes: whole(values.genes, "--genes", 2000, 10_000, 2),
      scale: oneOf(values.scale, "--scale", ["log1p", "rank-normal"], "log1p"),
      components: whole(values.components, "--components", 50, 500),
      neighbors: whole(values.neighbors, "--neighbors", 15, 200, 3),
      limits: limitsOf(list(values.limits)),
      mads: positive(values.mads, "--mads", 3),
      markers: whole(values.markers, "--markers", 200, 1e6, 0),
      list: {
        order: ORDERS[oneOf(values["marker-order"], "--marker-order", Object.keys(ORDERS), "effect")]!,
        ...(values["min-fold-change"] === undefined ? {} : { least: number(values["min-fold-change"], "--min-fold-change") }),
        ...(values["no-housekeeping"] === true ? { withoutHousekeeping: true } : {}),
      },
      countSplitting: values["count-splitting"] === true,
      doublets: doubletsQuestion(values),
      hasFigures: values.figures === true,
      seed: seed(values),
      out: out(values, "survey"),
    };
  },
  run: surveyFile,
  async part(engine, command, range, keep) {
    const file = await openFiles(engine, command);
    const { cells, sums } = await engine.call("surveyPart", { matrix: command.matrix ?? file.matrix, lanes: command.lanes, range });
    await keep("cells", cells.bytes);
    await keep("sums", sums.bytes);
    return { header: { ...cells.header, tables: { ...cells.header.tables, ...sums.header.tables } }, said: [] };
  },
};

const columnOrNone = (text: unknown): string | null | undefined => (text === "none" ? null : (text as string | undefined));

/** The orders of markers as they are called here. */
const ORDERS: Record<string, MarkerOrder> = {
  effect: "effect",
  donors: "donorT",
  wilcoxon: "z",
  "t-test": "t",
  auc: "auc",
  "fold-change": "logFoldChange",
};

function number(text: unknown, name: string): number {
  const value = Number(text);
  if (text === "" || !Number.isFinite(value)) throw new UsageError(`${name} takes a number, not ${String(text)}.`);
  return value;
}

function positive(text: unknown, name: string, fallback: number): number {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!(value > 0 && Number.isFinite(value))) throw new UsageError(`${name} takes a number above 0, not ${String(text)}.`);
  return value;
}

/** `automatic`, `none`, or METRIC=LOW:HIGH with either side left out. */
function limitsOf(texts: string[]): SurveyCommand["limits"] {
  if (texts.length === 0) return "none";
  if (texts.length === 1 && (texts[0] === "automatic" || texts[0] === "none")) return texts[0];
  return Object.fromEntries(
    texts.map((text) => {
      const found = /^(\w+)=([\d.eE+-]*):([\d.eE+-]*)$/.exec(text);
      const [low, high] = [found?.[2], found?.[3]].map((side) => (side ? Number(side) : null));
      const known = QUALITY_METRICS.find((metric) => metric === found?.[1]);
      if (!known || [low, high].some((side) => side !== null && Number.isNaN(side)))
        throw new UsageError(`--limits takes automatic, none or METRIC=LOW:HIGH, METRIC being ${QUALITY_METRICS.join(", ")}; not ${text}.`);
      return [known, { low: low ?? null, high: high ?? null }];
    }),
  );
}

/** Seconds of the steps, as they end, and why some did not. */
class Steps {
  readonly seconds: Record<string, number> = {};
  readonly failed: { step: string; why: string }[] = [];

  async run<T>(step: string, work: () => Promise<T>): Promise<T> {
    const started = performance.now();
    const result = await work();
    this.seconds[step] = Number(((performance.now() - started) / 1000).toFixed(3));
    return result;
  }

  /** A step that few cells or other values may not allow: null then, and why is kept. One whose `needs` are null is not tried. */
  async attempt<T>(step: string, needs: unknown[], work: () => Promise<T>): Promise<T | null> {
    if (needs.includes(null)) return null;
    try {
      return await this.run(step, work);
    } catch (error) {
      const { code, message } = toWire(error);
      if (code !== "bad-input" && code !== "unsupported") throw error;
      this.failed.push({ step, why: message });
      return null;
    }
  }
}

const peakMegabytes = () => Math.round(process.resourceUsage().maxRSS / 1e3);

/** Whatever can be computed is written; what cannot is said. */
async function surveyFile(engine: Engine, command: SurveyCommand): Promise<string[]> {
  const { lanes, genes, scale, seed: random } = command;
  const steps = new Steps();
  const file = await steps.run("open", () => openFiles(engine, command));
  const matrix = command.matrix ?? file.matrix;
  const hvg = command.hvg ?? (file.matrices.find((one) => one.path === matrix)?.values === "counts" ? "seurat_v3" : "seurat");
  if (command.group !== undefined) requireColumns(file, [command.group]);
  if (command.doublets?.samples) requireColumns(file, [command.doublets.samples]);
  const donors = donorColumn(file, command.donors);
  const samples = file.study && file.study.samples.length > 1 ? file.study.column : null;
  const [limitsWithin, batch] = [command.limitsWithin, command.batch].map((asked) => (asked === undefined ? samples : asked)) as [
    string | null,
    string | null,
  ];
  const { method, covariates, labels = command.group } = command;
  if (method !== "none" && batch === null)
    throw new AnalysisError("bad-input", "Name the column of batches to lay over each other: --batch COLUMN.");
  requireColumns(
    file,
    [limitsWithin, batch, labels, ...covariates].filter((name) => typeof name === "string"),
  );
  const quality = await steps.run("quality", () =>
    engine.call("surveyQuality", { matrix, mads: command.mads, lanes, samples: limitsWithin, ...partsOf(command) }),
  );
  const within = await engine.call("qualityMask", { limits: command.limits === "none" ? "automatic" : command.limits });
  const mask = command.limits === "none" ? null : within.mask;
  const variable = await steps.attempt("variable_genes", [], () =>
    engine.call("variableGenes", {
      matrix,
      mask,
      lanes,
      flavour: hvg,
      top: genes,
      column: command.group ?? null,
      batch: hvg === "anova" ? null : batch,
    }),
  );
  const components = await steps.attempt("components", [variable], () =>
    engine.call("surveyComponents", { matrix, mask, lanes, genes: null, scale, components: command.components }),
  );
  const integration =
    method === "none"
      ? null
      : await steps.attempt("integration", [components], () =>
          engine.call("surveyIntegrate", {
            matrix,
            method,
            columns: [batch!, ...covariates],
            labels: labels === undefined ? null : { column: labels },
            condition: guessCondition(file.columns) || null,
            mask,
            seed: random,
            lanes,
          }),
        );
  const space = integration ? { kind: "integrated" as const } : { kind: "components" as const };
  const neighbors = await steps.attempt("neighbors", [components, ...(method === "none" ? [] : [integration])], () =>
    engine.call("surveyNeighbors", { matrix, of: space, mask, k: command.neighbors, seed: random, lanes }),
  );
  const umap = await steps.attempt("umap", [neighbors], () => engine.call("surveyLayout", { seed: random, minDist: 0.5, epochs: 0 }));
  const peakToMap = peakMegabytes();
  const clusters = await steps.attempt("clusters", [neighbors], () =>
    engine.call("surveyClusters", { resolution: command.resolution, seed: random }),
  );
  const group = command.group ?? null;
  const agreement = await steps.attempt("agreement", [group, clusters], () => engine.call("clusterAgreement", { column: group! }));
  const by: Grouping = group === null ? { kind: "clusters" } : { kind: "column", column: group };
  const markers = await steps.attempt("markers", group === null ? [clusters] : [], () =>
    engine.call("surveyMarkers", {
      matrix,
      mask,
      lanes,
      by,
      donors,
      ranks: true,
      most: 0,
      seed: random,
      ...command.list,
      split: command.countSplitting,
    }),
  );
  const doublets = command.doublets
    ? await steps.attempt("doublets", [], () => scoreDoublets(engine, file, command.doublets!, { matrix, mask, lanes, seed: random }))
    : null;
  const doubletsBy = doublets && (clusters || group !== null) ? await engine.call("doubletGroups", { by }) : null;
  const peakToMarkers = peakMegabytes();
  const names: CellNames = {
    read: (first, count) => engine.call("cellIds", { first, count }),
    hasPosition: needsPosition(...file.notices),
    study: file.study,
  };
  const told = [
    ...[quality, variable, components, markers].flatMap((one) => one?.notes ?? []),
    ...(integration ? [integration.says, ...integration.warnings] : []),
    ...(doublets ? doubletsSaid(doublets) : []),
    ...steps.failed.map(({ step, why }) => `Not computed (${step.replaceAll("_", " ")}): ${why}`),
  ];
  await writeFolder(command.out, async (folder) => {
    const metrics = await Promise.all(
      QUALITY_METRICS.map(async (metric) => [metric, (await engine.call("qualityValues", { metric })).values] as const),
    );
    await writeFile(
      join(folder, "quality.csv"),
      qualityCsv(names, Object.fromEntries(metrics) as Record<QualityMetric, Float32Array>, within.mask),
    );
    if (variable) await writeFile(join(folder, "variable_genes.csv"), toCsv(variableTable(variable)));
    if (components) {
      const placed = await engine.call("componentScores", {});
      await writeFile(join(folder, "components.csv"), componentsCsv(names, placed.components, placed.scores));
    }
    if (quality.samples) await writeFile(join(folder, "quality_samples.csv"), toCsv(sampleQualityTable(quality.samples)));
    if (integration) {
      await writeFile(join(folder, "integration.csv"), toCsv(integrationTable(integration)));
      const placed = await engine.call("integratedScores", {});
      await writeFile(join(folder, "integrated.csv"), componentsCsv(names, placed.components, placed.scores));
    }
    if (umap) await writeFile(join(folder, "umap.csv"), umapCsv(names, umap.xy));
    if (clusters) await writeFile(join(folder, "clusters.csv"), clustersCsv(names, clusters.codes));
    if (doublets) {
      const { scores, predicted } = await engine.call("doubletScores", {});
      await writeFile(join(folder, "doublets.csv"), doubletsCsv(names, scores, predicted));
    }
    if (markers)
      await writeFile(join(folder, "markers.csv"), toCsv({ columns: MARKER_COLUMNS, rows: await markerTable(engine, command, markers) }));
    if (command.hasFigures) {
      const automatic: QualityLimits = Object.fromEntries(quality.metrics.map((one) => [one.metric, one.automatic]));
      const limits = typeof command.limits === "string" ? automatic : command.limits;
      const found = { quality, limits, beyond: within.beyond, variable, components, umap: umap?.xy ?? null, clusters, agreement, markers };
      await writeFigures(folder, await surveyFigures(engine, { matrix, mask, lanes }, by, found));
    }
    const { command: _command, file: _file, lanes: _lanes, quiet: _quiet, out: _out, parts: _parts, ...options } = command;
    await writeFile(
      join(folder, "summary.json"),
      `${JSON.stringify(
        {
          version: await engine.version(),
          file: { name: file.name, fingerprint: file.fingerprint, cells: file.cells, genes: file.genes, ...studyJson(file) },
          matrix,
          options,
          quality: {
            ...quality,
            samples: quality.samples && {
              column: quality.samples.column,
              samples: quality.samples.samples.map(({ name, cells, kept }) => ({ name, cells, kept })),
            },
            metrics: quality.metrics.map(
              ({ distribution: { edges: _edges, counts: _counts, ...distribution }, logDistribution: _log, ...one }) => ({
                ...one,
                distribution,
              }),
            ),
          },
          limits: { kept: within.kept, beyond: within.beyond, left_out: command.limits !== "none" },
          variable_genes: variable && {
            flavour: variable.flavour,
            batch: variable.batch,
            cells: variable.cells,
            chosen: variable.chosen.length,
            seconds: variable.seconds,
          },
          components: components && {
            scale,
            components: components.components,
            cells: components.cells,
            variance: [...components.variance],
            explained: [...components.explained],
            seconds: components.seconds,
          },
          integration,
          neighbors,
          clusters: clusters && {
            resolution: clusters.resolution,
            sizes: clusters.sizes,
            modularity: clusters.modularity,
            seconds: clusters.seconds,
          },
          agreement: agreement && { ...agreement, table: [...agreement.table] },
          umap: umap && { min_dist: 0.5, seconds: umap.seconds },
          markers: markers && {
            by: markers.by,
            donors: markers.donors,
            groups: markers.groups,
            cells: markers.cells,
            ranked_cells: markers.rankedCells,
            split_clusters: markers.splitClusters,
            order: command.list.order,
            least_log2_fold_change: command.list.least ?? null,
            without_housekeeping: command.list.withoutHousekeeping === true,
            seconds: markers.seconds,
          },
          ...(doublets ? { doublets: doubletsJson(doublets, doubletsBy && { by: group ?? "clusters", rows: doubletsBy }) } : {}),
          not_computed: steps.failed,
          notices: engine.notices(),
          notes: told,
          seconds: steps.seconds,
          // Of the whole process: up to the map, and with clusters and markers.
          peak_memory_mb: { map: peakToMap, markers: peakToMarkers },
        },
        null,
        2,
      )}\n`,
    );
  });
  return told;
}

async function markerTable(
  engine: Engine,
  { markers: most, list }: SurveyCommand,
  { groups, genes }: MarkersReport,
): Promise<(string | number)[][]> {
  const rows: (string | number)[][] = [];
  for (const [group, { name }] of groups.entries()) {
    const found = await engine.call("markerRows", { group, ...list, first: 0, count: most || genes });
    for (const row of found.rows) rows.push(markerCells(name, row));
  }
  return rows;
}
