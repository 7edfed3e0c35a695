import { computed, signal } from "@preact/signals";
import { ColorBook } from "../plots/palette";
import type { WireError } from "../contract/errors";
import type {
  AnalysisReport,
  AnalyzeOptions,
  Column,
  Coverage,
  Evaluation,
  FileInfo,
  HeadInfo,
  HeadScores,
  HeadSummary,
  ModelInfo,
  ModelRun,
  Phenotype,
  Progress,
  Source,
  SurveyReport,
} from "../contract/types";
import type { ColorBy, Step } from "./share/link";

/** The page's whole state, as signals. Only session.ts and the views' event handlers write it. */

export const phase = signal<"first" | "opening" | "open">("first");
export const source = signal<Source | null>(null);
export const isDemo = signal(false);
export const failure = signal<(WireError & { retry: boolean }) | null>(null);
/** What the user should know though nothing went wrong: one or two sentences, or empty. */
export const message = signal("");
/** What can be done about it, on a button. */
export const messageAction = signal<{ title: string; run(): void } | null>(null);

/* What the engine said. */
export const models = signal<ModelInfo[]>([]);
export const info = signal<FileInfo | null>(null);
export const survey = signal<SurveyReport | null>(null);
export const runs = signal<ModelRun[]>([]);
export const progress = signal<Progress | null>(null);
export const isRunning = signal(false);
/** What the analysis was asked to do. */
export const options = signal<AnalyzeOptions | null>(null);
export const report = signal<AnalysisReport | null>(null);
/** How the last analysis ended, and after how many seconds; null while none has. */
export const ended = signal<{ isStopped: boolean; seconds: number } | null>(null);

export interface Quality {
  totals: Float32Array;
  detected: Float32Array;
  mitochondrial: Float32Array;
}
/** Per-cell quality, filled in place; each change is a new wrapper. */
export const quality = signal<Quality | null>(null);
export const scores = signal<ReadonlyMap<string, HeadScores>>(new Map());
export const scoreKey = (model: string, head: Phenotype) => `${model}\n${head}`;
/** Predictions class by class, of the model and head last asked for. */
export const summary = signal<{ model: string; all: HeadSummary } | null>(null);
export const positions = signal<{ by: string; xy: Float32Array } | null>(null);
export const columns = signal<ReadonlyMap<string, Column>>(new Map());
export const genes = signal<ReadonlyMap<string, Float32Array>>(new Map());
export const evaluations = signal<ReadonlyMap<Phenotype, Evaluation>>(new Map());
/** Where two models agree, cell by cell, once asked for. */
/** Values per cell that a card asked for, shown on the map by `showValues`. */
export const cellValues = signal<{ title: string; values: Float32Array; isShare?: boolean } | null>(null);
export const agreement = signal<{ models: [string, string]; hasLabels: boolean; codes: Uint8Array<ArrayBuffer> } | null>(null);
export const evaluating = signal<Phenotype | null>(null);
export const evaluationFailure = signal<WireError | null>(null);

/* What the user chose. */
export const step = signal<Step>("data");
export const theme = signal<"light" | "dark" | null>(null);
export const systemDark = signal(false);
export const isDark = computed(() => (theme.value ?? (systemDark.value ? "dark" : "light")) === "dark");
export const head = signal<Phenotype>("cell_type");
export const modelChoice = signal<string | null>(null);
/** The map shows the file's own labels rather than a model's. */
export const byFile = signal(false);
export const colorBy = signal<ColorBy>({ kind: "prediction" });
export const layout = signal<string | null>(null);
export const labelColumns = signal<Record<string, string>>({});
/** Matches set by hand, per head: file label -> class code. */
export const byHand = signal<Record<string, Record<string, number>>>({});
export const selection = signal<Uint32Array<ArrayBuffer> | null>(null);
export const backend = signal<"auto" | "wasm" | "webgpu">("auto");
/** Of layouts and of samples: the same seed, the same picture. */
export const seed = signal(1);
/** The lesson in sight, by its name, and its step from 1. */
export const lessonName = signal<string | null>(null);
export const lessonAt = signal(1);
/** Models that come with the page, and so lie below its address. */
export const servedModels = signal<ReadonlySet<string>>(new Set());
/** Which of the models there are a site wants to run; null: those that come with the page. */
export const siteModels = signal<string[] | null>(null);
/** Where what the transformers said of the open file is stored, below the page. */
export const stored = signal<string | null>(null);
/** The file that a link was made of, where it had no address. */
export const linkedFile = signal<{ name: string; print: string } | null>(null);
/** The matrix that a link asks to be analysed, where the file has it. */
export const wantedMatrix = signal<string | null>(null);

