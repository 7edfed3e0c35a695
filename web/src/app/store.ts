import { batch, computed, signal, type ReadonlySignal, type Signal } from "@preact/signals";
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
  Source,
  SurveyReport,
} from "../contract/types";
import type { ColorBy, Step } from "./share/link";

/*
 * State that several features read. Each signal has one module that writes it, named above it; what one feature alone needs
 * is in that feature's state.ts.
 */

/* Written by engine-client.ts. */
export const phase = signal<"first" | "opening" | "open">("first");
export const source = signal<Source | null>(null);
export const isDemo = signal(false);
/** Where what the transformers said of the open file is stored, below the page. */
export const stored = signal<string | null>(null);
export const failure = signal<(WireError & { retry: boolean }) | null>(null);
export const models = signal<ModelInfo[]>([]);
export const info = signal<FileInfo | null>(null);
/** Why nothing is computed of a file that holds no matrix to be analysed; empty for any other. */
export const noMatrix = computed(() =>
  info.value?.matrix === ""
    ? "The file holds no matrix that can be analysed: its columns and embeddings can be looked at, but nothing is computed of genes."
    : "",
);
export const survey = signal<SurveyReport | null>(null);
export const runs = signal<ModelRun[]>([]);
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

/* Written by features/predict/run.ts. */
export const scores = signal<ReadonlyMap<string, HeadScores>>(new Map());
/** Predictions class by class, of the model and head last asked for. */
export const summary = signal<{ model: string; all: HeadSummary } | null>(null);

/* Written by features/map/positions.ts. */
export const positions = signal<{ by: string; xy: Float32Array } | null>(null);

/* Written by features/data/run.ts. */
export const columns = signal<ReadonlyMap<string, Column>>(new Map());
export const genes = signal<ReadonlyMap<string, Float32Array>>(new Map());

/* Written by features/trust/labels.ts. */
/** Columns of labels by head; "" for none. */
export const labelColumns = signal<Record<string, string>>({});
/** Matches set by hand, per head: file label -> class code. */
export const byHand = signal<Record<string, Record<string, number>>>({});

/* Written by features/trust/run.ts. */
export const evaluations = signal<ReadonlyMap<Phenotype, Evaluation>>(new Map());

/* Written by features/trust/verdicts.ts. */
/** The model that labels or checks favour, and why; null where neither decides. */
export const favoured = signal<{ model: string; why: string } | null>(null);

/* Written by features/map/selection.ts. */
export const selection = signal<Uint32Array<ArrayBuffer> | null>(null);

/* Written by shell/theme.ts. */
export const systemDark = signal(false);

/* Written by site/state.ts. */
/** Which of the models there are a site wants to run; null: those that come with the page. */
export const siteModels = signal<string[] | null>(null);

/* What the user chose, or a link for them: written by `choose`. */
const chosen = {
  step: signal<Step>("data"),
  theme: signal<"light" | "dark" | null>(null),
  head: signal<Phenotype>("cell_type"),
  model: signal<string | null>(null),
  /** Models switched off, and the order in which models are listed, by name; those it leaves out come first. */
  modelsOff: signal<ReadonlySet<string>>(new Set()),
  modelOrder: signal<readonly string[]>([]),
  /** The map shows the file's own labels rather than a model's. */
  byFile: signal(false),
  /** Of models with a probability a class: every class above it is a cell's label ('prob match'); null for the best class alone. */
  threshold: signal<number | null>(null),
  colorBy: signal<ColorBy>({ kind: "prediction" }),
  layout: signal<string | null>(null),
  backend: signal<"auto" | "wasm" | "webgpu">("auto"),
  /** Cells that neural networks read; null: all. */
  sample: signal<number | null>(null),
  /** Of layouts and of samples: the same seed, the same picture. */
  seed: signal(1),
  /** The lesson on show, by its name, and its step from 1. */
  lesson: signal<string | null>(null),
  lessonAt: signal(1),
  /** The matrix that a link asks to be analysed, where the file has it. */
  matrix: signal<string | null>(null),
};
export type Choices = { [K in keyof typeof chosen]: (typeof chosen)[K] extends Signal<infer T> ? T : never };

/** Sets some of what the user can choose, all at once. */
export function choose(next: Partial<Choices>): void {
  batch(() => {
    for (const [name, value] of Object.entries(next)) (chosen[name as keyof Choices] as Signal<unknown>).value = value;
  });
}

export const step: ReadonlySignal<Step> = chosen.step;
export const theme: ReadonlySignal<Choices["theme"]> = chosen.theme;
export const head: ReadonlySignal<Phenotype> = chosen.head;
export const modelChoice: ReadonlySignal<string | null> = chosen.model;
export const modelsOff: ReadonlySignal<Choices["modelsOff"]> = chosen.modelsOff;
export const threshold: ReadonlySignal<Choices["threshold"]> = chosen.threshold;
export const byFile: ReadonlySignal<boolean> = chosen.byFile;
export const colorBy: ReadonlySignal<ColorBy> = chosen.colorBy;
export const layout: ReadonlySignal<string | null> = chosen.layout;
export const backend: ReadonlySignal<Choices["backend"]> = chosen.backend;
export const sample: ReadonlySignal<number | null> = chosen.sample;
export const seed: ReadonlySignal<number> = chosen.seed;
export const lessonName: ReadonlySignal<string | null> = chosen.lesson;
export const lessonAt: ReadonlySignal<number> = chosen.lessonAt;
export const wantedMatrix: ReadonlySignal<string | null> = chosen.matrix;

