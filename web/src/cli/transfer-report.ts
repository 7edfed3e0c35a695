import { transferMeans, type Transfer } from "../exports/transfer-csv";
import type { TrainedHead } from "../contract/training";
import type { LabelMatch } from "../contract/types";
import type { TransferFile } from "./transfer-files";

/**
 * A model trained on one of the files, and its genes in the table of orthologs: rows used, and rows left out as one of
 * their genes is another row's too.
 */
export interface Trained {
  model: string;
  head: TrainedHead;
  rows: { used: number; ambiguous: number } | null;
}

/** A pair, and how the file's labels were read as the model's classes; nothing to match where both are one. */
export interface Asked {
  pair: Transfer;
  matches: LabelMatch[];
}

/** What summary.json tells of every file. */
export function filesTold(files: TransferFile[], trained: Trained[]) {
  return files.map(({ name, info, column, classes, ignored }, i) => ({
    species: name,
    name: info.name,
    fingerprint: info.fingerprint,
    cells: info.cells,
    genes: info.genes,
    matrix: info.matrix,
    orthologs: column && { column: column.heading, genes: column.found, ...trained[i]!.rows },
    classes,
    left_out: ignored,
    trained_on: trained[i]!.head.sampled,
    verdict: trained[i]!.head.verdict,
  }));
}

/** What summary.json tells of every pair. */
export function pairsTold(asked: Asked[]) {
  return { averages: transferMeans(asked.map(({ pair }) => pair)), pairs: asked.map(({ pair, matches }) => ({ ...pair, matches })) };
}

const count = (value: number) => value.toLocaleString("en");

/** Sentences for a person: which genes and cells take part, and which do not. */
export function transferNotes(least: number, files: TransferFile[], trained: Trained[], asked: Asked[]): string[] {
  const said = files.flatMap(({ name, info, column, ignored }, i) => {
    const { sampled, cells } = trained[i]!.head;
    return [
      column &&
        `${info.name} is read by the column ${column.heading}, which names ${count(column.found)} of its ${count(info.genes)} ` +
          `genes${column.rival ? `; the column of ${column.rival} names nearly as many: --species says which it is` : ""}.`,
      ignored.length > 0 &&
        `No class of ${name}, for fewer than ${least} cells or by name: ` +
          `${ignored.map((one) => `${one.label} (${count(one.cells)})`).join(", ")}.`,
      sampled < cells && `Of ${name} ${count(sampled)} of ${count(cells)} labelled cells are trained on, which is what memory takes.`,
    ].filter((sentence) => typeof sentence === "string");
  });
  const ambiguous = trained[0]!.rows?.ambiguous ?? 0;
  if (ambiguous > 0)
    said.push(`${count(ambiguous)} rows of the table are left out: in a column that is used, their gene is another row's too.`);
  const pairs = asked.map(({ pair }) => pair);
  const left = pairs.reduce((sum, { leftOut }) => sum + leftOut, 0);
  const all = pairs.reduce((sum, { cells, leftOut }) => sum + cells + leftOut, 0);
  if (left > 0)
    said.push(
      `${count(left)} of ${count(all)} cells, over all pairs, are not scored: they have no label, or one that is no class of the ` +
        `model (cells_left_out in transfer.csv).`,
    );
  const none = pairs.filter(({ cells }) => cells === 0);
  if (none.length > 0)
    said.push(`No class in common, so no score: ${none.map(({ trained: from, tested }) => `${from} and ${tested}`).join("; ")}.`);
  return said;
}
