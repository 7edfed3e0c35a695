import { useMemo } from "preact/hooks";
import { deletionTable } from "../../../exports/deletion-csv";
import type { AttributionReport } from "../../../contract/operations/attribution";
import type { DeletionReport } from "../../../contract/operations/deletion";
import type { GivenRanking } from "../../../contract/operations/gene-ranking";
import { count, duration, percent, score } from "../../../plots/format";
import * as state from "../../store";
import { baseName } from "../export/base-name";
import { explanation } from "../why/run";
import { deletionTest, RANDOM_ORDERS, result } from "./run";
import { Figure } from "../../ui/figure";
import { Card } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { Term } from "../../ui/tip";

const TITLES = {
  own: "most important first",
  "own-reverse": "least important first",
  "own-for": "genes for the class first",
  group: "by the group's mean attribution",
  random: "random order",
  given: "",
} as const;

/** The finding in a sentence. */
function verdict({ curves, between }: DeletionReport): string {
  const curve = (order: string) => curves.find((one) => one.order === order)!;
  const [own, random] = [curve("own"), curve("random")];
  const isFaithful =
    own.lead.low > 0
      ? "Deleting genes in the order of their attribution changes the prediction more than deleting random genes"
      : "Deleting genes in the order of their attribution changes the prediction no more than deleting random " +
        "genes: do not rely on these attributions";
  return (
    `${isFaithful}: mean prediction gap ${score(own.area.value)} against ${score(random.area.value)} ` +
    `(${score(between.low)} to ${score(between.high)} over ${count(RANDOM_ORDERS)} random orders), a difference of ` +
    `${score(own.lead.value)} [${score(own.lead.low)}, ${score(own.lead.high)}]. The group's mean order reaches ` +
    `${score(curve("group").area.value)}.`
  );
}

function Curves({ report }: { report: DeletionReport }) {
  const data = useMemo(
    () => ({
      series: report.curves.map(({ order, name, points }) => ({ name: TITLES[order] || name, points, isOther: order === "given" })),
    }),
    [report],
  );
  return (
    <Figure
      title="Deletion curves"
      name={`${baseName()}-${report.model}-pruning`}
      data={data}
      draw={(plots, ...rest) => plots.deletionLines(...rest)}
      table={() => deletionTable(report)}
      lead={
        `Mean change in the probability of the explained class, with 95% intervals over ${report.units}: ` +
        `${count(report.cells)} cells, ${count(report.genes)} genes each, ` +
        `${duration(report.seconds)}.${report.cancelled ? " Stopped." : ""}`
      }
    />
  );
}

/** Whether the attributions are faithful: genes are deleted from the model's input in their order, and in random order. */
export function DeletionCard({ report, given }: { report: AttributionReport; given: GivenRanking[] }) {
  const now = result.value?.attributions === report ? result.value.report : null;
  const kept = now?.curves.find(({ order }) => order === "own")?.points.find(({ share: deleted }) => deleted === 0.1)?.kept;
  return (
    <>
      <Card
        title="Are the attributions faithful?"
        lead={
          <>
            Deletion test: genes are removed from the model's input in the order of their <Term word="pruning">attribution</Term>, in
            reverse order and in random order, and the cells are predicted again. If the attributions are faithful, removing the top genes
            changes the prediction most.
          </>
        }
      >
        <div class="controls">
          <TaskButton
            task={deletionTest}
            title="Run deletion test"
            disabled={state.isRunning.value || explanation.isBusy.value}
            onStart={() => void deletionTest.start(report, given)}
          />
        </div>
        <Failure error={deletionTest.failure.value} />
        {deletionTest.isBusy.value && <p role="status">Predicting again…</p>}
        {now && (
          <p class="after">
            {verdict(now)}
            {kept === undefined ? "" : ` With the top 10% of genes deleted, ${percent(kept)} of the cells keep their predicted class.`}
          </p>
        )}
      </Card>
      {now && <Curves report={now} />}
    </>
  );
}
