import { createWriteStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import {
  ANNOTATION_COLUMN,
  type Annotation,
  type AnnotationBy,
  type AnnotationReport,
  type AppliedAnnotation,
} from "../../contract/annotation";
import { groupsOfAnnotation } from "../../contract/annotation-cells";
import { draftNames } from "../../contract/annotation-edits";
import { AnalysisError } from "../../contract/errors";
import type { ObsColumns } from "../../contract/obs-columns";
import type { AnalyzeOptions, FileInfo, ModelInfo, BackendChoice } from "../../contract/types";
import { annotationCsv, annotationTable } from "../../exports/annotation-csv";
import { annotationReportHtml } from "../../exports/annotation-report";
import { needsPosition } from "../../exports/cell-ids";
import { summaryJson } from "../../exports/summary-json";
import { toCsv } from "../../exports/table-csv";
import { withPalette } from "../../plots/annotation-colors";
import {
  askedDonors,
  backend,
  donorColumn,
  list,
  openFiles,
  out,
  requireColumns,
  seed,
  UsageError,
  useOrthologs,
  type CommandKind,
  type Common,
} from "../command";
import { writeConsensus } from "../consensus";
import { DOUBLETS_OPTIONS, DOUBLETS_USAGE, doubletsQuestion, doubletsSaid, scoreDoublets, type DoubletsQuestion } from "../doublets";
import type { Engine } from "../engine";
import { cluster, readMarkers, resolutionOf } from "../groups";
import { readNames } from "../names";
import { writeCellTable } from "../cell-table";
import { foundOfAll } from "../overview";
import { writeFolder } from "../output-folder";
import { OBS_OPTIONS, OBS_USAGE, obsColumns, saveAnnotated } from "../save-annotated";

const HEAD = "cell_type";
/** What no model at all is asked for by. */
const NONE = "none";

export interface AnnotateCommand extends Common {
  command: "annotate";
  /** Undefined: clusters, or with `apply` what its names are of. */
  by: AnnotationBy | undefined;
  models: string[];
  markers: string | undefined;
  donors: string | null | undefined;
  batch: string | undefined;
  resolution: number;
  apply: string | undefined;
  /** Prefix of the columns in the annotated file. */
  name: string;
  isCellxgene: boolean;
  /** Also write table.csv. */
  hasTable: boolean;
  /** What annotated.h5ad has in obs beside the names. */
  obs: ObsColumns & { least: number };
  matrix: string | undefined;
  orthologs: string | undefined;
  /** Null: doublets are not scored. */
  doublets: DoubletsQuestion | null;
  out: string;
  backend: BackendChoice;
  seed: number;
}

/** One name for each group of cells: suggested ones, or those of an annotation made before. */
export const annotate: CommandKind<AnnotateCommand> = {
  usage: `  phenolens annotate FILE... [--group leiden|COLUMN|column:COLUMN] [--resolution R] [--model NAME|FOLDER|none]...
                          [--markers FILE] [--donors COLUMN|none] [--batch COLUMN] [--apply NAMES.json] [--name PREFIX]
                          [--cellxgene] [--table] ${OBS_USAGE} [--matrix PATH] [--orthologs mouse|TABLE]
                          ${DOUBLETS_USAGE} --out FOLDER
`,
  takesStudy: true,
  options: {
    group: { type: "string" },
    model: { type: "string", multiple: true },
    markers: { type: "string" },
    donors: { type: "string" },
    batch: { type: "string" },
    resolution: { type: "string" },
    apply: { type: "string" },
    name: { type: "string" },
    cellxgene: { type: "boolean" },
    table: { type: "boolean" },
    ...OBS_OPTIONS,
    matrix: { type: "string" },
    orthologs: { type: "string" },
    ...DOUBLETS_OPTIONS,
    out: { type: "string" },
    backend: { type: "string" },
    seed: { type: "string" },
  },
  parse(common, values) {
    const name = (values.name as string | undefined) ?? ANNOTATION_COLUMN;
    if (name === "" || name.includes("/")) throw new UsageError("--name takes the name of a column, without slashes.");
    return {
      command: "annotate",
      ...common,
      by: byOf(values.group as string | undefined),
      models: list(values.model),
      markers: values.markers as string | undefined,
      donors: askedDonors(values),
      batch: values.batch as string | undefined,
      resolution: resolutionOf(values),
      apply: values.apply as string | undefined,
      name,
      isCellxgene: values.cellxgene === true,
      hasTable: values.table === true,
      obs: obsColumns(values),
      matrix: values.matrix as string | undefined,
      orthologs: values.orthologs as string | undefined,
      doublets: doubletsQuestion(values),
      out: out(values, "annotate"),
      backend: backend(values),
      seed: seed(values),
    };
  },
  run: annotateFile,
};

function byOf(group: string | undefined): AnnotationBy | undefined {
  if (group === undefined) return undefined;
  if (group === "leiden" || group === "clusters") return { kind: "clusters" };
  return { kind: "column", column: group.replace(/^column:/, "") };
}

async function annotateFile(engine: Engine, command: AnnotateCommand): Promise<string[]> {
  const { lanes, donors: askedFor, batch, by } = command;
  const given = command.apply === undefined ? null : await readNames(command.apply);
  const models = command.models.includes(NONE) ? [] : await engine.models(command.models);
  const info = await openFiles(engine, command);
  const matrix = command.matrix ?? info.matrix;
  const said = command.orthologs === undefined ? [] : [await useOrthologs(engine, matrix, command.orthologs)];
  requireColumns(info, [...(by?.kind === "column" ? [by.column] : []), ...(batch === undefined ? [] : [batch])]);
  const isTaken = info.columns.some(({ name }) => name === command.name);
  if (isTaken)
    throw new AnalysisError("bad-input", `${info.name} has a column ${command.name} already: choose another with --name PREFIX.`);
  const donors = donorColumn(info, askedFor);
  const options: AnalyzeOptions = {
    matrix,
    models: models.map(({ name }) => name),
    backend: command.backend,
    lanes,
    seed: command.seed,
    blockCells: 0,
  };
  const analysis = await engine.call("analyze", options);
  if (analysis.cancelled) throw new AnalysisError("cancelled", "Stopped; nothing was written.");
  const ran = models.filter((model) => analysis.runs.some((run) => run.model === model.name));
  const named = ran.filter(({ heads }) => heads.some(({ phenotype }) => phenotype === HEAD));
  const applied = await groupsToName(engine, command, info, matrix, given);
  const started = applied.annotation;
  const doublets =
    command.doublets && (await scoreDoublets(engine, info, command.doublets, { matrix, mask: null, lanes, seed: command.seed }));
  if (doublets) said.push(...doubletsSaid(doublets));
  const report = await engine.call("annotationRows", {
    matrix,
    groups: groupsOfAnnotation(started),
    models: named.map(({ name }) => name),
    lanes,
    ...(donors === null ? {} : { donors }),
    ...(batch === undefined ? {} : { batch }),
    ...(await readMarkers(command.markers)),
  });
  const suggestions = new Map(report.rows.map(({ group, suggestion }) => [group, suggestion]));
  const annotation = withPalette(given ? started : draftNames(started, suggestions));
  const saved = await engine.call("savedAnnotation", { annotation, matrix, lanes });
  const beside = { hasPosition: needsPosition(...info.notices, ...analysis.notices), study: info.study };
  const sex = await engine.call("sex", askedFor === undefined ? {} : { donors: askedFor });
  const version = await engine.version();
  await writeFolder(command.out, async (folder) => {
    const cellNames = { read: (first: number, count: number) => engine.call("cellIds", { first, count }), ...beside };
    await pipeline(Readable.from(annotationCsv(cellNames, annotation)), createWriteStream(join(folder, "annotation.csv")));
    await writeFile(join(folder, "annotation-groups.csv"), toCsv(annotationTable(annotation, report)));
    await writeFile(join(folder, "report.html"), annotationReportHtml({ version, file: info, models: ran }, { annotation: saved, report }));
    await writeFile(join(folder, "annotation.json"), `${JSON.stringify(saved, null, 1)}\n`);
    said.push(await writeConsensus(engine, ran, beside, folder));
    if (command.hasTable) {
      const found = await foundOfAll(engine, ran, { matrix, lanes, seed: command.seed, resolution: command.resolution });
      const told = { least: command.obs.least, file: info, hasPosition: beside.hasPosition, hasDoublets: doublets !== null, annotation };
      await writeCellTable(engine, found, told, folder);
    }
    const written = { annotation, names: { name: command.name, isCellxgene: command.isCellxgene } };
    said.push(
      await saveAnnotated(
        engine,
        { file: command.file, cells: info.cells },
        ran,
        command.seed,
        join(folder, "annotated.h5ad"),
        command.obs,
        written,
      ),
    );
    const peakMemory = process.resourceUsage().maxRSS * 1024;
    const table = { annotation: saved, report };
    await writeFile(
      join(folder, "summary.json"),
      summaryJson({ version, file: info, models: ran, options, report: analysis, trust: [], sex, doublets, annotation: table, peakMemory }),
    );
  });
  return [...said.filter(Boolean), ...applied.notes, ...report.notes, ...told(annotation, report, ran)];
}

/** The groups of the file, without names or with those given. */
async function groupsToName(
  engine: Engine,
  { by, resolution, lanes, seed: random }: AnnotateCommand,
  info: FileInfo,
  matrix: string,
  given: Annotation | null,
): Promise<Pick<AppliedAnnotation, "annotation" | "notes">> {
  if (!given) {
    if (by?.kind !== "column") await cluster(engine, info, matrix, resolution, lanes, random);
    return { annotation: await engine.call("startAnnotation", { matrix, by: by ?? { kind: "clusters" } }), notes: [] };
  }
  const isSame = given.file.fingerprint === info.fingerprint;
  const isColumn = given.grouping.kind === "column" && info.columns.some(({ name }) => name === given.grouping.by);
  if (by ? by.kind === "clusters" : !isSame && !isColumn) {
    const asked = by || given.grouping.resolution === null ? resolution : given.grouping.resolution;
    await cluster(engine, info, matrix, asked, lanes, random);
  }
  const applied = await engine.call("applyAnnotation", { annotation: given, matrix, lanes, ...(by ? { by } : {}) });
  // The groups of the same file, or of the same cells, come with their names.
  const isOwn = applied.how === "same file" || applied.how === "barcodes";
  const ignored = by && isOwn ? [`--group is not used: ${given.file.name} has its own groups of these cells.`] : [];
  const lost = applied.unused.length > 0 ? [`No group here got the name of ${applied.unused.join(", ")}.`] : [];
  return {
    annotation: applied.annotation,
    notes: [`The names of ${given.file.name} were matched by ${applied.how}.`, ...ignored, ...applied.notes, ...lost],
  };
}

/** A sentence on the whole, and a line for each group whose name is not to be relied on. */
function told({ groups }: Annotation, { rows }: AnnotationReport, ran: readonly ModelInfo[]): string[] {
  const unnamed = groups.filter(({ name, mark }) => mark === "named" && name === "").length;
  const nameOf = new Map(groups.map((group) => [group.id, group.mark === "named" ? group.name || "not named" : group.mark]));
  const by = ran.length === 0 ? "markers alone" : ran.map(({ name }) => name).join(", ");
  return [
    `${groups.length} groups by ${by}; ${rows.filter(({ color }) => color === "green").length} without a warning` +
      `${unnamed > 0 ? `, ${unnamed} not named` : ""}. Look at annotation-groups.csv before a name is used.`,
    ...rows
      .filter(({ color }) => color === "red")
      .map(({ group, cells, doubts }) => {
        const why = doubts.map(({ says }) => says).join("; ");
        return `${group} (${nameOf.get(group)}, ${cells.toLocaleString("en")} cells): ${why}.`;
      }),
  ];
}
