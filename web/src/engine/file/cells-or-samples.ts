/** Genes seen in the median row, beyond which no single cell of any protocol at hand lies, and samples do. */
const SAMPLE_GENES = 12_000;
/** The same where rows also hold a million counts. */
const SAMPLE_GENES_DEEP = 9_000;
const SAMPLE_COUNTS = 1e6;

const count = (number: number): string => Math.round(number).toLocaleString("en");

/** Whether rows are cells or samples. */
export function rowsOf(genes: number, counts: number): { isSamples: boolean; genes: number; says: string } {
  const isSamples = genes > SAMPLE_GENES || (genes > SAMPLE_GENES_DEEP && counts >= SAMPLE_COUNTS);
  return {
    isSamples,
    genes,
    says:
      `Each row looks like a sample, a mixture of cells (median ${count(genes)} genes, ${count(counts)} counts): ` +
      "labels of cells do not apply.",
  };
}
