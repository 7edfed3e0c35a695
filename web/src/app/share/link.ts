import type { AttributionMethod } from "../../contract/operations/attribution";
import { METHODS, type IntegrationMethod } from "../../contract/integrate";
import { QUALITY_METRICS, type QualityLimits, type QualityMetric } from "../../contract/survey";
import type { Phenotype } from "../../contract/types";
import { columnsCodec, joined, number, oneOf, parted, quietly, split, text, unsplit, type Codec } from "./link-codecs";
import { namesCodec, type LinkNames } from "../features/annotate/link-names";
import { ruleCodec, type SelectionRule } from "../features/map/selection-rule";

/** What the map is coloured by. */
export type ColorBy =
  | { kind: "prediction" }
  | { kind: "entropy" }
  /** Of two models; a link does not carry it. */
  | { kind: "agreement" }
  /** What the models agree on; a link does not carry it. */
  | { kind: "consensus" }
  | { kind: "quality"; name: QualityMetric }
  /** Of the survey; what was not found again is not shown. */
  | { kind: "clusters" }
  /** The names given in the Annotate step, and those suggested. */
  | { kind: "annotation" }
  /** Within the survey's limits of quality, or beyond. */
  | { kind: "limits" }
  | { kind: "column"; name: string }
  | { kind: "gene"; name: string }
  /** A value per cell that a card has asked for; a link does not carry it. */
  | { kind: "values"; name: string }
  /** What a gene adds to the logit explained last. */
  | { kind: "attribution"; name: string };

export const STEPS = ["data", "survey", "predict", "trust", "annotate", "compare", "why"] as const;
export type Step = (typeof STEPS)[number];

/** The parts of the Survey step. */
export const PARTS = ["quality", "genes", "clusters", "markers"] as const;
/** The parts of the Compare step. */
export const COMPARED = ["design", "composition", "expression", "phenotype"] as const;
/** The parts of the Trust step. */
export const SECTIONS = ["accuracy", "confidence", "entropy", "groups", "unknown", "models"] as const;
export type Section = (typeof SECTIONS)[number];

/** What a link carries, beside the data's address in `?h5ad=`. Absent means the default. */
export interface View {
  step?: Step;
  /** A model's name, or `file` for the file's own labels. */
  model?: string;
  head?: Phenotype;
  color?: ColorBy;
  layout?: string;
  theme?: "light" | "dark";
  /** Asked for by hand, for tests and for comparing. */
  backend?: "wasm" | "webgpu";
  /** Of layouts and samples; 1 unless said. */
  seed?: number;
  /** Cells that neural networks read, where not all. */
  sample?: number;
  /** A matrix of the file other than the one the page would take. */
  matrix?: string;
  /** Columns of labels by head, where they are not the guessed ones; "" for none. */
  labels?: Record<string, string>;
  /** The survey's limits: deviations of the automatic ones, those set by hand, and whether cells beyond them are left out. */
  mads?: number;
  limits?: QualityLimits;
  filter?: "out";
  /** Of the survey's clusters. */
  resolution?: number;
  /** Columns of the survey where they are not the samples of a study; `-`: none. Batches, and within whose groups limits are found. */
  batch?: string;
  per?: string;
  /** How components of batches are laid over each other, and by which further columns. */
  correct?: IntegrationMethod;
  beside?: string[];
  /** The part of the Survey step on show. */
  part?: (typeof PARTS)[number];
  section?: Section;
  scoring?: "ontology";
  /** Columns of Trust where they are not the guessed ones; `none` is written `-`. */
  donors?: string;
  over?: string;
  groups?: string;
  /** Confidence asked for before a cell is labelled. */
  sure?: number;
  select?: SelectionRule;
  /** Names of groups of cells. */
  names?: LinkNames;
  /** What Why explains: labels of classes, not codes, so that a model's next version is asked the same. */
  class?: string;
  against?: string;
  of?: { kind: "column"; column: string } | { kind: "selection" };
  method?: AttributionMethod;
  baseline?: "none" | "mean" | "matched";
  contrast?: string;
  units?: string;
  each?: number;
  group?: string;
  gene?: string;
  /** What Compare compares: the part on show, the condition, two of its levels or one against the rest, types, how donors are compared. */
  compared?: (typeof COMPARED)[number];
  condition?: string;
  levels?: [string, string | null];
  types?: string;
  covariates?: string[];
  pairing?: "paired" | "independent";
  /** Cells that a donor needs of a type. */
  least?: number;
  transform?: "arcsin";
  weights?: "samples";
  /** The type whose genes are shown, and the gene shown in every donor. */
  within?: string;
  counted?: string;
  /** The file that a link without an address was made of: its name, and the start of its fingerprint. */
  file?: string;
  print?: string;
  /** Of a study, its files in their order, each with the name of its sample. */
  files?: LinkedSample[];
  /** A lesson, and its step from 1. */
  lesson?: string;
  at?: number;
}

/** Letters that names of files may take. */
const MOST_FILES = 1500;

const COLORS = ["gene", "column", "attribution"] as const;

const color: Codec<ColorBy> = {
  write: (now) =>
    now.kind === "prediction" || now.kind === "agreement" || now.kind === "consensus" || now.kind === "values"
      ? null
      : "name" in now
        ? `${now.kind}:${now.name}`
        : now.kind,
  read(words): ColorBy | undefined {
    const [kind, name] = split(words);
    if (kind === "entropy" || kind === "clusters" || kind === "annotation" || kind === "limits") return { kind };
    const named = COLORS.find((one) => one === kind);
    if (named && name) return { kind: named, name };
    const quality = QUALITY_METRICS.find((one) => one === name);
    return kind === "quality" && quality ? { kind, name: quality } : undefined;
  },
};

