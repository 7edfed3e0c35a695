import { useMemo } from "preact/hooks";
import {
  DOUBLET_SCORE_COLUMN,
  PREDICTED_DOUBLET_COLUMN,
  type DoubletGroup,
  type DoubletReport,
  type DoubletSample,
} from "../../../contract/doublets";
import { count, duration, many, percent, score } from "../../../plots/format";
import { LIMITS_MARGINS } from "../../../plots/limits-axis";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { Figure } from "../../ui/figure";
import { Card, Note } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { baseName } from "../export/base-name";
import {
  doubletGroups,
  doublets,
  ownSamples,
  rate,
  samples,
  scoreDoublets,
  selectDoublets,
  setThreshold,
  shownThreshold,
} from "./doublets-state";
import { exportDoublets } from "./files";
import * as survey from "./state";

const SLIDER_STEPS = 400;

function Controls() {
  return (
    <>
      <div class="fields">
        <label class="field">
          <span>
            <Term word="doubletSamples">Samples</Term>
          </span>
          <select
            value={samples.value}
            onChange={(event) => {
              ownSamples.value = event.currentTarget.value;
            }}
          >
            <option value="">all cells as one</option>
            {state.info.value?.columns.map(({ name }) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          <span>
            <Term word="doubletRate">Expected doublets</Term>
          </span>
          <select
            value={String(rate.value)}
            onChange={(event) => {
              rate.value = Number(event.currentTarget.value);
            }}
          >
            {[0.01, 0.02, 0.04, 0.05, 0.06, 0.08, 0.1, 0.15, 0.2].map((share) => (
              <option key={share} value={String(share)}>
                {percent(share)}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="controls">
        <TaskButton
          task={scoreDoublets}
          title={doublets.value ? "Score again" : "Score doublets"}
          disabled={state.isRunning.value || survey.busy.value !== null}
          onStart={() => void scoreDoublets.start()}
        />
        {scoreDoublets.isBusy.value && (
          <span class="doing" role="status">
            Simulating doublets…
          </span>
        )}
      </div>
      <Failure error={scoreDoublets.failure.value} />
    </>
  );
}

function Threshold({ found }: { found: DoubletReport }) {
  const last = found.histogram.edges.at(-1)!;
  const now = shownThreshold.value;
  const move = (threshold: number | null) => void setThreshold(threshold).catch(fail);
  return (
    <div class="limits">
      <div class="ends-of" style={{ margin: `0 ${LIMITS_MARGINS.right}px 0 ${LIMITS_MARGINS.left}px` }}>
        <input
          type="range"
          class="end high"
          aria-label="Threshold of the doublet score"
          aria-valuetext={now === null ? "none" : score(now)}
          min="0"
          max={last}
          step={last / SLIDER_STEPS}
          value={now ?? last}
          onInput={(event) => move(Math.min(1, Number(event.currentTarget.value)))}
        />
      </div>
      <p class="after">
        {now === null ? "Each sample has its own threshold." : `Threshold ${score(now)}${found.threshold === null ? " (automatic)" : ""}.`}
        <span class="outside">
          {many(found.flagged, "cell")} above ({percent(found.flagged / found.scored)})
        </span>{" "}
        {found.threshold !== null && (
          <button type="button" class="link" onClick={() => move(null)}>
            Reset to automatic
          </button>
        )}
      </p>
    </div>
  );
}

const share = (part: number, of: number) => (of > 0 ? percent(part / of) : "–");

const SAMPLE_COLUMNS: SortColumn<DoubletSample>[] = [
  { key: "name", title: "Sample", by: ({ name }) => name, cell: ({ name }) => name },
  { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
  {
    key: "threshold",
    title: "Threshold",
    by: ({ automatic }) => automatic ?? -1,
    cell: ({ automatic, why }) => (why === null ? automatic === null ? "not found" : score(automatic) : <span title={why}>no scores</span>),
  },
  {
    key: "called",
    title: "Called",
    by: ({ flagged, cells }) => flagged / cells,
    cell: ({ flagged, cells, why }) => (why === null ? share(flagged, cells) : "–"),
  },
  {
    key: "detectable",
    title: <Term word="detectableDoublets">Detectable</Term>,
    by: ({ detectable }) => detectable ?? -1,
    cell: ({ detectable }) => (detectable === null ? "–" : percent(detectable)),
  },
];

const GROUP_COLUMNS: SortColumn<DoubletGroup>[] = [
  { key: "name", title: "Group", by: ({ name }) => name, cell: ({ name }) => name },
  { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
  { key: "called", title: "Called", by: ({ flagged, scored }) => flagged / scored, cell: ({ flagged, scored }) => share(flagged, scored) },
  { key: "score", title: "Median score", by: ({ medianScore }) => medianScore, cell: ({ medianScore }) => score(medianScore) },
];

function Found({ found }: { found: DoubletReport }) {
  const threshold = shownThreshold.value;
  const { histogram, flagged, scored } = found;
  const data = useMemo(() => ({ histogram, threshold, flagged, scored }), [histogram, threshold, flagged]);
  const show = (name: string) => state.choose({ colorBy: { kind: "column", name } });
  return (
    <>
      <Figure
        title={`${many(flagged, "cell")} of ${count(scored)} called doublets (${share(flagged, scored)})`}
        name={`${baseName()}-doublet-scores`}
        lead={`Scores of the cells beside those of simulated doublets, in ${duration(found.seconds)}.`}
        data={data}
        draw={(plots, ...rest) => plots.doubletScores(...rest)}
        table={() => ({
          columns: ["from", "to", "cells", "simulated_doublets"],
          rows: histogram.observed.map((cells, i) => [histogram.edges[i], histogram.edges[i + 1], cells, histogram.simulated[i]]),
        })}
        actions={
          <button type="button" class="tool" onClick={() => void exportDoublets().catch(fail)}>
            CSV (scores)
          </button>
        }
        after={<Threshold found={found} />}
      />
      <div class="controls">
        <button type="button" class="link" onClick={() => show(DOUBLET_SCORE_COLUMN)}>
          Show scores on map
        </button>
        <button type="button" class="link" onClick={() => show(PREDICTED_DOUBLET_COLUMN)}>
          Show calls on map
        </button>
        {flagged > 0 && (
          <button type="button" class="link" onClick={() => void selectDoublets().catch(fail)}>
            Select them
          </button>
        )}
      </div>
      {found.notes.map((note) => (
        <Note key={note}>{note}</Note>
      ))}
      {found.column !== null && (
        <SortableTable caption={`Doublets by ${found.column}`} columns={SAMPLE_COLUMNS} rows={found.samples} keyOf={({ name }) => name} />
      )}
      {doubletGroups.value && (
        <SortableTable
          caption={`Doublets by ${survey.groupingKey.value.replace("column:", "")}`}
          columns={GROUP_COLUMNS}
          rows={doubletGroups.value}
          keyOf={({ name }) => name}
          first="called"
        />
      )}
    </>
  );
}

/** Doublet scores by simulated doublets, the threshold, and who is above it. */
export function DoubletsCard() {
  const found = doublets.value;
  const isCounts = state.matrixInfo.value?.values === "counts";
  return (
    <Card
      title={<Term word="doublets">Doublets</Term>}
      lead={
        "Droplets with two cells: sums of random pairs of cells are simulated, and a cell among many of them is likely a doublet " +
        "(Scrublet). Doublets of two cells of one type are not seen."
      }
    >
      {isCounts ? <Controls /> : <Note>Doublets are simulated by adding counts, which this matrix does not hold.</Note>}
      {found && <Found found={found} />}
    </Card>
  );
}
