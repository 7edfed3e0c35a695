import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { AnalysisError } from "../contract/errors";
import type { FileInfo, ModelInfo } from "../contract/types";
import { sampleColumn, type TypesBySample } from "../contract/types-by-sample";
import { toCsv } from "../exports/table-csv";
import { typesBySample, typesBySampleTable } from "../exports/types-by-sample";
import { many } from "../plots/format";
import { requireColumns } from "./command";
import type { Engine } from "./engine";
import type { Figure } from "./figure-file";

export interface SamplesQuestion {
  /** obs column of samples; undefined: the usual one, null: none. */
  samples: string | null | undefined;
  /** obs column of conditions. */
  condition: string | undefined;
  /** Probability that a label is to have to count as known. */
  least: number;
}

async function labelsOf(engine: Engine, name: string) {
  const column = await engine.call("column", { name });
  if (column.kind === "number")
    throw new AnalysisError("bad-input", `obs/${name} holds numbers; samples and conditions are columns of categories or text.`);
  return column;
}

export interface SamplesColumns {
  samples: string;
  condition: string | null;
}

/** The columns of samples and conditions; null where the file has no samples. Throws where one asked for is not there. */
export function samplesColumns(file: FileInfo, { samples, condition }: SamplesQuestion): SamplesColumns | null {
  const column = samples === undefined ? sampleColumn(file) : (samples ?? "");
  requireColumns(file, [...(column ? [column] : []), ...(condition === undefined ? [] : [condition])]);
  if (column !== "") return { samples: column, condition: condition === undefined || condition === column ? null : condition };
  if (condition === undefined) return null;
  throw new AnalysisError("bad-input", "--condition goes with samples: name their column by --samples COLUMN.");
}

/** Writes HEAD_by_sample.csv of every head of a model; gives what was found. */
export async function writeTypesBySample(
  engine: Engine,
  { name: model, heads }: ModelInfo,
  columns: SamplesColumns,
  least: number,
  folder: string,
): Promise<TypesBySample[]> {
  const samples = await labelsOf(engine, columns.samples);
  const conditions = columns.condition === null ? null : await labelsOf(engine, columns.condition);
  const all: TypesBySample[] = [];
  for (const head of heads) {
    const { phenotype } = head;
    const known = await engine.call("knownLabels", { model, phenotype, least });
    const sampled = (await engine.call("summary", { model, phenotype })).all.sampled ?? null;
    const scores = await engine.call("scores", { model, phenotype });
    const found = typesBySample({ head, scores, known, samples, conditions, sampled });
    await writeFile(join(folder, model, `${phenotype}_by_sample.csv`), toCsv(typesBySampleTable(found)));
    all.push(found);
  }
  return all;
}

/** A sentence on the cells that no row of it counts. */
export const withoutSample = ({ column, without }: TypesBySample): string[] =>
  without > 0
    ? [`${many(without, "cell")} of no sample (no value in ${column}) ${without === 1 ? "is" : "are"} in no HEAD_by_sample.csv.`]
    : [];

/** The page's figure of them. */
export const samplesFigure = (model: string, title: string, found: TypesBySample): Figure => ({
  name: `${found.phenotype}-by-sample-${model}`,
  title: `Predicted ${found.phenotype} by ${found.column}, ${title}`,
  draw: (plots, ...rest) => plots.samplePoints({ found }, ...rest),
});
