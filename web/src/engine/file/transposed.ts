import type { Notice } from "../../contract/types";
import { unwrap, withAnalysis, type CoreModule } from "../base/core";
import type { Reader } from "../readers/reader";

/** Names that are looked at: no species has more genes. */
const MOST_GENES = 200_000;
/** A cell's barcode, with or without a sample before and a number behind it. */
const BARCODE = /^(.*[_#:-])?[ACGT]{8,}([-_.].*)?$/;

/**
 * Says where genes lie in rows and cells in columns: rows are named as genes are, with mitochondrial ones or Ensembl
 * ids, and columns are not.
 */
export async function transposedNotice(core: CoreModule, reader: Reader, matrix: string): Promise<Notice[]> {
  if (reader.cells < 50 || reader.cells > MOST_GENES) return [];
  const { ids, alternatives } = await reader.geneIds(matrix);
  const columns = judge(
    core,
    ids,
    alternatives.map(({ values }) => values),
  );
  if (columns.mitochondrial > 0 || columns.byIds) return [];
  const rows = judge(core, await reader.cellIds(), []);
  if (rows.species === "unknown" || !(rows.mitochondrial > 0 || rows.byIds)) return [];
  return [
    {
      code: "transposed",
      message:
        `Genes lie in rows and cells in columns: the rows of ${reader.name} are named as ${rows.species} genes are ` +
        `(${rows.why.replace(/\.$/, "")}). Have it read with cells in columns (--transposed on the command line, the ` +
        `button here), or write adata.T.`,
    },
  ];
}

function judge(
  core: CoreModule,
  ids: string[],
  others: string[][],
): { species: string; why: string; mitochondrial: number; byIds: boolean } {
  const looked = ids.slice(0, 2000);
  const barcodes = looked.filter((id) => BARCODE.test(id)).length;
  if (barcodes * 2 > looked.length) return { species: "unknown", why: "", mitochondrial: 0, byIds: false };
  const { species, why, mitochondrial_genes } = withAnalysis(core, (analysis) =>
    unwrap(analysis.set_genes({ ids: ids.join("\n"), alternatives: others.map((names) => names.join("\n")), values: "counts" })),
  );
  return { species, why, mitochondrial: mitochondrial_genes, byIds: /Ensembl ids/.test(why) };
}
