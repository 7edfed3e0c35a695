import { AnalysisError } from "../../../contract/errors";
import {
  STABLE,
  type Grouping,
  type MarkerGroup,
  type MarkerList,
  type MarkerOrder,
  type MarkerRow,
  type MarkersReport,
} from "../../../contract/survey";
import { unwrap, type CoreModule } from "../../base/core";
import type { OpenedFile } from "../../file/opened-file";
import { splitClusters, splitNote, splitTests } from "./count-splitting";
import { donorDesign, donorNotes, donorSums, donorTests } from "./donors";
import { groupSums } from "./group-pass";
import type { SurveyJob } from "./gather";
import { geneKinds } from "../../genes/kinds";
import { rankGenes, rankTests, sampleCodes } from "./ranks";
import { clusterStability } from "./stability";
import { lastSurvey, surveyState, type KeptMarkers, type GroupTable, type RankResults } from "./state";

/** Cells ranked where no number is given: beyond it ranks say no more, and every 50 million values cost a pass. */
const RANKED = 100_000;
/** Rows of each group that a report shows. */
const SHOWN = 10;

interface Asked extends MarkerList {
  by: Grouping;
  donors: string | null;
  ranks: boolean;
  most: number;
  seed: number;
  split?: boolean;
}

export async function findMarkers(
  job: SurveyJob,
  { by, donors: column, ranks, most, seed, split: isSplit, ...list }: Asked,
): Promise<MarkersReport> {
  const started = performance.now();
  const { core, file, matrix } = job;
  const groups = await groupSums(job, by);
  const { names, sizes, codes, hasUnlabelled } = groups;
  const all = sizes.reduce((sum, size) => sum + size, 0);
  const unlabelled = hasUnlabelled ? names.length - 1 : -1;
  const tested = names.flatMap((_, g) => (g !== unlabelled && sizes[g]! >= 2 && all - sizes[g]! >= 2 ? [g] : []));
  if (tested.length === 0)
    throw new AnalysisError("bad-input", `Markers need a group with at least two cells and two others; by ${groups.by} there is none.`);
  const left = [...names.keys()].filter((g) => g !== unlabelled && sizes[g]! > 0 && !tested.includes(g));
  const whyLeft = (g: number) => `${names[g]} (${sizes[g]! < 2 ? "one cell" : "fewer than two other cells"})`;
  const notes = left.length > 0 ? [`Left out, as a test needs two cells on both sides: ${left.map(whyLeft).join(", ")}.`] : [];
  if (hasUnlabelled && sizes[unlabelled]! > 0)
    notes.push(
      `${sizes[unlabelled]!.toLocaleString("en")} cells without a label in ${groups.by} count in every group's rest, as in scanpy.`,
    );
  let rankResults: RankResults | null = null;
  let rankedCells = 0;
  if (ranks) {
    const sample = sampleCodes(job, codes, sizes, most || RANKED, seed);
    rankedCells = sample.cells;
    if (rankedCells < all)
      notes.push(
        `Ranks (Wilcoxon, AUC) are of ${rankedCells.toLocaleString("en")} of the ${all.toLocaleString("en")} cells, drawn so that ` +
          `every group is as large as it can be; the other columns are of all cells.`,
      );
    const { stored, cells } = file.matrixInfo(matrix);
    rankResults = await rankGenes(job, sample.codes, names.length, (stored / Math.max(1, cells)) * rankedCells);
  }
  const state = surveyState(file, matrix);
  state.forgetMarkers();
  const summed = column === null ? null : await donorSums(job, groups, column);
  const donors = typeof summed === "string" ? null : summed;
  const stability = by.kind === "clusters" ? await clusterStability(job, seed) : null;
  const split = !isSplit
    ? null
    : by.kind === "clusters"
      ? await splitClusters(job, seed)
      : "Counts were not split: that is for clusters found here.";
  const halves = typeof split === "string" ? null : split;
  const told = tested.map((g): MarkerGroup => ({
    name: names[g]!,
    cells: sizes[g]!,
    rest: all - sizes[g]!,
    ...donorDesign(donors, g),
    stability: stability?.[g] ?? null,
    splitJaccard: halves?.jaccard[g] ?? null,
  }));
  notes.unshift(...(stability ? clusterNotes(told) : []), ...(split ? [splitNote(split, told)] : []), ...donorNotes(summed, told));
  const isOverDonors = told.map(({ design }) => design !== null);
  const genes = await file.geneNames(matrix);
  const kept: KeptMarkers = (state.markers = {
    groups,
    tested,
    donors,
    isOverDonors,
    genes,
    ranks: rankResults,
    split: halves,
    tables: new Map(),
  });
  return {
    by: groups.by,
    groups: told,
    genes: file.matrixInfo(matrix).genes,
    cells: all,
    rankedCells,
    donors: donors && column,
    splitClusters: halves && halves.sizes.length,
    top: tested.map((_, place) => markerRows(core, kept, { group: place, ...list, first: 0, count: SHOWN }).rows),
    seconds: (performance.now() - started) / 1000,
    notes,
  };
}