const explainedCells: Codec<NonNullable<View["of"]>> = {
  write: (now) => (now.kind === "selection" ? "selection" : unsplit("column", now.column)),
  read(words) {
    if (words === "selection") return { kind: "selection" };
    const [kind, column] = split(words);
    return kind === "column" && column ? { kind, column } : undefined;
  },
};

/** Limits of quality: `totals:500_4000,mitochondrial:_0.1`; a side without a limit is empty. */
const limitsCodec: Codec<QualityLimits> = {
  write: (limits) =>
    Object.entries(limits)
      .map(([metric, { low, high }]) => `${metric}:${low ?? ""}_${high ?? ""}`)
      .join(",") || null,
  read(words) {
    const found = words.split(",").flatMap((one) => {
      const [, name, low, high] = /^(\w+?):([\d.e+-]*)_([\d.e+-]*)$/.exec(one) ?? [];
      const metric = QUALITY_METRICS.find((known) => known === name);
      const sides = [low, high].map((side) => (side ? Number(side) : null));
      return metric && sides.every((side) => side === null || Number.isFinite(side))
        ? [[metric, { low: sides[0] ?? null, high: sides[1] ?? null }] as const]
        : [];
    });
    return found.length > 0 ? Object.fromEntries(found) : undefined;
  },
};

/** A file of a study as a link names it. */
export interface LinkedSample {
  file: string;
  sample: string;
}

/** Files of a study and their samples: `a.h5ad:donor 1,b.h5ad:donor 2`; too many for a link are left out. */
const filesCodec: Codec<LinkedSample[]> = {
  write(files) {
    const words = files.map(({ file, sample }) => joined([file, sample])).join(",");
    return words !== "" && words.length <= MOST_FILES ? words : null;
  },
  read(words) {
    const found = words.split(",").map(parted);
    return found.every((parts) => parts.length === 2 && parts.every(Boolean))
      ? found.map(([file, sample]) => ({ file: file!, sample: sample! }))
      : undefined;
  },
};

/** Names of columns, one after another. */
const namesOf: Codec<string[]> = {
  write: (names) => (names.length > 0 ? joined(names) : null),
  read: (words) => parted(words),
};

/** Two levels, or one against the rest. */
const levelsCodec: Codec<[string, string | null]> = {
  write: ([first, second]) => joined(second === null ? [first] : [first, second]),
  read(words) {
    const [first, second = null, ...more] = parted(words);
    return first !== undefined && more.length === 0 ? [first, second] : undefined;
  },
};

/** Every field, in the order in which it is written. */
const FIELDS: { [K in keyof View]-?: Codec<NonNullable<View[K]>> } = {
  lesson: text,
  at: number((n) => Number.isInteger(n) && n >= 1 && n < 1000),
  step: oneOf(STEPS),
  model: text,
  head: text,
  color,
  layout: text,
  part: oneOf(PARTS),
  mads: number((n) => n > 0 && n <= 20),
  limits: limitsCodec,
  filter: oneOf(["out"]),
  resolution: number((n) => n > 0 && n <= 10),
  batch: text,
  per: text,
  correct: oneOf(METHODS),
  beside: namesOf,
  section: oneOf(SECTIONS),
  labels: columnsCodec,
  scoring: oneOf(["ontology"]),
  donors: text,
  over: text,
  groups: text,
  sure: number((p) => p >= 0 && p <= 1),
  class: text,
  against: text,
  of: explainedCells,
  method: oneOf(["gradient-x-input", "integrated-gradients", "expected-gradients"]),
  baseline: oneOf(["none", "mean", "matched"]),
  contrast: text,
  units: text,
  each: number((n) => Number.isInteger(n) && n >= 0),
  group: text,
  gene: text,
  compared: oneOf(COMPARED),
  condition: text,
  levels: levelsCodec,
  types: text,
  covariates: namesOf,
  pairing: oneOf(["paired", "independent"]),
  least: number((n) => Number.isInteger(n) && n >= 1 && n <= 1e6),
  transform: oneOf(["arcsin"]),
  weights: oneOf(["samples"]),
  within: text,
  counted: text,
  file: text,
  files: filesCodec,
  print: { write: (print) => print, read: (words) => (/^[0-9a-f]{8}$/.test(words) ? words : undefined) },
  select: ruleCodec,
  names: namesCodec,
  matrix: text,
  seed: number((n) => Number.isInteger(n) && n >= 0 && n < 2 ** 32),
  sample: number((n) => Number.isInteger(n) && n >= 1 && n < 1e9),
  backend: oneOf(["wasm", "webgpu"]),
  theme: oneOf(["light", "dark"]),
};
const KEYS = Object.keys(FIELDS) as (keyof View)[];

/** The hash for a view, without `#`; defaults are left out, keys in a fixed order. */
export function toHash(view: View): string {
  const pairs = KEYS.flatMap((key) => {
    const now = view[key];
    const words = now === undefined ? null : (FIELDS[key] as Codec<unknown>).write(now);
    return words === null ? [] : [`${key}=${quietly(words)}`];
  });
  return pairs.join("&");
}

/** Reads a hash; what it does not know it leaves out. */
export function fromHash(hash: string): View {
  const pairs = new URLSearchParams(hash.replace(/^#/, ""));
  const found = KEYS.flatMap((key) => {
    const words = pairs.get(key);
    const value = words ? (FIELDS[key] as Codec<unknown>).read(words) : undefined;
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(found) as View;
}
