import { numberText } from "../../../contract/number-text";
import { isBatch } from "../../../contract/compare-columns";
import { isMissing } from "../../../contract/missing";
import type { Column } from "../../../contract/types";
import type { OpenedFile } from "../../file/opened-file";
import type { Samples } from "./samples";

/** What a column of obs says of each sample. */
export interface SampleValues {
  column: string;
  kind: "category" | "number";
  /** A number, or a place among `names`; NaN where it is not known. */
  values: Float64Array<ArrayBuffer>;
  names: string[];
  /** Samples whose cells differ in it. */
  varied: number[];
}

/**
 * Numbers: the mean over a sample's cells. Words, and numbers of batches: the first cell's, and `varied` names the samples that have
 * others too.
 */
export async function sampleValues(file: OpenedFile, name: string, { samples, sampleOf }: Samples): Promise<SampleValues> {
  const column = await file.column(name);
  const values = new Float64Array(samples.length).fill(NaN);
  if (column.kind !== "number" || isBatch(name)) {
    const textOf = (cell: number) => (column.kind === "number" ? numberText(column, cell) : wordOf(column, cell));
    return ofWords(name, textOf, samples.length, sampleOf);
  }
  const sums = new Float64Array(samples.length);
  const counts = new Float64Array(samples.length);
  sampleOf.forEach((sample, cell) => {
    if (sample < 0 || Number.isNaN(column.values[cell]!)) return;
    sums[sample]! += column.values[cell]!;
    counts[sample]!++;
  });
  for (let sample = 0; sample < samples.length; sample++) if (counts[sample]! > 0) values[sample] = sums[sample]! / counts[sample]!;
  return { column: name, kind: "number", values, names: [], varied: [] };
}

const wordOf = ({ categories, codes }: Exclude<Column, { kind: "number" }>, cell: number) => categories[codes[cell]!] ?? "";

function ofWords(column: string, wordOf: (cell: number) => string, samples: number, sampleOf: Int32Array): SampleValues {
  const values = new Float64Array(samples).fill(NaN);
  const places = new Map<string, number>();
  const varied = new Set<number>();
  sampleOf.forEach((sample, cell) => {
    if (sample < 0) return;
    const word = wordOf(cell);
    if (isMissing(word)) return;
    let place = places.get(word);
    if (place === undefined) places.set(word, (place = places.size));
    if (Number.isNaN(values[sample]!)) values[sample] = place;
    else if (values[sample] !== place) varied.add(sample);
  });
  return { column, kind: "category", values, names: [...places.keys()], varied: [...varied] };
}
