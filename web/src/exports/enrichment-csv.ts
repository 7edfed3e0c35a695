import type { EnrichmentReport } from "../contract/operations/gene-sets";
import type { Table } from "./table-csv";

/** Seven digits are plenty of what chance decides. */
const digits = (value: number) => Number(value.toPrecision(7));

/** enrichment.csv: every set tested, group by group, by p. */
export function enrichmentTable(reports: { group: string; report: EnrichmentReport }[]): Table {
  return {
    columns: [
      "group",
      "set",
      "method",
      "size",
      "overlap",
      "expected",
      "odds_ratio",
      "odds_low",
      "odds_high",
      "es",
      "nes",
      "share",
      "matched_share",
      "matched_low",
      "matched_high",
      "p",
      "q",
      "genes",
      "background",
    ],
    rows: reports.flatMap(({ group, report }) =>
      report.found.map((one) => [
        group,
        one.name,
        report.method,
        one.size,
        digits(one.overlap),
        digits(one.expected),
        digits(one.odds.value),
        digits(one.odds.low),
        digits(one.odds.high),
        digits(one.es),
        digits(one.nes),
        digits(one.share),
        digits(one.matched.value),
        digits(one.matched.low),
        digits(one.matched.high),
        digits(one.p),
        digits(one.q),
        one.genes.join(" "),
        report.background,
      ]),
    ),
  };
}

/** set-overlaps.csv: which of the strongest sets share genes of the background. */
export function overlapTable({ found, overlaps }: EnrichmentReport): Table {
  return {
    columns: ["set", "other", "shared", "jaccard", "overlap_coefficient", "set_q", "other_q"],
    rows: overlaps.map(({ first, second, shared, jaccard, coefficient }) => [
      found[first]!.name,
      found[second]!.name,
      shared,
      digits(jaccard),
      digits(coefficient),
      digits(found[first]!.q),
      digits(found[second]!.q),
    ]),
  };
}