/* What features keep of the open file is forgotten with it. */
type Scope = "results" | "file";
const forgetting: Record<Scope, Set<() => void>> = { results: new Set(), file: new Set() };

/** Registers how a module forgets what it keeps of the results of an analysis, or of the open file. */
export function forgetWith(scope: Scope, forget: () => void): void {
  forgetting[scope].add(forget);
}

/** Has every module forget what it keeps: of a file, its results too. */
export function forgetAll(scope: Scope): void {
  batch(() => {
    forgetting.results.forEach((forget) => forget());
    if (scope === "file") forgetting.file.forEach((forget) => forget());
  });
}

const forgettingModels = new Set<(name: string) => void>();
/** Registers how a module forgets what it keeps of one model, which another of its name replaces. */
export function forgetModelWith(forget: (name: string) => void): void {
  forgettingModels.add(forget);
}
/** Has every module forget what it keeps of a model; what it keeps of the others stays. */
export function forgetModel(name: string): void {
  batch(() => forgettingModels.forEach((forget) => forget(name)));
}

/**
 * Colours given to labels of a column, or to classes of a head of one model, else of the model shown: each model has all
 * colours to itself.
 */
const colorBooks = new Map<string, ColorBook>();
export function colorBook(subject: string, model = activeModel.value): ColorBook {
  if (model?.heads.some(({ phenotype }) => phenotype === subject)) subject = `${subject}\n${model.name}`;
  let book = colorBooks.get(subject);
  if (!book) colorBooks.set(subject, (book = new ColorBook()));
  return book;
}
const epoch = signal(0);
/** Rises when colours are dealt again, so that what is drawn with them is drawn again. */
export const colorEpoch: ReadonlySignal<number> = epoch;
/** Deals colours again: of everything for a new file, else as said. */
export function dealColors(deal: () => void = () => colorBooks.clear()): void {
  deal();
  epoch.value++;
}

/* What follows from the above. */
export const isDark = computed(() => (theme.value ?? (systemDark.value ? "dark" : "light")) === "dark");
/** The open file and the matrix analysed: what was found of another is not of this one. */
export const dataKey = computed(() => (info.value ? `${info.value.fingerprint} ${info.value.matrix}` : ""));
/** The matrix that the page shows: what is asked of the cells is asked of it. */
export const shownMatrix = computed(() => info.value?.matrix ?? "");
export const scoreKey = (model: string, phenotype: Phenotype) => `${model}\n${phenotype}`;
export const modelByName = computed(() => new Map(models.value.map((model) => [model.name, model])));
export const coverageByModel = computed(() => new Map<string, Coverage>(info.value?.coverage.map((one) => [one.model, one]) ?? []));
/** All models in the order they are listed in: the user's own, else transformers first. */
export const listedModels = computed(() => {
  const rank = (model: ModelInfo) => chosen.modelOrder.value.indexOf(model.name);
  return [...models.value]
    .reverse()
    .sort((a, b) => Number(b.kind === "onnx") - Number(a.kind === "onnx"))
    .sort((a, b) => rank(a) - rank(b));
});
/** Models that can run on this file and are switched on: the last listed first, as linear ones are sooner done. */
export const usableModels = computed(() =>
  [...listedModels.value]
    .reverse()
    .filter((model) => coverageByModel.value.get(model.name)?.verdict !== "refused" && !modelsOff.value.has(model.name)),
);
export const runByModel = computed(() => new Map(runs.value.map((run) => [run.model, run])));
/** Its cells so far were drawn so that they speak for the whole file. */
export const speaksForAll = ({ cells, finished, inFileOrder }: ModelRun): boolean => cells > 0 && (finished || inFileOrder === undefined);
const hasCells = (name: string) => (runByModel.value.get(name)?.cells ?? 0) > 0;

/**
 * The model shown: the chosen one; else the one that the evidence favours; else the transformer once it has seen every cell;
 * else the first with cells.
 */
export const activeModel = computed<ModelInfo | null>(() => {
  const usable = usableModels.value;
  const wanted = usable.find((model) => model.name === modelChoice.value);
  if (wanted) return wanted;
  const better = usable.find((model) => model.name === favoured.value?.model);
  if (better) return better;
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
  const active = activeModel.value;
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

/** A model's short name on buttons. */
export function modelLabel(model: ModelInfo): string {
  const sameKind = models.value.filter((one) => one.kind === model.kind);
  if (sameKind.length > 1 || model.kind === "reference") return model.title;
  return model.kind === "onnx" ? "Transformer" : "Linear";
}
