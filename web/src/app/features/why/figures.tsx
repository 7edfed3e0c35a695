import { useMemo } from "preact/hooks";
import { attributionTable, markerOf, rankedGenes } from "../../../exports/attribution-csv";
import { matchedRanks } from "../../../contract/matched-genes";
import { MARKER_OF, type AttributionGroup, type AttributionReport } from "../../../contract/operations/attribution";
import { count, qValue, value } from "../../../plots/format";
import { baseName } from "../export/base-name";
import { HousekeepingSwitch } from "../survey/parts";
import { useListed } from "./housekeeping";
import * as why from "./state";
import { isOfScores, LEFT_OUT, titleOf, type ExplainedTarget } from "./words";
import { Figure } from "../../ui/figure";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable } from "../../ui/sortable";
import { Term } from "../../ui/tip";

/** Genes for and against shown as bars. */
const GENES_FOR = 10;
const GENES_AGAINST = 5;
/** Rows of the table: the rest is in the CSV. */
const TABLE_GENES = 200;

const interval = (group: AttributionGroup, gene: number) => ({
  low: group.mean[gene]! - group.reach[gene]! * group.se[gene]!,
  high: group.mean[gene]! + group.reach[gene]! * group.se[gene]!,
});
/** Whose known marker a gene is, first of all of the class. */
const knownOf = ({ knownMarker }: AttributionGroup, gene: number): { known?: "class" | "against" } => {
  const bits = knownMarker[gene]!;
  return bits & MARKER_OF.class ? { known: "class" } : bits & MARKER_OF.against ? { known: "against" } : {};
};
const pick = (report: AttributionReport, name: string) => {
  why.gene.value = report.symbols.indexOf(name);
};

/** The sign of a known marker, with the type it is of. */
const marker = (group: AttributionGroup, gene: number) => {
  const name = markerOf(group, gene);
  const words = `known marker of ${name}`;
  return (
    name && (
      <span role="img" aria-label={words} title={words}>
        {" ◆"}
      </span>
    )
  );
};

export function BarsFigure({ report, group, target }: { report: AttributionReport; group: AttributionGroup; target: ExplainedTarget }) {
  const title = titleOf(target);
  const isListed = useListed(report);
  const data = useMemo(() => {
    const read = rankedGenes(group).filter(isListed);
    const supporting = read.filter((gene) => group.mean[gene]! > 0).slice(0, GENES_FOR);
    const opposing = read
      .filter((gene) => group.mean[gene]! < 0)
      .slice(0, GENES_AGAINST)
      .reverse();
    return {
      title: target.name,
      ...(target.rival === undefined ? {} : { rival: target.rival }),
      ...(isOfScores(report) ? { what: LEFT_OUT } : {}),
      bars: [...supporting, ...opposing].map((gene) => ({
        name: report.symbols[gene]!,
        mean: group.mean[gene]!,
        ...interval(group, gene),
        change: group.logFoldChange[gene]!,
        ...knownOf(group, gene),
        marker: markerOf(group, gene),
      })),
      markersOf: group.markersOf,
      onPick: (name: string) => pick(report, name),
    };
  }, [report, group, title, isListed]);
  const units = report.units === "donors" ? `${count(group.donors)} donors` : `${count(group.cells)} cells`;
  return (
    <Figure
      title="Genes for and against this label"
      name={`${baseName()}-${report.model}-genes`}
      data={data}
      draw={(plots, ...rest) => plots.attributionBars(...rest)}
      lead={
        <>
          {isOfScores(report) ? (
            `Mean loss of the score difference between ${title} and its rival when the gene is left out`
          ) : (
            <>
              Mean attribution to the <Term word="logit">logit</Term> of {title}
            </>
          )}
          , with 95% intervals over {units}. Blue: for, orange: against. Click a gene for details.
        </>
      }
      table={() => ({
        columns: ["gene", "mean", "low", "high", "log2_fold_change", "marker_of"],
        rows: data.bars.map((bar) => [bar.name, bar.mean, bar.low, bar.high, bar.change, bar.marker]),
      })}
    />
  );
}

