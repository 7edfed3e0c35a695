import type { DoubletReport } from "../contract/doublets";
import type { SexReport } from "../contract/sex";
import type { GroupsReport } from "../contract/groups";
import type { TrustLights } from "../contract/trust";
import type { AnalysisReport, AnalyzeOptions, FileInfo, HeadSummary, ModelInfo } from "../contract/types";
import type { NamedGroups } from "./annotation-report";
import { annotationJson } from "./annotation-summary";
import { doubletsJson } from "./doublets-json";
import { groupsJson } from "./groups-csv";
import { json } from "./metrics-json";

export interface Summary {
  version: string;
  file: FileInfo;
  models: ModelInfo[];
  options: AnalyzeOptions;
  report: AnalysisReport;
  /** What each model predicts, head by head: of one that has not read all cells, shares of all are written. */
  predictions?: ReadonlyMap<string, readonly HeadSummary[]>;
  /** What the checks of each head of each model came to. */
  trust: readonly TrustLights[];
  /** By counted genes, no model's prediction; null where it was not judged. */
  sex: SexReport | null;
  /** Null where doublets were not scored. */
  doublets?: DoubletReport | null;
  /** What each model says of groups of cells, where that was looked at. */
  groups?: readonly GroupsReport[];
  /** Names that groups were given, and what is known of these groups, where that was looked at. */
  annotation?: NamedGroups;
  /** Bytes; null where the platform does not tell. */
  peakMemory: number | null;
}

/** Of several files read as one: each, and how they were joined; nothing of one file. */
export function studyJson({ study }: Pick<FileInfo, "study">): object {
  if (!study) return {};
  return {
    samples: study.samples.map(({ sample, file, fingerprint, bytes, cells, genes, matrix, values }) => ({
      sample,
      file,
      fingerprint,
      bytes,
      cells,
      genes,
      matrix,
      values,
    })),
    sample_column: study.column,
    left_out: study.leftOut,
    genes_of_any: study.genes.any,
    genes_of_every: study.genes.every,
  };
}

/** Of a model that has not read all cells: how many, and of drawn ones the shares of the classes among all, with their 95% intervals. */
function sampleJson(heads: readonly HeadSummary[]): object {
  const sampled = heads[0]?.sampled;
  if (!sampled) return {};
  const shares = heads.map(({ phenotype, classes }) => [
    phenotype,
    classes.flatMap(({ label, ontologyId, share }) =>
      share ? [{ label, ontology_id: ontologyId, share: share.value, low: share.low, high: share.high }] : [],
    ),
  ]);
  return {
    sampled: {
      read: sampled.read,
      of: sampled.of,
      order: sampled.isDrawn ? "drawn from strata" : "of the file",
      ...(sampled.isDrawn ? { shares: Object.fromEntries(shares) as object } : {}),
    },
  };
}

/** summary.json: what was analysed, by what, how and how long; enough to run it again. */
export function summaryJson(summary: Summary): string {
  const { version, file, models, options, report, predictions, trust, sex, doublets, groups, annotation, peakMemory } = summary;
  const taken = file.matrices.find((matrix) => matrix.path === options.matrix);
  return json({
    phenolens: version,
    file: {
      name: file.name,
      bytes: file.bytes,
      fingerprint: file.fingerprint,
      cells: file.cells,
      genes: file.genes,
      genes_from: file.geneVerdict.source,
      species: file.geneVerdict.species,
      species_why: file.geneVerdict.why,
      genomes: file.geneVerdict.genomes,
      mitochondrial_genes: file.geneVerdict.mitochondrial,
      ribosomal_genes: file.geneVerdict.ribosomal,
      ...studyJson(file),
    },
    matrix: {
      path: options.matrix,
      values: taken?.values,
      scale: taken?.scale,
      why: options.matrix === file.matrix ? file.matrixWhy : "Chosen by hand.",
      seen: taken?.why,
    },
    models: models.map((model) => ({
      name: model.name,
      title: model.title,
      version: model.version,
      license: model.license,
      quantization: model.quantization,
      sha256: model.hashes ?? {},
      coverage: report.coverage.find((coverage) => coverage.model === model.name) ?? null,
      run: report.runs.find((run) => run.model === model.name) ?? null,
      ...sampleJson(predictions?.get(model.name) ?? []),
    })),
    trust: trust.map(({ model, phenotype, color, title, measured, lights }) => ({
      model,
      head: phenotype,
      verdict: title,
      light: color,
      measured,
      checks: lights.map(({ name, title: check, color: light, figure, limits, interval, says }) => ({
        name,
        title: check,
        light,
        figure,
        limits,
        ...(interval ? { interval } : {}),
        says,
      })),
    })),
    sex,
    ...(doublets ? { doublets: doubletsJson(doublets, null) } : {}),
    ...(groups ? { groups: groups.map(groupsJson) } : {}),
    ...(annotation ? { annotation: annotationJson(annotation.annotation, annotation.report) } : {}),
    options,
    survey: report.survey,
    species_of_cells: report.species,
    notices: [...file.notices, ...report.notices.filter((notice) => !file.notices.some((known) => known.message === notice.message))],
    seconds: report.seconds,
    cancelled: report.cancelled,
    peak_memory_bytes: peakMemory,
  });
}
