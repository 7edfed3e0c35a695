import { isMissing } from "../contract/missing";
import { UNKNOWN } from "../contract/obs-columns";
import type { Column, HeadInfo, HeadScores, Sampled } from "../contract/types";
import { shareOf, type SampleTypes, type TypesBySample } from "../contract/types-by-sample";
import type { Table } from "./table-csv";

const NO_CLASS = 65535;

type Labels = Exclude<Column, { kind: "number" }>;

interface Parts {
  head: HeadInfo;
  scores: HeadScores;
  /** Each cell's label at the level that is supported, -1 for those not read; of these `unknown` alone is read. */
  known: { labels: string[]; codes: Int32Array };
  samples: Labels;
  conditions: Labels | null;
  /** As the head's summary has it. */
  sampled: Sampled | null;
}

/** Text of a cell in a column; "" where it is missing. */
function textOf({ codes, categories }: Labels, cell: number): string {
  const text = categories[codes[cell]!] ?? "";
  return isMissing(text) ? "" : text;
}

/** Counts of the predicted classes in every sample. A cell that is known only by a wider term counts as its most probable class. */
export function typesBySample({ head, scores, known, samples, conditions, sampled }: Parts): TypesBySample {
  const nothing = known.labels.indexOf(UNKNOWN);
  const found = new Map<string, SampleTypes>();
  const order = (column: Labels | null, text: string | null) => (column && text ? column.categories.indexOf(text) : Infinity);
  let without = 0;
  for (let cell = 0; cell < samples.codes.length; cell++) {
    const sample = textOf(samples, cell);
    if (sample === "") {
      without++;
      continue;
    }
    const condition = conditions && textOf(conditions, cell);
    const key = JSON.stringify([sample, condition]);
    let row = found.get(key);
    if (!row) found.set(key, (row = { sample, condition, cells: 0, counts: head.classes.map(() => 0), unknown: 0, unread: 0 }));
    row.cells++;
    const code = cell < scores.cells ? scores.top[cell * scores.k]! : NO_CLASS;
    if (known.codes[cell]! < 0) row.unread++;
    else if (code === NO_CLASS || known.codes[cell] === nothing) row.unknown++;
    else row.counts[code]!++;
  }
  const rows = [...found.values()].sort(
    (a, b) =>
      order(samples, a.sample) - order(samples, b.sample) || (order(conditions, a.condition) < order(conditions, b.condition) ? -1 : 1),
  );
  const totals = head.classes.map((_, code) => rows.reduce((sum, { counts }) => sum + counts[code]!, 0));
  const shown = [...totals.keys()].filter((code) => totals[code]! > 0).sort((a, b) => totals[b]! - totals[a]!);
  return {
    phenotype: head.phenotype,
    column: samples.name,
    condition: conditions?.name ?? null,
    classes: shown.map((code) => head.classes[code]!),
    samples: rows.map((row) => ({ ...row, counts: shown.map((code) => row.counts[code]!) })),
    without,
    sampled,
  };
}

/**
 * HEAD_by_sample.csv: a row per sample and class, zeros too, then the sample's cells of which the model knows nothing and those that it
 * has not read. Shares are of the cells read, empty where there are none, or where cells were drawn.
 */
export function typesBySampleTable(found: TypesBySample): Table {
  const { phenotype, column, condition, classes, samples } = found;
  return {
    columns: [
      column,
      ...(condition === null ? [] : [condition]),
      `predicted_${phenotype}`,
      "ontology_id",
      "kind",
      "cells",
      "sample_cells",
      "share",
    ],
    rows: samples.flatMap((row) => {
      const start = [row.sample, ...(condition === null ? [] : [row.condition!])];
      const end = (kind: string, count: number) => [kind, count, row.cells, shareOf(found, row, count)];
      return [
        ...classes.map(({ label, ontologyId }, i) => [...start, label, ontologyId, ...end("class", row.counts[i]!)]),
        [...start, "", "", ...end("unknown", row.unknown)],
        [...start, "", "", "not_read", row.unread, row.cells, Number.NaN],
      ];
    }),
  };
}
