import { useMemo } from "preact/hooks";
import { attributionTable, rankedGenes } from "../../../exports/attribution-csv";
import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import { count, value } from "../../../plots/format";
import { baseName } from "../export/export";
import * as why from "./state";
import { Figure } from "../../ui/figure";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable } from "../../ui/sortable";
import { Term } from "../../ui/tip";

/** Genes for and against shown as bars. */
const FOR = 10;
const AGAINST = 5;
/** Rows of the table: the rest is in the CSV. */
const ROWS = 200;

const interval = (group: AttributionGroup, gene: number) => ({
  low: group.mean[gene]! - group.reach * group.se[gene]!,
  high: group.mean[gene]! + group.reach * group.se[gene]!,
});
const pick = (report: AttributionReport, name: string) => {
  why.gene.value = report.symbols.indexOf(name);
};

export function BarsFigure({ report, group, title }: { report: AttributionReport; group: AttributionGroup; title: string }) {
  const data = useMemo(() => {
    const read = rankedGenes(group);
    const pulls = read.filter((gene) => group.mean[gene]! > 0).slice(0, FOR);
    const pushes = read
      .filter((gene) => group.mean[gene]! < 0)
      .slice(0, AGAINST)
      .reverse();
    return {
      title,
      bars: [...pulls, ...pushes].map((gene) => ({ name: report.symbols[gene]!, mean: group.mean[gene]!, ...interval(group, gene) })),
      onPick: (name: string) => pick(report, name),
    };
  }, [report, group, title]);
  const units = report.units === "donors" ? `${count(group.donors)} donors` : `${count(group.cells)} cells`;
  return (
    <Figure
      title="Genes that pull, genes that push"
      name={`${baseName()}-${report.model}-genes`}
      data={data}
      draw={(plots, of, style, width) => plots.attributionBars(of, style, width)}
      lead={
        <>
          What a gene adds to the <Term word="logit">logit</Term>, on average over the cells, with 95% intervals over {units}. Blue speaks
          for {title}, orange against. Press one to see more of it.
        </>
      }
      table={() => ({ columns: ["gene", "mean", "low", "high"], rows: data.bars.map((bar) => [bar.name, bar.mean, bar.low, bar.high]) })}
    />
  );
}

/** The strongest genes of each group, each seen in all of them. */
export function HeatFigure({ report }: { report: AttributionReport }) {
  const data = useMemo(() => {
    const groups = report.groups.filter(({ cells }) => cells > 0).slice(0, 16);
    const each = Math.max(1, Math.floor(20 / groups.length));
    const genes: number[] = [];
    for (const group of groups) {
      const best = rankedGenes(group)
        .filter((gene) => group.mean[gene]! > 0 && !genes.includes(gene))
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
  }, [report]);
  if (data.groups.length < 2) return null;
  return (
    <Figure
      title="The same genes in every group"
      name={`${baseName()}-${report.model}-groups`}
      data={data}
      draw={(plots, of, style, width) => plots.groupHeat(of, style, width)}
      lead="The strongest genes of each group, and what they add in the others. Blue for, orange against; each gene on its own scale."
      table={() => ({ columns: ["group", ...data.genes], rows: data.groups.map((group, g) => [group, ...data.values[g]!]) })}
    />
  );
}

export function GenesCard({ report, group }: { report: AttributionReport; group: AttributionGroup }) {
  const ranked = useMemo(() => rankedGenes(group), [group]);
  const rows = ranked.slice(0, ROWS);
  const name = (gene: number) => <i class="gene">{report.symbols[gene]}</i>;
  return (
    <Card
      title="Every gene"
      lead={
        `${count(ranked.length)} genes were read in these ` +
        `cells${ranked.length > ROWS ? `; the ${ROWS} strongest are listed, the CSV has all of every group` : ""}.`
      }
      actions={<CsvButton name={`${baseName()}-${report.model}-attribution`} table={() => attributionTable(report)} />}
    >
      <div class="genes">
        <SortableTable
          caption="Genes by what they add to the logit"
          rows={rows}
          keyOf={(gene) => gene}
          onRow={(gene) => {
            why.gene.value = gene;
          }}
          rowLabel={(gene) => `More about ${report.symbols[gene]}`}
          columns={[
            { key: "gene", title: "Gene", by: (gene) => report.symbols[gene]!, cell: name },
            {
              key: "mean",
              title: "Adds",
              by: (gene) => group.mean[gene]!,
              cell: (gene) => (
                <>
                  {value(group.mean[gene]!)} <small>±{value(group.reach * group.se[gene]!)}</small>
                </>
              ),
            },
            {
              key: "positive",
              title: <Term word="signShare">For / against</Term>,
              by: (gene) => group.positiveShare[gene]!,
              cell: (gene) => `${Math.round(group.positiveShare[gene]! * 100)} / ${Math.round(group.negativeShare[gene]! * 100)}%`,
            },
            {
              key: "q",
              title: <Term word="adjustedP">q</Term>,
              by: (gene) => -group.q[gene]!,
              cell: (gene) => (group.q[gene]! < 0.001 ? "< .001" : value(group.q[gene]!)),
            },
          ]}
        />
      </div>
    </Card>
  );
}
