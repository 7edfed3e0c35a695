import { shortClass } from "../../plots/class-names";
import * as state from "../store";

/** A class's whole name with its ontology id, where a model says which it is. */
export function classTitle(phenotype: string, label: string): string {
  const id = state.heads.value.find((head) => head.phenotype === phenotype)?.classes.find((one) => one.label === label)?.ontologyId;
  return id ? `${label} (${id})` : label;
}

/** A class by its short name; the ontology's name and id are a hover away. */
export function ClassName({ phenotype, label }: { phenotype: string; label: string }) {
  return <span title={classTitle(phenotype, label)}>{shortClass(label)}</span>;
}
