import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { pruningTable } from "../../../exports/pruning-csv";
import { toWire, type WireError } from "../../../contract/errors";
import type { AttributionReport } from "../../../contract/operations/attribution";
import type { PruningReport } from "../../../contract/operations/pruning";
import type { GivenRanking } from "../../../contract/operations/selection";
import { count, duration, percent, share } from "../../../plots/format";
import { call } from "../../engine-client";
import * as state from "../../store";
import { baseName } from "../export/export";
import * as why from "../why/state";
import { Figure } from "../../ui/figure";
import { Card, Note } from "../../ui/parts";
import { Term } from "../../ui/tip";

const SHARES = { linear: [0.001, 0.003, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 0.9], onnx: [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9] };
const DRAWS = 5;
/** A transformer is asked again for every order and share: fewer cells. */
const CELLS = { linear: 400, onnx: 60 };

const result = signal<{ of: AttributionReport; report: PruningReport } | null>(null);
const failure = signal<WireError | null>(null);
const running = signal<AbortController | null>(null);

async function run(of: AttributionReport, given: GivenRanking[]): Promise<void> {
  const mine = (running.value = new AbortController());
  failure.value = null;
  const kind = why.model.value?.kind ?? "onnx";
  try {
    const report = await call(
      "prune",
      { matrix: state.shownMatrix.value, cells: CELLS[kind], shares: SHARES[kind], draws: DRAWS, given, seed: 1, lanes: 0 },
      {
        signal: mine.signal,
        onProgress: (progress) => {
          state.progress.value = progress;
        },
      },
    );
    result.value = { of, report };
  } catch (error) {
    if (toWire(error).code !== "cancelled") failure.value = toWire(error);
  } finally {
    running.value = null;
    state.progress.value = null;
  }
}

const TITLES = {
  own: "most important first",
  "own-reverse": "least important first",
  "own-for": "genes for the class first",
  group: "first by the group's mean",
  random: "by chance",
  given: "",
} as const;

/** The finding in a sentence. */
function verdict({ curves, between }: PruningReport): string {
  const of = (order: string) => curves.find((one) => one.order === order)!;
  const [own, chance] = [of("own"), of("random")];
  const believed =
    own.lead.low > 0
      ? "Genes taken away by their attribution move the answer further than genes taken away by chance"
      : "Genes taken away by their attribution move the answer no further than chance does: do not read much into these attributions";
  return (
    `${believed}: mean gap ${share(own.area.value)} against ${share(chance.area.value)} (${share(between.low)} to ` +
    `${share(between.high)} over ${count(DRAWS)} draws), a difference of ${share(own.lead.value)} [${share(own.lead.low)}, ` +
    `${share(own.lead.high)}]. The group's common order reaches ${share(of("group").area.value)}.`
  );
}

function Curves({ report }: { report: PruningReport }) {
  const data = useMemo(
    () => ({
      series: report.curves.map(({ order, name, points }) => ({ name: TITLES[order] || name, points, isOther: order === "given" })),
    }),
    [report],
  );
  return (
    <Figure
      title="Genes taken away"
      name={`${baseName()}-${report.model}-pruning`}
      data={data}
      draw={(plots, of, style, width) => plots.pruningLines(of, style, width)}
      table={() => pruningTable(report)}
      lead={
        `Mean change of the probability of the class explained, with 95% intervals over ${report.units}: ${count(report.cells)} ` +
        `cells, ${count(report.genes)} genes each, ${duration(report.seconds)}.${report.cancelled ? " Stopped." : ""}`
      }
    />
  );
}

/** Whether the attributions say what the model uses: genes are taken from its input in their order, and by chance. */
export function PruningCard({ report, given }: { report: AttributionReport; given: GivenRanking[] }) {
  const now = result.value?.of === report ? result.value.report : null;
  const kept = now?.curves.find(({ order }) => order === "own")?.points.find(({ share: taken }) => taken === 0.1)?.kept;
  return (
    <>
      <Card
        title="Do the attributions hold?"
        lead={
          <>
            Genes are taken from the model's input and it is asked again: in the order of their <Term word="pruning">attribution</Term>, in
            reverse, and by chance. Attributions that say what the model uses move it early.
          </>
        }
      >
        <div class="controls">
          {running.value ? (
            <button type="button" class="btn" onClick={() => running.value?.abort()}>
              Stop
            </button>
          ) : (
            <button
              type="button"
              class="btn primary"
              disabled={state.isRunning.value || why.isBusy.value}
              onClick={() => void run(report, given)}
            >
              Take genes away
            </button>
          )}
        </div>
        {failure.value && (
          <Note kind="bad">
            {failure.value.message} <code>{failure.value.code}</code>
          </Note>
        )}
        {running.value && <p role="status">Asking the model again…</p>}
        {now && (
          <p class="after">
            {verdict(now)}
            {kept === undefined ? "" : ` Without the first tenth of its genes ${percent(kept)} of the cells keep their answer.`}
          </p>
        )}
      </Card>
      {now && <Curves report={now} />}
    </>
  );
}