/** The top genes of each group, each shown in all of them. */
export function HeatFigure({ report }: { report: AttributionReport }) {
  const isListed = useListed(report);
  const data = useMemo(() => {
    const groups = report.groups.filter(({ cells }) => cells > 0).slice(0, 16);
    const each = Math.max(1, Math.floor(20 / groups.length));
    const genes: number[] = [];
    for (const group of groups) {
      const best = rankedGenes(group)
        .filter((gene) => isListed(gene) && group.mean[gene]! > 0 && !genes.includes(gene))
        .slice(0, each);
      genes.push(...best);
    }
    const shown = genes.slice(0, 20);
    return {
      groups: groups.map(({ name }) => name),
      genes: shown.map((gene) => report.symbols[gene]!),
      values: groups.map((group) => shown.map((gene) => group.mean[gene]!)),
      what: "Mean attribution",
    };
  }, [report, isListed]);
  if (data.groups.length < 2) return null;
  return (
    <Figure
      title="Top genes of all groups"
      name={`${baseName()}-${report.model}-groups`}
      data={data}
      draw={(plots, ...rest) => plots.groupHeat(...rest)}
      lead={
        "The top genes of each group, and their mean attribution in the other groups. Blue: for, orange: against; " +
        "each gene on its own scale."
      }
      table={() => ({ columns: ["group", ...data.genes], rows: data.groups.map((group, g) => [group, ...data.values[g]!]) })}
    />
  );
}

export function GenesCard({ report, group }: { report: AttributionReport; group: AttributionGroup }) {
  const ranked = useMemo(() => rankedGenes(group), [group]);
  const matched = useMemo(() => matchedRanks(group.mean, group.meanAbs, group.expressedShare), [group]);
  const isListed = useListed(report);
  const rows = ranked.filter(isListed).slice(0, TABLE_GENES);
  const name = (gene: number) => (
    <>
      <i class="gene">{report.symbols[gene]}</i>
      {marker(group, gene)}
    </>
  );
  return (
    <Card
      title="All genes"
      lead={
        `The model reads ${count(ranked.length)} genes in these ` +
        `cells${ranked.length > TABLE_GENES ? `; the top ${TABLE_GENES} are listed, the CSV has all genes of all groups` : ""}.`
      }
      actions={<CsvButton name={`${baseName()}-${report.model}-attribution`} table={() => attributionTable(report)} />}
    >
      <div class="controls">
        <HousekeepingSwitch />
        {group.markersOf.some(Boolean) && (
          <small>
            ◆ <Term word="knownMarker">known marker</Term> of {group.markersOf.filter(Boolean).join(", ")}
          </small>
        )}
      </div>
      <div class="genes">
        <SortableTable
          caption="Genes by attribution"
          rows={rows}
          keyOf={(gene) => gene}
          onRow={(gene) => {
            why.gene.value = gene;
          }}
          rowLabel={(gene) => `Details of ${report.symbols[gene]}`}
          columns={[
            { key: "gene", title: "Gene", by: (gene) => report.symbols[gene]!, cell: name },
            {
              key: "mean",
              title: "Attribution",
              by: (gene) => group.mean[gene]!,
              cell: (gene) => (
                <>
                  {value(group.mean[gene]!)} <small>±{value(group.reach[gene]! * group.se[gene]!)}</small>
                </>
              ),
            },
            {
              key: "change",
              title: <Term word="logFoldChange">log₂ FC</Term>,
              by: (gene) => group.logFoldChange[gene]!,
              cell: (gene) => value(group.logFoldChange[gene]!),
            },
            {
              key: "positive",
              title: <Term word="signShare">For / against</Term>,
              by: (gene) => group.positiveShare[gene]!,
              cell: (gene) => `${Math.round(group.positiveShare[gene]! * 100)} / ${Math.round(group.negativeShare[gene]! * 100)}%`,
            },
            {
              key: "matched",
              title: <Term word="matchedRank">Matched</Term>,
              by: (gene) => -matched.rank[gene]! / matched.of[gene]!,
              cell: (gene) => (matched.of[gene]! > 0 ? `${matched.rank[gene]}/${matched.of[gene]}` : "–"),
            },
            {
              key: "nonzero",
              title: <Term word="nonzeroQ">Used, q</Term>,
              by: (gene) => -group.nonzeroQ[gene]!,
              cell: (gene) => qValue(group.nonzeroQ[gene]!),
            },
          ]}
        />
      </div>
    </Card>
  );
}
