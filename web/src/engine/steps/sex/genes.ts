import type { SexGenes } from "../../file/sex";
import type { GeneNames } from "../../genes/names";

/** Expressed from the inactive X alone: on in cells with two X chromosomes. Symbols of human and mouse differ in case only. */
const X_GENES = { XIST: ["ENSG00000229807", "ENSMUSG00000086503"] };
/**
 * Genes of the Y chromosome that most tissues express (Tukiainen et al. 2017; Eif2s3y in mice). TMSB4Y and NLGN4Y are left out:
 * reads of their relatives on the X are counted for them in women.
 */
const Y_GENES = {
  RPS4Y1: ["ENSG00000129824"],
  DDX3Y: ["ENSG00000067048", "ENSMUSG00000069045"],
  EIF1AY: ["ENSG00000198692"],
  KDM5D: ["ENSG00000012817", "ENSMUSG00000056673"],
  UTY: ["ENSG00000183878", "ENSMUSG00000068457"],
  ZFY: ["ENSG00000067646"],
  USP9Y: ["ENSG00000114374"],
  EIF2S3Y: ["ENSMUSG00000069049"],
};

/** Finds the genes of sex by symbol or Ensembl id; `columns` are the matrix's. */
export function sexGenes(names: GeneNames, columns: number): SexGenes {
  const marks = new Uint8Array(columns);
  const byId = new Map<string, number[]>();
  names.ensemblIds.forEach((id, column) => id && byId.set(id, [...(byId.get(id) ?? []), column]));
  const found = (genes: Record<string, string[]>, mark: number) =>
    Object.entries(genes).flatMap(([symbol, ids]) => {
      const at = names.find(symbol) ?? ids.flatMap((id) => byId.get(id) ?? []);
      for (const column of at) marks[column] = mark;
      return at.length > 0 ? [names.symbols[at[0]!]!] : [];
    });
  return { x: found(X_GENES, 1), y: found(Y_GENES, 2), marks };
}

/** A sentence where the file measures none of the genes that tell sex, or those of one sex alone; null where sex can be told. */
export function cannotTellSex({ x, y }: Pick<SexGenes, "x" | "y">): string | null {
  if (x.length > 0 && y.length > 0) return null;
  const yNames = `gene of the Y chromosome (${Object.keys(Y_GENES).slice(0, 4).join(", ")} ...)`;
  if (x.length === 0 && y.length === 0) return `Sex cannot be determined: neither XIST nor a ${yNames} is measured.`;
  return `Sex cannot be determined: ${x.length > 0 ? `no ${yNames}` : "XIST"} is ${x.length > 0 ? "" : "not "}measured.`;
}