/** What markers of clusters are not, and which clusters are not stable. */
function clusterNotes(groups: readonly MarkerGroup[]): string[] {
  const index = (value: number | null) => (value ?? NaN).toFixed(2).replace(/^0/, "");
  const listed = (some: readonly MarkerGroup[]) => some.map(({ name, stability }) => `${name} (${index(stability)})`).join(", ");
  const unstable = groups.filter(({ stability }) => !(stability! >= STABLE.least));
  const doubtful = groups.filter(({ stability }) => stability! >= STABLE.least && stability! < STABLE.from);
  const words = [
    ...(unstable.length > 0 ? [`unstable (Jaccard index under .6): ${listed(unstable)}`] : []),
    ...(doubtful.length > 0 ? [`doubtful (under .75): ${listed(doubtful)}`] : []),
  ];
  return [
    "Clusters were found in the same cells that are tested: p and q of their markers are too small even where there is one population " +
      "only. They rank genes; they are no evidence that a cluster is a population of its own.",
    `Clusters of ten subsamples of the cells compared with these: ${words.join("; ") || "all are stable (Jaccard index from .75)"}.`,
  ];
}

/** The tests of one group; a few are kept, so that paging through a table is quick and memory stays small. */
function tableOf(core: CoreModule, { groups, donors, ranks, split, tables }: KeptMarkers, group: number): GroupTable {
  const known = tables.get(group);
  if (known) return known;
  const tests = unwrap(groups.sums.tests({ group }));
  const genes = tests.mean.length;
  const none = () => new Float64Array(genes).fill(NaN);
  const ranked = ranks ? rankTests(core, ranks, groups.names.length, group) : { z: none(), auc: none(), p: none(), q: none() };
  const halved = (split && splitTests(split, group)) ?? { p: none(), q: none() };
  const over = donors ? donorTests(donors, group) : { logFoldChange: none(), t: none(), p: none(), q: none() };
  const table = {
    ...tests,
    donorLogFoldChange: over.logFoldChange,
    donorT: over.t,
    donorP: over.p,
    donorQ: over.q,
    z: ranked.z,
    zP: ranked.p,
    zQ: ranked.q,
    auc: ranked.auc,
    splitP: halved.p,
    splitQ: halved.q,
  };
  if (tables.size >= 4) tables.delete(tables.keys().next().value!);
  tables.set(group, table);
  return table;
}

/** The order asked for, or the nearest that a group has values of. */
function orderOf({ ranks, isOverDonors }: KeptMarkers, group: number, order: MarkerOrder): MarkerOrder {
  const cells = order === "donorT" && !isOverDonors[group] ? "z" : order;
  if (!ranks && cells === "effect") return "logFoldChange";
  return !ranks && (cells === "z" || cells === "auc") ? "t" : cells;
}

/**
 * What is sorted by. Effect: how far the AUC lies above chance, times the size of the fold change. Times the AUC itself, genes of a few
 * cells would lead: the fold change of what the rest lacks has no bound, and their AUC is .5.
 */
function valuesOf(table: GroupTable, order: MarkerOrder, change: Float64Array): Float64Array {
  return order === "effect" ? table.auc.map((auc, gene) => (2 * auc - 1) * Math.abs(change[gene]!)) : table[order];
}

/** Rows of one group by an order, largest first; genes without a value come last. */
export function markerRows(
  core: CoreModule,
  kept: KeptMarkers,
  {
    group,
    order,
    first,
    count,
    find,
    least = -Infinity,
    withoutHousekeeping = false,
  }: { group: number; first: number; count: number; find?: string } & MarkerList,
): { rows: MarkerRow[]; total: number } {
  const place = kept.tested[group];
  if (place === undefined) throw new AnalysisError("bad-input", `There is no group ${group} among the ${kept.tested.length} tested.`);
  const table = tableOf(core, kept, place);
  const { symbols, ensemblIds } = kept.genes;
  const change = kept.isOverDonors[group] ? table.donorLogFoldChange : table.logFoldChange;
  const by = valuesOf(table, orderOf(kept, group, order), change);
  const typed = find?.trim().toLowerCase() ?? "";
  const kinds = withoutHousekeeping ? geneKinds(core, kept.genes) : null;
  const isListed = (gene: number) =>
    !typed || symbols[gene]!.toLowerCase().includes(typed) || ensemblIds[gene]!.toLowerCase().includes(typed);
  const isLarge = (gene: number) => least === -Infinity || change[gene]! >= least;
  const genes = Int32Array.from(symbols.keys()).filter((gene) => isListed(gene) && isLarge(gene) && !kinds?.[gene]);
  const value = (gene: number) => (Number.isNaN(by[gene]!) ? -Infinity : by[gene]!);
  genes.sort((a, b) => value(b) - value(a) || a - b);
  const rows = Array.from(genes.slice(first, first + count), (gene): MarkerRow => ({
    gene,
    symbol: symbols[gene]!,
    ensemblId: ensemblIds[gene]!,
    mean: table.mean[gene]!,
    meanRest: table.meanRest[gene]!,
    fraction: table.fraction[gene]!,
    fractionRest: table.fractionRest[gene]!,
    logFoldChange: table.logFoldChange[gene]!,
    donorLogFoldChange: table.donorLogFoldChange[gene]!,
    donorT: table.donorT[gene]!,
    donorP: table.donorP[gene]!,
    donorQ: table.donorQ[gene]!,
    t: table.t[gene]!,
    tP: table.p[gene]!,
    tQ: table.q[gene]!,
    z: table.z[gene]!,
    zP: table.zP[gene]!,
    zQ: table.zQ[gene]!,
    auc: table.auc[gene]!,
    splitP: table.splitP[gene]!,
    splitQ: table.splitQ[gene]!,
  }));
  return { rows, total: genes.length };
}

export function keptMarkers(file: OpenedFile): KeptMarkers {
  const { markers } = lastSurvey(file);
  if (!markers) throw new AnalysisError("bad-input", "Markers have not been sought yet.");
  return markers;
}
