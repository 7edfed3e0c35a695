import { useMemo } from "preact/hooks";
import { rankingTable, rankingAccuracyTable } from "../../../exports/gene-ranking-csv";
import type { AttributionReport } from "../../../contract/operations/attribution";
import type { GivenRanking, RankingMethod, GeneRankingReport } from "../../../contract/operations/gene-ranking";
import { count, duration, many, score } from "../../../plots/format";
import * as state from "../../store";
import { baseName } from "../export/base-name";
import { donorColumns } from "../train/state";
import { explanation } from "../why/run";
import { Figure } from "../../ui/figure";
import { Card, CsvButton } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { column, comparison, donors, heldOut, labels, result } from "./run";
import { DeletionCard } from "../deletion/deletion-card";

const TITLES: Record<RankingMethod, string> = {
  anova: "ANOVA F",
  "rank-sum": "Wilcoxon rank-sum",
  "mutual-information": "mutual information",
  variance: "variance of log1p",
  seurat: "variable genes (Seurat)",
  seurat_v3: "variable genes (Seurat v3)",
  weights: "linear weights",
  attribution: "attribution, trained in the fold",
  random: "random order",
};
/** The rankings that are not the model's own, to delete genes by. */
function deletionOrders({ rankings, symbols, ensemblIds }: GeneRankingReport): GivenRanking[] {
  return rankings
    .filter(({ name }) => ["anova", "seurat_v3"].includes(name))
    .map(({ name, genes, scores }) => ({
      name: titled(name),
      symbols: Array.from(genes, (gene) => symbols[gene]!),
      ensemblIds: Array.from(genes, (gene) => ensemblIds[gene]!),
      scores: Float32Array.from(scores),
    }));
}

const titled = (name: string) => TITLES[name as RankingMethod] ?? name;

function Worth({ report }: { report: GeneRankingReport }) {
  const data = useMemo(
    () => ({
      majority: report.majority,
      series: report.rankings
        .filter(({ worth }) => worth.length > 0)
        .map(({ name, worth }) => ({ name: titled(name), points: worth.map(({ genes, accuracy }) => ({ genes, ...accuracy })) })),
    }),
    [report],
  );
  const how = report.donors ? "held-out donors" : `${report.folds}-fold cross-validation over cells`;
  return (
    <Figure
      title="Accuracy with the top n genes"
      name={`${baseName()}-gene-ranking-accuracy`}
      data={data}
      draw={(plots, ...rest) => plots.rankingLines(...rest)}
      table={() => rankingAccuracyTable(report)}
      lead={
        `Linear classifier of ${report.column} on the top n genes of each ranking, ${how}: accuracy with 95% ` +
        `intervals, ${count(report.cells)} cells. Rankings that use labels, and models whose attributions rank genes, see ` +
        `the training cells only. Dashed: majority-class baseline.`
      }
    />
  );
}

function Alike({ report }: { report: GeneRankingReport }) {
  const data = useMemo(() => {
    const names = report.rankings.map(({ name }) => titled(name));
    return {
      groups: names,
      genes: names,
      values: report.overlap.map((row, i) => row.map((value, j) => (i === j ? NaN : value))),
      what: "Overlap (Jaccard index) of the top 100 genes",
      axes: ["ranking", "ranking"] as [string, string],
      isShare: true,
    };
  }, [report]);
  const table = () => ({
    columns: ["ranking", "other", "jaccard_of_100", "spearman", "seconds"],
    rows: report.rankings.flatMap((a, i) =>
      report.rankings.map((b, j) => [titled(a.name), titled(b.name), report.overlap[i]![j]!, report.correlation[i]![j]!, a.seconds]),
    ),
  });
  const cost = report.rankings
    .filter(({ seconds }) => !Number.isNaN(seconds))
    .map(({ name, seconds }) => `${titled(name)} ${duration(seconds)}`)
    .join(", ");
  return (
    <Figure
      title="Overlap of the rankings"
      name={`${baseName()}-gene-ranking-overlap`}
      data={data}
      draw={(plots, ...rest) => plots.groupHeat(...rest)}
      table={table}
      lead={`Overlap (Jaccard index) of the top 100 genes of two rankings. Time to rank once: ${cost}.`}
    />
  );
}

/** Rankings of genes by attribution beside the usual ones, on the file's own labels. */
export function GeneRankingCard({ report }: { report: AttributionReport }) {
  const columns = state.info.value?.columns.filter(({ kind }) => kind !== "number") ?? [];
  const now = result.value;
  const first = now && now.rankings.filter(({ name, worth }) => name !== "random" && worth.length > 0);
  return (
    <>
      <Card
        title="Compare gene rankings"
        lead={
          "Would a simpler ranking find equally informative genes? A linear classifier is trained on the top n " +
          "genes of each ranking and evaluated on held-out cells."
        }
        actions={now && <CsvButton name={`${baseName()}-gene-ranking`} table={() => rankingTable(now)} />}
      >
        <div class="controls sets">
          <label class="field">
            <span>Labels</span>
            <select
              value={labels()}
              onChange={(event) => {
                column.value = event.currentTarget.value;
              }}
            >
              <option value="">no column</option>
              {columns.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label class="field">
            <span>Hold out</span>
            <select
              value={heldOut()}
              onChange={(event) => {
                donors.value = event.currentTarget.value;
              }}
            >
              <option value="">random cells</option>
              {donorColumns.value.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <TaskButton
            task={comparison}
            title="Compare rankings"
            disabled={!labels() || state.isRunning.value || explanation.isBusy.value}
            onStart={() => void comparison.start(report, state.info.value!.matrix)}
          />
        </div>
        <Failure error={comparison.failure.value} />
        {comparison.isBusy.value && <p role="status">Ranking and training…</p>}
        {!labels() && <p class="after">No column looks like labels; choose one.</p>}
        {now && first && (
          <p class="after">
            {`${many(now.classes.length, "class", "classes")}; majority-class baseline ${score(now.majority)}. `}
            Accuracy with 50 genes:{" "}
            {[...first]
              .sort((a, b) => at(b, 50) - at(a, 50))
              .slice(0, 3)
              .map((one) => `${titled(one.name)} ${score(at(one, 50))}`)
              .join(", ")}
            .
          </p>
        )}
        {now?.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </Card>
      {now && <Worth report={now} />}
      {now && <Alike report={now} />}
      {report.method !== "leave-one-out" && <DeletionCard report={report} given={now ? deletionOrders(now) : []} />}
    </>
  );
}

const at = (ranking: GeneRankingReport["rankings"][number], genes: number) =>
  ranking.worth.find((one) => one.genes === genes)?.accuracy.value ?? NaN;
