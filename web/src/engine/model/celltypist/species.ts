import type { Manifest } from "../../../contract/manifest";

/** RIKEN clones and predicted genes are mouse's however they are written; at least so many settle it. */
const MOUSE_ALONE = /^(\d{7}[A-O]\d{2}RIK\d*|GM\d{3,})$/i;
const LEAST = 5;

/** Whose genes a model's are, by how their names are written: ACTB or Actb, ENSG or ENSMUSG. */
export function speciesOf(genes: string[]): Manifest["species"] {
  const share = (of: RegExp) => genes.filter((gene) => of.test(gene)).length / genes.length;
  if (share(/^ENSG\d/) > 0.5) return "human";
  if (share(/^ENSMUSG\d/) > 0.5) return "mouse";
  if (genes.filter((gene) => MOUSE_ALONE.test(gene)).length >= LEAST) return "mouse";
  if (share(/^[A-Z][a-z]*[a-z][a-z0-9.-]*$/) > 0.5) return "mouse";
  return share(/^[A-Z][A-Z0-9.-]*$|^C\d+orf\d+$/) > 0.5 ? "human" : "other";
}
