import { MARKER_OF, type AttributionRequest } from "../../../contract/operations/attribution";
import type { ManifestHead } from "../../../contract/manifest";
import { unwrap } from "../../base/core";
import type { GeneNames } from "../../genes/names";
import type { Vocabulary } from "../../genes/vocabulary";
import type { Job } from "../../pool/job";
import { TypeMarkers } from "../annotation/type-markers";
import { sumsOf } from "../groups/group-genes";
import type { ChosenCells } from "./cells";

/** Fewer cells on a side give no fold change, as in tests of markers. */
const FEWEST = 2;

/** What is known of the genes of one group besides attributions, a value per column of a matrix. */
interface OfGroup {
  /** Of the genes that all files measure; null: no cells on one of the sides. */
  change: Float64Array | null;
  markers: Map<number, number>;
  names: [string, string];
}

/** Beside attributions: how each group's genes are expressed against all other cells, and which are known markers. */
export class GeneContext {
  private constructor(
    private readonly groups: OfGroup[],
    private readonly names: GeneNames,
    private readonly shared: GeneNames,
  ) {}

  /** A pass over the file, or none where the same groups were looked at last. */
  static async read(job: Job<unknown>, request: AttributionRequest, { classes }: ManifestHead, chosen: ChosenCells): Promise<GeneContext> {
    const { file, matrix, models } = job;
    const shared = { ...(job as Job), matrix: file.sharedGenes(matrix) };
    const changes = await foldChanges(shared, request, chosen);
    const types = request.phenotype === "cell_type" ? await TypeMarkers.read({ file, matrix, models }, undefined) : null;
    const groups = chosen.names.map((_, group): OfGroup => {
      const markers = new Map<number, number>();
      const [code, against] = [explained(chosen, chosen.codes, group), explained(chosen, chosen.against, group)];
      const named = ([[code, MARKER_OF.class] as const, [against, MARKER_OF.against] as const] as const).map(([which, bit]) => {
        const known = which >= 0 ? types?.ownOf(classes[which]!.label, classes[which]!.ontology_id) : null;
        for (const gene of known?.genes ?? []) markers.set(gene, (markers.get(gene) ?? 0) | bit);
        return known?.name ?? "";
      });
      return { change: changes[group]!, markers, names: [named[0]!, named[1]!] };
    });
    return new GeneContext(groups, await file.geneNames(matrix), await file.geneNames(shared.matrix));
  }

  /** A function of the group, for some genes of a model's vocabulary by their indices. */
  of({ symbols, ensemblIds, aliases }: Vocabulary, genes: Int32Array) {
    const known = new Set(symbols);
    const placesIn = (columns: GeneNames) =>
      Array.from(genes, (gene) => {
        // Another name that is a gene of its own means that gene.
        const others = aliases[gene]!.filter((name) => !known.has(name));
        const named = [ensemblIds[gene]!, symbols[gene]!, ...others].filter(Boolean);
        return named.flatMap((name) => columns.findListed(name) ?? [])[0] ?? -1;
      });
    const places = placesIn(this.names);
    const inAll = this.shared === this.names ? places : placesIn(this.shared);
    return (group: number) => {
      const { change, markers, names } = this.groups[group]!;
      return {
        logFoldChange: Float32Array.from(inAll, (place) => (place < 0 || !change ? NaN : change[place]!)),
        knownMarker: Uint8Array.from(places, (place) => markers.get(place) ?? 0),
        markersOf: names,
      };
    };
  }
}

/** The class that most of a group's cells are explained by; -1 where none has more than half of them. */
function explained({ groups }: ChosenCells, codes: Int32Array, group: number): number {
  const own = codes.filter((_, i) => groups[i] === group).sort();
  const middle = own[own.length >> 1] ?? -1;
  return own.filter((code) => code === middle).length > own.length / 2 ? middle : -1;
}

/** Log2 fold changes of each group's cells, those not explained included, against all other cells of the file. */
async function foldChanges(job: Job, { groupBy }: AttributionRequest, { names, groupOf }: ChosenCells): Promise<(Float64Array | null)[]> {
  const { file, matrix } = job;
  const { values } = file.matrixInfo(matrix);
  if (values === "scaled" || values === "empty" || groupBy.kind === "all") return names.map(() => null);
  const rest = names.length;
  const codes = groupOf.map((group) => (group < 0 ? rest : group));
  const { sums, sizes } = await sumsOf(job, { by: "cells explained", names: [...names, "the rest"], codes });
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return names.map((_, group) =>
    sizes[group]! < FEWEST || all - sizes[group]! < FEWEST ? null : unwrap(sums.tests({ group })).logFoldChange,
  );
}
