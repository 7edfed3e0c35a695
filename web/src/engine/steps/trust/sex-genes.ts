import type { GeneNames } from "../../genes/names";

/** Expressed from the inactive X alone: on in cells with two X chromosomes. */
const FEMALE = "XIST";
/** Broadly expressed genes of the Y chromosome outside the pseudoautosomal regions (Tukiainen et al. 2017). */
const MALE = ["RPS4Y1", "DDX3Y", "UTY", "KDM5D", "EIF1AY", "USP9Y"];

/** A sentence where the file measures none of the genes that tell sex, or those of one sex alone; null where sex can be told. */
export function cannotTellSex(names: GeneNames): string | null {
  const hasFemale = names.find(FEMALE) !== undefined;
  const hasMale = MALE.some((gene) => names.find(gene) !== undefined);
  if (hasFemale && hasMale) return null;
  if (!hasFemale && !hasMale)
    return `Sex cannot be told: neither ${FEMALE} nor a gene of the Y chromosome (${MALE.join(", ")}) is measured.`;
  return `Sex cannot be told: ${hasFemale ? `no gene of the Y chromosome (${MALE.join(", ")})` : FEMALE} is measured.`;
}
