/** What the genes of sex say: a sex, or why it cannot be told. */
export type SexVerdict = "female" | "male" | "unmeasured" | "few" | "mixed" | "maybe-mixed" | "both";

/** The verdict on a donor's cells, or on all cells, and what it rests on. */
export interface SexUnit {
  /** The donor; the file's name where there are no donors. */
  name: string;
  verdict: SexVerdict;
  cells: number;
  /** Counts of XIST and of genes of the Y chromosome; of values that are no counts: cells with any. */
  x: number;
  y: number;
  /** All counts; NaN of values that are no counts. */
  total: number;
  /** Cells with XIST alone, with Y genes alone and with both; how many would have both by chance, and P(as few). */
  xOnly: number;
  yOnly: number;
  both: number;
  expectedBoth: number;
  pExclusive: number;
  /** The verdict with its reason, in a sentence. */
  says: string;
}

/** Sex by counted genes, no model's prediction. */
export interface SexReport {
  matrix: string;
  /** obs column of donors; null where all cells were taken as one. */
  donors: string | null;
  /** Genes that the file measures, of XIST and of those of the Y chromosome. */
  genes: { x: string[]; y: string[] };
  /** False where the matrix holds no counts: cells are counted that have any, and single cells are not judged. */
  areCounts: boolean;
  units: SexUnit[];
  /** Cells told by their own counts. */
  cells: { female: number; male: number; unknown: number };
}

/** What is told of one cell: by its donor's cells, by its own counts, and those counts. */
export interface CellSex {
  donor: string;
  cell: string;
  x: number;
  y: number;
}

/** Columns that the engine makes of what was judged; no column of obs goes by these names. */
export const SEX_OF_CELL_COLUMN = "Sex of cell (counted)";
export const sexColumn = (donors: string | null): string => `Sex by ${donors ?? "all cells"} (counted)`;

/** Counts per million of all, as text: two digits, or whole from 10; "" where there is no total. */
export function perMillion(value: number, total: number): string {
  if (!(total > 0)) return "";
  const rate = (1e6 * value) / total;
  return `${rate === 0 ? "0" : rate < 10 ? rate.toPrecision(2) : Math.round(rate).toLocaleString("en")} per million`;
}

/** A verdict in a few words. */
export const SEX_WORDS: Record<SexVerdict, string> = {
  female: "female",
  male: "male",
  unmeasured: "cannot tell: genes not measured",
  few: "cannot tell: too few counts",
  mixed: "cannot tell: cells of both sexes",
  "maybe-mixed": "cannot tell: may be cells of both sexes",
  both: "cannot tell: XIST and Y genes",
};

export const isTold = (verdict: SexVerdict): verdict is "female" | "male" => verdict === "female" || verdict === "male";
