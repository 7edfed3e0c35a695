import { known, mean } from "../../../contract/numbers";
import { useMemo } from "preact/hooks";
import { idColumns } from "../export/result-files";
import { setMeansTable, setScoresText } from "../../../exports/set-scores-csv";
import { save } from "../../../exports/save";
import type { ScoredSet, SetScoresReport } from "../../../contract/operations/gene-sets";
import { count, duration, many, percent, score } from "../../../plots/format";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { baseName } from "../export/base-name";
import { explanation } from "../why/run";
import * as why from "../why/state";
import { Figure } from "../../ui/figure";
import { Card } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { showMessage } from "../../shell/message";
import { scored, scoring, showSet, startScoring } from "./run";
import { scoresBy, sets, setTitle } from "./state";
import { SortableTable } from "../../ui/sortable";
import { Term } from "../../ui/tip";

const HEAT_MAP_SETS = 24;
const TABLE_SETS = 100;
/** Groups of fewer cells have no mean worth comparing. */
const LEAST_GROUP_CELLS = 5;

/** Downloads every cell's score of every set. */
async function exportCells(report: SetScoresReport): Promise<void> {
  try {
    const { text, left } = await setScoresText(
      report,
      async (set) => (await call("setScores", { matrix: state.shownMatrix.value, set })).values,
      async (first, cells) => (await call("cells", { model: why.model.value!.name, first, count: cells })).map(({ id }) => id),
      idColumns(),
    );
    if (left > 0) showMessage(`Only the first ${count(report.scored.length - left)} sets fit into the file; the command line writes all.`);
    save(new Blob([text], { type: "text/csv" }), `${baseName()}-set-scores.csv`);
  } catch (error) {
    fail(error);
  }
}

function Heat({ report, grouping }: { report: SetScoresReport; grouping: string }) {
  const data = useMemo(() => {
    const groups = report.groups.filter(({ cells }) => cells >= LEAST_GROUP_CELLS).slice(0, 16);
    const shown = [...report.scored].sort((a, b) => b.between - a.between).slice(0, HEAT_MAP_SETS);
    const center = shown.map(({ means }) => mean(known(groups.map((_, g) => means[g]!))));
    return {
      groups: groups.map(({ name }) => name),
      genes: shown.map(({ name }) => setTitle(name)),
      values: groups.map((_, g) => shown.map(({ means }, s) => means[g]! - center[s]!)),
      what: "Mean score minus the average over groups",
      areNames: true,
      axes: ["gene set", grouping] as [string, string],
    };
  }, [report]);
  if (data.groups.length < 2) return null;
  return (
    <Figure
      title={`Gene set scores by ${grouping}`}
      name={`${baseName()}-set-scores`}
      data={data}
      draw={(plots, ...rest) => plots.groupHeat(...rest)}
      table={() => setMeansTable(report)}
      lead={
        `Mean score of each group minus the average over groups. Blue: above, orange: below; each set on its own ` +
        `scale. ` +
        `${report.groups.some(({ cells }) => cells < LEAST_GROUP_CELLS) ? "Groups of fewer than five cells are left out. " : ""}` +
        (report.scored.length > HEAT_MAP_SETS
          ? `Shown: the ${HEAT_MAP_SETS} sets that differ most between groups, of ${count(report.scored.length)}.`
          : "")
      }
    />
  );
}

function Scored({ report }: { report: SetScoresReport }) {
  const rows = useMemo(() => [...report.scored].sort((a, b) => b.between - a.between).slice(0, TABLE_SETS), [report]);
  const best = (one: ScoredSet) =>
    one.means.reduce(
      (most, mean, g) => (report.groups[g]!.cells >= LEAST_GROUP_CELLS && mean > (one.means[most] ?? -Infinity) ? g : most),
      0,
    );
  const short = (name: string) => (name.length > 18 ? `${name.slice(0, 17).trimEnd()}…` : name);
  return (
    <>
      <p class="after">
        {`${many(report.scored.length, "set")} in ${count(report.cells)} cells, ${duration(report.seconds)}. `}
        {`AUCell uses the top ${count(report.top)} of ${count(report.genes)} genes of each cell. `}
        Click a set to show it on the map.
      </p>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <SortableTable
        caption="Gene sets by how much they differ between groups"
        rows={rows}
        keyOf={({ name }) => name}
        onRow={(one) => void showSet(report, one)}
        rowLabel={(one) => `Show ${setTitle(one.name)} on the map`}
        columns={[
          {
            key: "name",
            title: "Set",
            by: ({ name }) => name,
            cell: (one) => (
              <span title={one.description}>
                {setTitle(one.name)} <small title={`${one.listed} genes listed`}>{one.size}</small>
              </span>
            ),
          },
          {
            key: "best",
            title: "Highest group",
            by: (one) => report.groups[best(one)]!.name,
            cell: (one) => (
              <>
                <span title={report.groups[best(one)]!.name}>{short(report.groups[best(one)]!.name)}</span>
                <br />
                <small>
                  <span title="Mean and its standard error over cells: it describes these cells, not donors">
                    {score(one.means[best(one)]!)}, SE {score(one.errors[best(one)]!)}
                  </span>
                </small>
              </>
            ),
          },
          {
            key: "between",
            title: <Term word="between">Variance between</Term>,
            by: ({ between }) => between,
            cell: ({ between }) => percent(between),
          },
        ]}
      />
      <p class="more">
        <button type="button" class="tool" onClick={() => void exportCells(report)}>
          Download scores per cell (CSV)
        </button>
      </p>
    </>
  );
}

/** How active gene sets are in every cell: AUCell, by group and on the map. */
export function SetScoresCard() {
  const columns = state.info.value?.columns.filter(({ kind }) => kind !== "number") ?? [];
  const now = scored.value;
  if (!sets.value) return null;
  return (
    <>
      <Card
        title="Gene set scores per cell (AUCell)"
        lead={
          <>
            <Term word="aucell">AUCell</Term> scores whether a set's genes are among the most expressed genes of each cell. No model is
            used.
          </>
        }
      >
        <div class="controls sets">
          <label class="field">
            <span>Group by</span>
            <select
              value={scoresBy.value}
              onChange={(event) => {
                scoresBy.value = event.currentTarget.value;
              }}
            >
              <option value="">predicted class</option>
              {columns.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <TaskButton
            task={scoring}
            title="Score every cell"
            disabled={state.isRunning.value || explanation.isBusy.value}
            onStart={startScoring}
          />
        </div>
        <Failure error={scoring.failure.value} />
        {scoring.isBusy.value && <p role="status">Scoring cells…</p>}
        {now && <Scored report={now.report} />}
      </Card>
      {now && <Heat report={now.report} grouping={now.by} />}
    </>
  );
}
