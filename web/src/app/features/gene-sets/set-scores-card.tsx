import { known, mean } from "../../../contract/numbers";
import { signal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { needsPosition } from "../../../exports/cell-ids";
import { setMeansTable, setScoresText } from "../../../exports/set-scores-csv";
import { save } from "../../../exports/save";
import { toWire, type WireError } from "../../../contract/errors";
import type { ScoredSet, SetScoresReport } from "../../../contract/operations/gene-sets";
import { count, duration, many, percent, share } from "../../../plots/format";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { baseName } from "../export/export";
import { sets, sizes, smallest } from "../why/gene-sets";
import * as why from "../why/state";
import { Figure } from "../../ui/figure";
import { Card, Note } from "../../ui/parts";
import { SortableTable } from "../../ui/sortable";
import { Term } from "../../ui/tip";

/** Columns of the heat map, rows of the table. */
const SHOWN = 24;
const ROWS = 100;
/** Groups of fewer cells have no mean worth comparing. */
const LEAST = 5;
const PREDICTED = "";

const by = signal(PREDICTED);
const result = signal<{ of: string; report: SetScoresReport; by: string } | null>(null);
const failure = signal<WireError | null>(null);
const running = signal<AbortController | null>(null);

const title = (name: string) => name.replaceAll("_", " ");

async function score(): Promise<void> {
  const [file, info, model, phenotype] = [sets.value, state.info.value, why.model.value, why.head.value];
  if (!file || !info || !model || !phenotype) return;
  const mine = (running.value = new AbortController());
  failure.value = null;
  const column = by.value;
  try {
    const report = await call(
      "scoreSets",
      {
        matrix: state.shownMatrix.value,
        file,
        minSize: smallest(),
        maxSize: sizes.value.max,
        lanes: 0,
        groupBy: column === PREDICTED ? { kind: "prediction", model: model.name, phenotype } : { kind: "column", column },
      },
      {
        signal: mine.signal,
        onProgress: (progress) => {
          state.progress.value = progress;
        },
      },
    );
    result.value = { of: info.fingerprint, report, by: column === PREDICTED ? `predicted ${phenotype.replaceAll("_", " ")}` : column };
  } catch (error) {
    if (toWire(error).code !== "cancelled") failure.value = toWire(error);
  } finally {
    running.value = null;
    state.progress.value = null;
  }
}

/** Colours the map by a set's score. */
async function paint(report: SetScoresReport, one: ScoredSet): Promise<void> {
  try {
    const { values } = await call("setScores", { matrix: state.shownMatrix.value, set: report.scored.indexOf(one) });
    state.showValues({ title: title(one.name), values });
  } catch (error) {
    fail(error);
  }
}

async function takeCells(report: SetScoresReport): Promise<void> {
  try {
    const { text, left } = await setScoresText(
      report,
      async (set) => (await call("setScores", { matrix: state.shownMatrix.value, set })).values,
      async (first, many_) => (await call("cells", { model: why.model.value!.name, first, count: many_ })).map(({ id }) => id),
      needsPosition(...(state.info.value?.notices ?? []), ...(state.report.value?.notices ?? [])),
    );
    if (left > 0)
      state.message.value = `The first ${count(report.scored.length - left)} sets are in the file; the command line writes all.`;
    save(new Blob([text], { type: "text/csv" }), `${baseName()}-set-scores.csv`);
  } catch (error) {
    fail(error);
  }
}

function Heat({ report, grouping }: { report: SetScoresReport; grouping: string }) {
  const data = useMemo(() => {
    const groups = report.groups.filter(({ cells }) => cells >= LEAST).slice(0, 16);
    const shown = [...report.scored].sort((a, b) => b.between - a.between).slice(0, SHOWN);
    const center = shown.map(({ means }) => mean(known(groups.map((_, g) => means[g]!))));
    return {
      groups: groups.map(({ name }) => name),
      genes: shown.map(({ name }) => title(name)),
      values: groups.map((_, g) => shown.map(({ means }, s) => means[g]! - center[s]!)),
      what: "Mean score above the average of the groups",
      areNames: true,
    };
  }, [report]);
  if (data.groups.length < 2) return null;
  return (
    <Figure
      title={`Sets by ${grouping}`}
      name={`${baseName()}-set-scores`}
      data={data}
      draw={(plots, of, style, width) => plots.groupHeat(of, style, width)}
      table={() => setMeansTable(report)}
      lead={
        `Mean score of each group's cells against the groups' average: blue above, orange below, each set on its own scale. ` +
        `${report.groups.some(({ cells }) => cells < LEAST) ? "Groups of fewer than five cells are left out. " : ""}` +
        `${report.scored.length > SHOWN ? `The ${SHOWN} sets that differ most of ${count(report.scored.length)}.` : ""}`
      }
    />
  );
}

function Scored({ report }: { report: SetScoresReport }) {
  const rows = useMemo(() => [...report.scored].sort((a, b) => b.between - a.between).slice(0, ROWS), [report]);
  const best = (one: ScoredSet) =>
    one.means.reduce((most, mean, g) => (report.groups[g]!.cells >= LEAST && mean > (one.means[most] ?? -Infinity) ? g : most), 0);
  const short = (name: string) => (name.length > 18 ? `${name.slice(0, 17).trimEnd()}…` : name);
  return (
    <>
      <p class="after">
        {`${many(report.scored.length, "set")} in ${count(report.cells)} cells, ${duration(report.seconds)}: a ` +
          `cell's best ${count(report.top)} of ${count(report.genes)} genes count. Press a set to see it on the map.`}
      </p>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <SortableTable
        caption="Gene sets by how far they differ between groups"
        rows={rows}
        keyOf={({ name }) => name}
        onRow={(one) => void paint(report, one)}
        rowLabel={(one) => `Show ${title(one.name)} on the map`}
        columns={[
          {
            key: "name",
            title: "Set",
            by: ({ name }) => name,
            cell: (one) => (
              <span title={one.description}>
                {title(one.name)} <small title={`${one.listed} listed`}>{one.size}</small>
              </span>
            ),
          },
          {
            key: "best",
            title: "Highest in",
            by: (one) => report.groups[best(one)]!.name,
            cell: (one) => (
              <>
                <span title={report.groups[best(one)]!.name}>{short(report.groups[best(one)]!.name)}</span>
                <br />
                <small>
                  {share(one.means[best(one)]!)} ±{share(1.96 * one.errors[best(one)]!)}
                </small>
              </>
            ),
          },
          {
            key: "between",
            title: <Term word="between">Between</Term>,
            by: ({ between }) => between,
            cell: ({ between }) => percent(between),
          },
        ]}
      />
      <p class="more">
        <button type="button" class="take" onClick={() => void takeCells(report)}>
          Scores of every cell, CSV
        </button>
      </p>
    </>
  );
}

/** How active sets of genes are in every cell: AUCell, by group and over the map. */
export function SetScoresCard() {
  const columns = state.info.value?.columns.filter(({ kind }) => kind !== "number") ?? [];
  const now = result.value?.of === state.info.value?.fingerprint ? result.value : null;
  if (!sets.value) return null;
  return (
    <>
      <Card
        title="The same sets in every cell"
        lead={
          <>
            How early a set's genes stand when a cell's genes are put in order of expression (<Term word="aucell">AUCell</Term>): no model
            takes part.
          </>
        }
      >
        <div class="controls sets">
          <label class="field">
            <span>by</span>
            <select
              value={by.value}
              onChange={(event) => {
                by.value = event.currentTarget.value;
              }}
            >
              <option value={PREDICTED}>what is predicted</option>
              {columns.map(({ name }) => (
                <option key={name} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          {running.value ? (
            <button type="button" class="btn" onClick={() => running.value?.abort()}>
              Stop
            </button>
          ) : (
            <button type="button" class="btn primary" disabled={state.isRunning.value || why.isBusy.value} onClick={() => void score()}>
              Score every cell
            </button>
          )}
        </div>
        {failure.value && (
          <Note kind="bad">
            {failure.value.message} <code>{failure.value.code}</code>
          </Note>
        )}
        {running.value && <p role="status">Scoring cells…</p>}
        {now && <Scored report={now.report} />}
      </Card>
      {now && <Heat report={now.report} grouping={now.by} />}
    </>
  );
}
