import { remedy } from "../base/remedy";
import type { GeneVerdict, Notice } from "../../contract/types";
import { unwrap, withAnalysis, type CoreModule } from "../base/core";

/** A cell's barcode, with or without a sample before and a number behind it. */
const BARCODE = /^(.*[_#:-])?[ACGT]{8,}([-_.].*)?$/;

/** Cells from which rows can be told by their names. */
const LEAST_CELLS = 50;

/**
 * Says where genes lie in rows and cells in columns: rows are named as genes are, with mitochondrial ones or Ensembl
 * ids, and columns, judged as genes, are not.
 */
export function transposedNotice(core: CoreModule, file: string, columns: GeneVerdict, cells: string[]): Notice[] {
  if (cells.length < LEAST_CELLS || columns.mitochondrial > 0 || hasIds(columns.why)) return [];
  const rows = judge(core, cells);
  if (rows.species === "unknown" || !(rows.mitochondrial > 0 || hasIds(rows.why))) return [];
  return [
    {
      code: "transposed",
      message:
        `Genes lie in rows and cells in columns: the rows of ${file} are named as ${rows.species} genes are ` +
        `(${rows.why.replace(/\.$/, "")}). ` +
        remedy("Click “Read it with cells in columns”", "Have it read with cells in columns (--transposed)") +
        ", or write adata.T.",
    },
  ];
}

const hasIds = (why: string): boolean => /Ensembl ids/.test(why);

function judge(core: CoreModule, ids: string[]): { species: string; why: string; mitochondrial: number } {
  const looked = ids.slice(0, 2000);
  const barcodes = looked.filter((id) => BARCODE.test(id)).length;
  if (barcodes * 2 > looked.length) return { species: "unknown", why: "", mitochondrial: 0 };
  const {
    species,
    why,
    mitochondrial_genes: mitochondrial,
  } = withAnalysis(core, (analysis) => unwrap(analysis.set_genes({ ids: ids.join("\n"), alternatives: [], values: "counts" })));
  return { species, why, mitochondrial };
}
