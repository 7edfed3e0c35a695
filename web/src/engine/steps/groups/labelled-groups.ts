import { AnalysisError } from "../../../contract/errors";
import type { GroupRow, GroupsBy, GroupsReport, MarkerHits } from "../../../contract/groups";
import type { GroupsOperations } from "../../../contract/operations/groups";
import type { HeadInfo, Phenotype } from "../../../contract/types";
import { donorsOf } from "../../file/donors";
import type { OpenedFile } from "../../file/opened-file";
import { headOf, NO_CLASS, type HeadStore } from "../../file/scores";
import { sampledOf, weights } from "../../results/shares";
import type { Job } from "../../pool/job";
import { farCells } from "../../results/batch-shift";
import { resolveGroups } from "../survey/grouping";
import type { Groups } from "../survey/state";
import { comparedModels, type ComparedModel } from "../trust/disagreement";
import { NOT_COMPARED } from "../trust/same-class";
import { topGenes } from "./group-genes";
import { knownMarkers, type KnownMarkers } from "./known-markers";
import { FEWEST_MARKERS, judgedGroup, ratherOf } from "./suspicion";

/** Top genes that a row names. */
export const SHOWN = 12;

type Asked = GroupsOperations["labelledGroups"]["request"];

/** Of a row of a given group: everything but its genes. */
export type Tally = Pick<
  GroupRow,
  "group" | "cells" | "donors" | "label" | "ontologyId" | "share" | "entropy" | "probability" | "agreement" | "far"
> & {
  code: number;
};

async function groupsOf(file: OpenedFile, by: GroupsBy, store: HeadStore): Promise<Groups> {
  if (by.kind !== "classes") return resolveGroups(file, by);
  const { labels, codes } = store.labelled();
  return { by: `predicted ${store.head.phenotype.replaceAll("_", " ")}`, names: labels, codes };
}

/** Sums over the labelled cells of each group. */
function tally(
  { codes, names }: Groups,
  store: HeadStore,
  others: readonly ComparedModel[],
  far: Uint8Array | null,
  donors: Int32Array | null,
  weightOf: (cell: number) => number,
) {
  const groups = names.map(() => ({
    cells: 0,
    weight: 0,
    votes: new Map<number, number>(),
    entropy: 0,
    probability: 0,
    compared: 0,
    same: 0,
    far: 0,
    donors: new Set<number>(),
  }));
  codes.forEach((group, cell) => {
    const code = store.top[cell * store.k]!;
    if (group < 0 || code === NO_CLASS) return;
    const one = groups[group]!;
    const weight = weightOf(cell);
    if (weight === 0) return;
    one.cells++;
    one.weight += weight;
    one.votes.set(code, (one.votes.get(code) ?? 0) + weight);
    one.entropy += weight * store.entropy[cell]!;
    one.probability += weight * store.probability[cell * store.k]!;
    for (const other of others) {
      if (other.cells[cell] === NOT_COMPARED) continue;
      one.compared += weight;
      if (other.cells[cell] === 0) one.same += weight;
    }
    if (far?.[cell]) one.far += weight;
    if (donors && donors[cell]! >= 0) one.donors.add(donors[cell]!);
  });
  return groups;
}

/** What one model says of the labelled cells of each group; null for a group of none. Throws AnalysisError("bad-input") where all are. */
export async function talliesOf(
  { core, file, matrix, models }: Pick<Job, "core" | "file" | "matrix" | "models">,
  { model, phenotype }: { model: string; phenotype: Phenotype },
  groups: Groups,
  people: { codes: Int32Array } | null,
): Promise<(Tally | null)[]> {
  const result = file.result(model, matrix);
  const store = headOf(result, phenotype);
  const far = await farCells(core, models, result);
  // Drawn cells count for as many of their stratum as they stand for.
  const weightOf = result.strata && sampledOf(result) ? weights(result, result.strata) : () => 1;
  const tallies = tally(groups, store, await comparedModels(file, model, phenotype), far, people?.codes ?? null, weightOf);
  if (tallies.every(({ cells }) => cells === 0))
    throw new AnalysisError("bad-input", `No cell has both a label and a group by ${groups.by}.`);
  return tallies.map((one, group) => {
    if (one.cells === 0) return null;
    const [code, votes] = [...one.votes].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]!;
    const { label, ontologyId } = store.head.classes[code]!;
    return {
      group: groups.names[group]!,
      cells: one.cells,
      donors: people && one.donors.size,
      code,
      label,
      ontologyId,
      share: votes / one.weight,
      entropy: one.entropy / one.weight,
      probability: one.probability / one.weight,
      agreement: one.compared > 0 ? one.same / one.compared : null,
      far: far && one.far / one.weight,
    };
  });
}

/** How each class's markers stand among top genes; classes of too few measured markers are left out. */
export function hitsOf({ byClass }: KnownMarkers, head: HeadInfo, top: Int32Array): Map<number, MarkerHits> {
  const isTop = new Set(top);
  const hits = new Map<number, MarkerHits>();
  for (const [code, markers] of byClass) {
    if (markers.length < FEWEST_MARKERS) continue;
    const names = (wanted: boolean) => markers.filter(({ gene }) => isTop.has(gene) === wanted).map(({ name }) => name);
    hits.set(code, { label: head.classes[code]!.label, found: names(true), missing: names(false) });
  }
  return hits;
}

/** A class's own markers among some top genes, and the class whose markers these fit clearly better. */
export function markersOf(known: KnownMarkers, hits: Map<number, MarkerHits>, code: number): Pick<GroupRow, "markers" | "rather"> {
  const own = hits.get(code) ?? null;
  const expected = (other: number) => known.kin && (known.kin.get(code)?.get(other) ?? 0);
  const rivals = [...hits].filter(([other]) => other !== code).map(([other, hit]) => ({ hits: hit, expected: expected(other) }));
  return { markers: own, rather: ratherOf(own, rivals) };
}

/** Every group of cells with its label and what speaks against it, the most suspicious first. */
export async function labelledGroups(job: Job, { model, phenotype, by, donors, markers: own }: Asked): Promise<GroupsReport> {
  const started = performance.now();
  const { file, matrix, models } = job;
  const store = headOf(file.result(model, matrix), phenotype);
  const groups = await groupsOf(file, by, store);
  const known = await knownMarkers(file, matrix, store.head, await models.aliases(), own);
  const people = donors === undefined ? null : await donorsOf(file, donors);
  const tallies = await talliesOf(job, { model, phenotype }, groups, people);
  const tops = phenotype === "cell_type" ? await topGenes(job, groups) : null;
  const { symbols } = await file.geneNames(matrix);
  const rows = tallies.flatMap((one, group): GroupRow[] => {
    if (!one) return [];
    const { code, ...said } = one;
    const top = tops?.[group] ?? null;
    const hits = top ? hitsOf(known, store.head, top) : new Map<number, MarkerHits>();
    const genes = Array.from(top?.subarray(0, SHOWN) ?? [], (gene) => symbols[gene]!);
    return [judgedGroup({ ...said, topGenes: genes, ...markersOf(known, hits, code) }, people?.categories.length ?? 0)];
  });
  return {
    model,
    phenotype,
    by: groups.by,
    donors: donors ?? null,
    rows: rows.sort((a, b) => b.suspicion - a.suspicion || b.cells - a.cells),
    markers: { source: known.source, classes: known.byClass.size },
    seconds: (performance.now() - started) / 1000,
    notes: known.notes,
  };
}
