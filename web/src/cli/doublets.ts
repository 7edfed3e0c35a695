import { DOUBLET_RATE, type DoubletReport } from "../contract/doublets";
import { guessSamples } from "../contract/donor-columns";
import type { FileInfo } from "../contract/types";
import { count, percent } from "../plots/format";
import { askedSamples, requireColumns, UsageError, type CommandKind, type Values } from "./command";
import type { Engine } from "./engine";

export const DOUBLETS_USAGE = "[--doublets [--samples COLUMN|none] [--doublet-rate SHARE] [--doublet-threshold SCORE]]";

export const DOUBLETS_OPTIONS: CommandKind<{ command: string }>["options"] = {
  doublets: { type: "boolean" },
  samples: { type: "string" },
  "doublet-rate": { type: "string" },
  "doublet-threshold": { type: "string" },
};

/** How doublets are to be scored. */
export interface DoubletsQuestion {
  /** Absent: the column that looks like samples; null: all cells are of one. */
  samples: string | null | undefined;
  rate: number;
  /** Null: each sample's automatic one. */
  threshold: number | null;
}

function share(text: unknown, name: string): number {
  const value = Number(text);
  if (text === "" || !(value > 0 && value < 1)) throw new UsageError(`${name} takes a number between 0 and 1, not ${String(text)}.`);
  return value;
}

/** Null where doublets were not asked for. */
export function doubletsQuestion(values: Values): DoubletsQuestion | null {
  const { samples, "doublet-rate": rate, "doublet-threshold": threshold } = values;
  if (values.doublets !== true) {
    if (samples !== undefined || rate !== undefined || threshold !== undefined)
      throw new UsageError("--samples, --doublet-rate and --doublet-threshold go with --doublets.");
    return null;
  }
  return {
    samples: askedSamples(values),
    rate: rate === undefined ? DOUBLET_RATE : share(rate, "--doublet-rate"),
    threshold: threshold === undefined ? null : share(threshold, "--doublet-threshold"),
  };
}

/** The column of samples: the one asked for, or the one whose name says so, as on the page; null for none. */
export function samplesColumn(file: FileInfo, { samples }: DoubletsQuestion): string | null {
  if (samples) requireColumns(file, [samples]);
  return samples === undefined ? guessSamples(file.columns) || null : samples;
}

/** Scores the cells and calls doublets. */
export async function scoreDoublets(
  engine: Engine,
  file: FileInfo,
  asked: DoubletsQuestion,
  run: { matrix: string; mask: Uint8Array | null; lanes: number; seed: number },
): Promise<DoubletReport> {
  const samples = samplesColumn(file, asked);
  const found = await engine.call("findDoublets", { ...run, samples, rate: asked.rate });
  return asked.threshold === null ? found : { ...found, ...(await engine.call("callDoublets", { threshold: asked.threshold })) };
}

/** What was found, in a sentence, and what is to be known of it. */
export const doubletsSaid = ({ flagged, scored, column, notes }: DoubletReport): string[] => [
  `${count(flagged)} of ${count(scored)} cells are called doublets (${percent(flagged / scored)}), ` +
    `${column === null ? "all cells as one sample" : `samples by ${column}`}.`,
  ...notes,
];