/** Colours given to classes of a head, or to labels of a column, in this session. */
const colorBooks = new Map<string, ColorBook>();
export function colorBook(of: string): ColorBook {
  let book = colorBooks.get(of);
  if (!book) colorBooks.set(of, (book = new ColorBook()));
  return book;
}
/** Rises when colours are dealt anew, so that what is drawn with them is drawn again. */
export const colorEpoch = signal(0);
/** Deals colours anew: of everything for a new file, of one head in the order of its classes. */
export function dealColors(of?: string, labels: Iterable<string> = []): void {
  if (of === undefined) colorBooks.clear();
  else {
    colorBooks.delete(of);
    colorBook(of).add(labels);
  }
  colorEpoch.value++;
}

/* What follows from both. */
/** The matrix that the page shows: what is asked of the cells is asked of it. */
export const shownMatrix = computed(() => info.value?.matrix ?? "");
export const modelByName = computed(() => new Map(models.value.map((model) => [model.name, model])));
export const coverageByModel = computed(() => new Map<string, Coverage>(info.value?.coverage.map((one) => [one.model, one]) ?? []));
/** Models that can run on this file: linear ones first, as they are sooner done. */
export const usableModels = computed(() =>
  models.value
    .filter((model) => coverageByModel.value.get(model.name)?.verdict !== "refused")
    .sort((a, b) => Number(a.kind === "onnx") - Number(b.kind === "onnx")),
);
export const runByModel = computed(() => new Map(runs.value.map((run) => [run.model, run])));
const hasCells = (name: string) => (runByModel.value.get(name)?.cells ?? 0) > 0;

/** The model shown: the chosen one; else the transformer once it has seen every cell; else the first with cells. */
export const activeModel = computed<ModelInfo | null>(() => {
  const usable = usableModels.value;
  const chosen = usable.find((model) => model.name === modelChoice.value);
  if (chosen) return chosen;
  const finished = usable.filter((model) => runByModel.value.get(model.name)?.finished);
  // One that only embeds is looked at where it is chosen, or where there is no other.
  return (
    finished.findLast((model) => model.heads.length > 0) ??
    finished.at(-1) ??
    usable.find((model) => hasCells(model.name)) ??
    usable[0] ??
    null
  );
});
/** Heads of the models in use, each once. */
export const heads = computed<HeadInfo[]>(() => {
  const seen = new Map<Phenotype, HeadInfo>();
  const [active] = [activeModel.value];
  for (const model of active ? [active, ...usableModels.value] : usableModels.value) {
    for (const one of model.heads) if (!seen.has(one.phenotype)) seen.set(one.phenotype, one);
  }
  return [...seen.values()];
});
export const activeHead = computed<HeadInfo | null>(() => activeModel.value?.heads.find((one) => one.phenotype === head.value) ?? null);
export const activeScores = computed<HeadScores | null>(() =>
  activeModel.value ? (scores.value.get(scoreKey(activeModel.value.name, head.value)) ?? null) : null,
);
export const labelColumn = computed(() => labelColumns.value[head.value] ?? "");
export const matrixInfo = computed(() => info.value?.matrices.find((matrix) => matrix.path === info.value?.matrix) ?? null);

/** Colours the map by values that a card has at hand. */
export function showValues(shown: { title: string; values: Float32Array; isShare?: boolean }): void {
  cellValues.value = shown;
  colorBy.value = { kind: "values", name: shown.title };
}

/** A model's short name on buttons. */
export function modelLabel(model: ModelInfo): string {
  const ofKind = models.value.filter((one) => one.kind === model.kind);
  return ofKind.length === 1 ? (model.kind === "onnx" ? "Transformer" : "Linear") : model.title;
}
