import { readFileSync } from "node:fs";
import { tsvParse } from "d3-dsv";
import type { AttributionReport } from "../../../web/src/contract/operations/attribution";

/** Words of PanglaoDB for the labels of pbmc3k. */
const PANGLAO: Record<string, string[]> = {
  "CD14+ Mono": ["Monocytes"],
  "FCGR3A+ Mono": ["Monocytes"],
  B: ["B cells", "B cells naive", "B cells memory"],
  NK: ["NK cells"],
  "CD8 T": ["T cells", "T cells naive", "T cytotoxic cells", "T memory cells"],
  "Naive CD4 T": ["T cells", "T cells naive", "T helper cells"],
  "Memory CD4 T": ["T cells", "T memory cells", "T helper cells"],
  DC: ["Dendritic cells"],
};
const FIRST = 20;
/** Genes that fewer of a label's cells express are left out of the whole ranking. */
const EXPRESSED = 0.05;
/** The commonest genes, besides ribosomal and mitochondrial ones, that every cell needs. */
const COMMON = new Set(
  (
    "ACTB GAPDH B2M EEF1A1 EEF1B2 EEF1D EEF1G EEF2 TPT1 TMSB4X TMSB10 FTL FTH1 MALAT1 FAU UBA52 UBB UBC NACA PABPC1 HSPA8 PPIA PPIB " +
    "PFN1 CFL1 MYL6 OAZ1 GNB2L1 BTF3 EIF1 H3F3A H3F3B COX4I1 COX7C ATP5E PTMA SERF2 YBX1 NPM1 HNRNPA1"
  ).split(" "),
);
const isHousekeeping = (symbol: string) => /^(RP[SL]|MRP[SL]|MT-)/.test(symbol) || COMMON.has(symbol);

/** How well rankings by attribution name known markers: means over the labels. */
export interface KnownMarkers {
  /** Shares of the first twenty genes that speak for the label. */
  known: number;
  housekeeping: number;
  /** Of all expressed genes by size of attribution. */
  auroc: number;
}

/** PanglaoDB's human markers of each label. */
export function readMarkers(path: string): Map<string, Set<string>> {
  const rows = tsvParse(readFileSync(path, "utf8")).filter((row) => row.species?.includes("Hs"));
  return new Map(
    Object.entries(PANGLAO).map(([label, types]) => [
      label,
      new Set(rows.filter((row) => types.includes(row["cell type"]!)).map((row) => row["official gene symbol"]!)),
    ]),
  );
}

/** Share of pairs of a marker and another gene in which the marker's size is larger; ties count half. */
function auroc(sizes: number[], isMarker: boolean[]): number {
  const order = [...sizes.keys()].sort((a, b) => sizes[a]! - sizes[b]!);
  let sum = 0;
  for (let first = 0; first < order.length;) {
    let last = first;
    while (last + 1 < order.length && sizes[order[last + 1]!] === sizes[order[first]!]) last++;
    for (let i = first; i <= last; i++) if (isMarker[order[i]!]) sum += (first + last) / 2 + 1;
    first = last + 1;
  }
  const markers = isMarker.filter(Boolean).length;
  return (sum - (markers * (markers + 1)) / 2) / (markers * (isMarker.length - markers));
}

/**
 * A report by pbmc3k's own labels compared with PanglaoDB. `expressed` is a report of a linear model, which counts every
 * measured gene of the same vocabulary; a gene that `report` lacks has no attribution.
 */
export function knownMarkers(report: AttributionReport, expressed: AttributionReport, markers: Map<string, Set<string>>): KnownMarkers {
  const scores = expressed.groups
    .filter(({ name }) => markers.has(name))
    .map((all): KnownMarkers => {
      const known = markers.get(all.name)!;
      const { mean } = report.groups.find(({ name }) => name === all.name)!;
      const of = new Map(report.symbols.map((symbol, gene) => [symbol, mean[gene]! || 0]));
      const first = [...of].sort((a, b) => b[1] - a[1]).slice(0, FIRST);
      const share = (is: (symbol: string) => boolean) => first.filter(([symbol]) => is(symbol)).length / FIRST;
      const genes = expressed.symbols.filter((_, gene) => all.expressedShare[gene]! > EXPRESSED);
      return {
        known: share((symbol) => known.has(symbol)),
        housekeeping: share(isHousekeeping),
        auroc: auroc(
          genes.map((symbol) => Math.abs(of.get(symbol) ?? 0)),
          genes.map((symbol) => known.has(symbol)),
        ),
      };
    });
  const mean = (key: keyof KnownMarkers) => scores.reduce((sum, score) => sum + score[key], 0) / scores.length;
  return { known: mean("known"), housekeeping: mean("housekeeping"), auroc: mean("auroc") };
}
