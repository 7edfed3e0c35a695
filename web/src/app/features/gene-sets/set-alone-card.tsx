import { mean } from "../../../contract/numbers";
import { signal, useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { restrictedTable } from "../../../exports/restricted-csv";
import { toWire, type WireError } from "../../../contract/errors";
import type { RestrictedAnswers, RestrictedReport } from "../../../contract/operations/restricted";
import type { Interval } from "../../../contract/types";
import { count, duration, share } from "../../../plots/format";
import { call } from "../../engine-client";
import * as state from "../../store";
import { baseName } from "../export/export";
import { sets } from "../why/gene-sets";
import * as why from "../why/state";
import { headTitle } from "../../ui/words";
import { Figure } from "../../ui/figure";
import { Card, Note } from "../../ui/parts";

/** A transformer is asked again for every random set: fewer cells, fewer sets. */
const CELLS = { linear: 1500, onnx: 150 };
const RANDOM = { linear: 20, onnx: 4 };

const result = signal<{ of: string; report: RestrictedReport } | null>(null);
const failure = signal<WireError | null>(null);
const running = signal<AbortController | null>(null);

async function ask(set: string): Promise<void> {
  const [file, info, model] = [sets.value, state.info.value, why.model.value];
  if (!file || !info || !model) return;
  const mine = (running.value = new AbortController());
  failure.value = null;
  try {
    const report = await call(
      "restricted",
      {
        matrix: state.shownMatrix.value,
        model: model.name,
        file,
        set,
        random: RANDOM[model.kind],
        labels: Object.fromEntries(Object.entries(state.labelColumns.value).filter(([, column]) => column)),
        cells: CELLS[model.kind],
        seed: 1,
        lanes: 0,
      },
      {
        signal: mine.signal,
        onProgress: (progress) => {
          state.progress.value = progress;
        },
      },
    );
    result.value = { of: info.fingerprint, report };
  } catch (error) {
    if (toWire(error).code !== "cancelled") failure.value = toWire(error);
  } finally {
    running.value = null;
    state.progress.value = null;
  }
}

/** Of random sets: the mean, and the least and most. */
function over(random: RestrictedAnswers[], of: (one: RestrictedAnswers) => Interval): Interval {
  const values = random.map((one) => of(one).value);
  return { value: mean(values), low: Math.min(...values), high: Math.max(...values) };
}

function Rows({ report }: { report: RestrictedReport }) {
  const data = useMemo(
    () => ({
      about: `Answers from the genes of ${report.set} alone`,
      domain: [0, 1] as [number, number],
      rows: report.heads.flatMap(({ phenotype, labelled, column, full, set, random }) => {
        const byLabels = column !== null && labelled > 0;
        const of = (one: RestrictedAnswers) => (byLabels ? one.top1 : one.same);
        const label = `${headTitle(phenotype)}${byLabels ? "" : " (same answer)"}`;
        return [
          ...(byLabels ? [{ label, series: 0, ...of(full), title: `all genes: ${share(of(full).value)}` }] : []),
          { label, series: 1, ...of(set), title: `${report.set} alone: ${share(of(set).value)}` },
          ...(random.length > 0
            ? [{ label, series: 2, ...over(random, of), title: `matched random sets: ${share(over(random, of).value)}` }]
            : []),
        ];
      }),
    }),
    [report],
  );
  return (
    <Figure
      title={`From ${report.set.replaceAll("_", " ")} alone`}
      name={`${baseName()}-${report.model}-restricted`}
      data={data}
      draw={(plots, of, style, width) => plots.forest(of, style, width)}
      table={() => restrictedTable(report)}
      lead={
        <>
          Share right by the file's labels where it has them, else share with the same answer as from all genes: blue all genes, orange the
          set alone, green random sets of as many genes of like expression (mean, least to most). {count(report.cells)} cells,{" "}
          {duration(report.seconds)}.
        </>
      }
    />
  );
}

/** What the model can tell from the genes of one set: its input restricted to them. */
export function RestrictedCard({ names }: { names: string[] }) {
  const chosen = useSignal("");
  if (!sets.value || names.length === 0) return null;
  const set = names.includes(chosen.value) ? chosen.value : names[0]!;
  const now =
    result.value?.of === state.info.value?.fingerprint && result.value?.report.model === why.model.value?.name
      ? result.value?.report
      : null;
  const head = now?.heads.find(({ phenotype }) => phenotype === why.head.value);
  return (
    <>
      <Card
        title="What would the model say of these genes alone?"
        lead={
          "All genes outside a set are hidden, as if the file had not measured them; beside it, random sets of as many genes of " +
          "like expression."
        }
      >
        <div class="controls sets">
          <label class="field">
            <span>Set</span>
            <select
              value={set}
              onChange={(event) => {
                chosen.value = event.currentTarget.value;
              }}
            >
              {names.map((name) => (
                <option key={name} value={name}>
                  {name.replaceAll("_", " ")}
                </option>
              ))}
            </select>
          </label>
          {running.value ? (
            <button type="button" class="btn" onClick={() => running.value?.abort()}>
              Stop
            </button>
          ) : (
            <button type="button" class="btn primary" disabled={state.isRunning.value || why.isBusy.value} onClick={() => void ask(set)}>
              Ask the model
            </button>
          )}
        </div>
        {failure.value && (
          <Note kind="bad">
            {failure.value.message} <code>{failure.value.code}</code>
          </Note>
        )}
        {running.value && <p role="status">Asking the model again…</p>}
        {now && head && (
          <p class="after">
            {`From ${count(now.genes)} of ${count(now.of)} genes, ${share(head.set.same.value)} ` +
              `[${share(head.set.same.low)}, ${share(head.set.same.high)}] of the cells get the answer they get from all ` +
              `genes${head.random.length > 0 ? `; from random sets ${share(over(head.random, (one) => one.same).value)}` : ""}. Entropy ` +
              `${share(head.set.entropy, 2)} for ${share(head.full.entropy, 2)}.`}
          </p>
        )}
        {now?.notes.map((note) => (
          <Note key={note}>{note}</Note>
        ))}
      </Card>
      {now && <Rows report={now} />}
    </>
  );
}
