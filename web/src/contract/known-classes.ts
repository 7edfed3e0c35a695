import type { ManifestHead } from "./manifest";
import type { ClassInfo, HeadInfo, Phenotype } from "./types";

/** A class as its manifest states it. */
export const classInfo = ({ label, ontology_id, cells }: ManifestHead["classes"][number]): ClassInfo => ({
  label,
  ontologyId: ontology_id,
  ...(cells === undefined ? {} : { cells }),
});

/** What is asked of a model here: its species and what it predicts. */
export interface Knowing {
  species: string;
  heads: readonly Pick<HeadInfo, "phenotype" | "classes">[];
}

/** Classes of a phenotype that any of some models knows, each once; of several models' real cells the most count. */
export function knownClasses(models: readonly Knowing[], phenotype: Phenotype): ClassInfo[] {
  const found = new Map<string, ClassInfo>();
  for (const { heads } of models)
    for (const head of heads.filter((one) => one.phenotype === phenotype))
      for (const one of head.classes) {
        const key = one.ontologyId || one.label.toLowerCase();
        const before = found.get(key);
        if (!before) found.set(key, one);
        else if ((one.cells ?? -1) > (before.cells ?? -1)) found.set(key, { ...before, cells: one.cells! });
      }
  return [...found.values()];
}

/** What a class was learned from, in words; empty where its model does not state it. */
export function learnedFrom({ cells }: Pick<ClassInfo, "cells">): string {
  return cells === undefined
    ? ""
    : cells === 0
      ? "profiles only"
      : `${cells.toLocaleString("en-US")} real ${cells === 1 ? "cell" : "cells"}`;
}

/** How many classes were learned from real cells, how many from profiles alone, and how many do not say. */
export function origins(classes: readonly ClassInfo[]): { cells: number; profiles: number; unstated: number } {
  const counts = { cells: 0, profiles: 0, unstated: 0 };
  for (const { cells } of classes) counts[cells === undefined ? "unstated" : cells > 0 ? "cells" : "profiles"]++;
  return counts;
}

/** The two tissues that most of the real cells came from, most first; fewer where there are fewer. */
export function mostTissues(models: readonly Knowing[]): string[] {
  return knownClasses(models, "tissue")
    .filter(({ cells }) => (cells ?? 0) > 0)
    .sort((a, b) => b.cells! - a.cells!)
    .slice(0, 2)
    .map(({ label }) => label);
}

/** What classes were learned from, as part of a sentence: `16 learned from real cells, 47 from profiles only`; empty where none says. */
export function originWords(classes: readonly ClassInfo[], tissues: readonly string[] = []): string {
  const { cells, profiles, unstated } = origins(classes);
  const of = cells > 0 && tissues.length > 0 ? `, mostly of ${tissues.join(" and ")}` : "";
  return [
    ...(cells > 0 ? [`${cells} learned from real cells${of}`] : []),
    ...(profiles > 0 ? [`${profiles} from profiles only`] : []),
    ...(unstated > 0 && cells + profiles > 0 ? [`${unstated} not stated`] : []),
  ].join(of ? "; " : ", ");
}
