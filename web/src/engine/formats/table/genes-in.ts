/** Genes that nearly every table of expression has, in any case. */
const EVERYWHERE = new Set(
  "ACTB GAPDH B2M MALAT1 EEF1A1 EEF2 FTL FTL1 FTH1 TMSB4X TMSB10 UBC TPT1 PTPRC CD74 HSPA8 VIM TUBA1B NOC2L SOX2".split(" "),
);
/** Mitochondrial and ribosomal genes, those of antigen receptors, and genes named by their clones. */
const FAMILIES = /^(MT[-.]|RP[LS]P?\d|RP\d+[-.]\d+[A-Z]|A[CL]\d{6}\.\d|LINC\d|IG[HKL]V\d|TR[AB]V\d|HLA[-.])/i;
const ENSEMBL = /ENS[A-Z]*G\d{11}/;
/** Names of that kind by which a side is told to be genes. */
const LEAST = 3;

/** Which side of a table are genes by their names; null where none or both look so. */
export function genesIn(rows: readonly string[], columns: readonly string[]): "rows" | "columns" | null {
  const [inRows, inColumns] = [areGenes(rows), areGenes(columns)];
  return inRows === inColumns ? null : inRows ? "rows" : "columns";
}

function areGenes(names: readonly string[]): boolean {
  const ids = names.filter((name) => ENSEMBL.test(name)).length;
  if (ids * 2 > names.length) return true;
  const known = names.filter((name) => FAMILIES.test(name) || EVERYWHERE.has(name.toUpperCase())).length;
  return known >= Math.min(LEAST, names.length);
}
