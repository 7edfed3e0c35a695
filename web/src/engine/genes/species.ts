import type { Manifest } from "../../contract/manifest";
import type { Species } from "../../contract/types";
import { unwrap, withAnalysis, type CoreModule } from "../base/core";
import type { GeneIds } from "../contract/cells";

/** Whose genes these are and why, by the core's one rule for files and models. */
export function speciesOf(core: CoreModule, { ids, alternatives }: GeneIds): { species: Species; why: string } {
  const names = { ids: ids.join("\n"), alternatives: alternatives.map(({ values }) => values.join("\n")) };
  const { species, why } = withAnalysis(core, (analysis) => unwrap(analysis.set_genes({ ...names, values: "counts" })));
  return { species, why };
}

/** A species as manifests name it. */
export function inManifest(species: Species): Manifest["species"] {
  return (["human", "mouse"] as const).find((one) => one === species) ?? "other";
}
