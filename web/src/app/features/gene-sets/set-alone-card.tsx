import { mean } from "../../../contract/numbers";
import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { setAloneTable } from "../../../exports/set-alone-csv";
import type { SetAloneAnswers, SetAloneReport } from "../../../contract/operations/set-alone";
import type { Interval } from "../../../contract/types";
import { count, duration, probability, score } from "../../../plots/format";
import * as state from "../../store";
import { baseName } from "../export/base-name";
import { explanation } from "../why/run";
import * as why from "../why/state";
import { headTitle } from "../../ui/words";
import { Figure } from "../../ui/figure";
import { Card, Note } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { alone, setAlone } from "./run";
import { sets, setTitle } from "./state";

/** Of random sets: the mean, and the least and most. */
function over(random: SetAloneAnswers[], read: (one: SetAloneAnswers) => Interval): Interval {
  const values = random.map((one) => read(one).value);
  return { value: mean(values), low: Math.min(...values), high: Math.max(...values) };
}

function Rows({ report }: { report: SetAloneReport }) {
  const data = useMemo(
    () => ({
      about: `Predictions from the genes of ${report.set} alone`,
      x: "accuracy (agreement where there are no labels)",
      y: "phenotype",
      names: ["all genes", "the set alone", "random sets"],
      ends: "95% interval; of random sets the range",
      domain: [0, 1] as [number, number],
      rows: report.heads.flatMap(({ phenotype, labelled, column, full, set, random }) => {
        const byLabels = column !== null && labelled > 0;
        const read = (one: SetAloneAnswers) => (byLabels ? one.top1 : one.same);
        const label = `${headTitle(phenotype)}${byLabels ? "" : " (agreement)"}`;
        return [
          ...(byLabels ? [{ label, series: 0, ...read(full), title: `all genes: ${score(read(full).value)}` }] : []),
          { label, series: 1, ...read(set), title: `${setTitle(report.set)} alone: ${score(read(set).value)}` },
          ...(random.length > 0
            ? [{ label, series: 2, ...over(random, read), title: `matched random sets: ${score(over(random, read).value)}` }]
            : []),
        ];
      }),
    }),
    [report],
  );
  return (
    <Figure
      title={`Predictions from ${setTitle(report.set)} alone`}
      name={`${baseName()}-${report.model}-set-alone`}
      data={data}
      draw={(plots, ...rest) => plots.forest(...rest)}
      table={() => setAloneTable(report)}
      lead={
        <>
          Accuracy on the file's labels where there are any, else agreement with the prediction from all genes. Blue: all genes, orange: the
          set alone, green: random sets of the same size and expression (mean, minimum to maximum). {count(report.cells)} cells,{" "}
          {duration(report.seconds)}.
        </>
      }
    />
  );
}

/** What the model predicts from the genes of one set: all others are hidden from it. */
export function SetAloneCard({ names }: { names: string[] }) {
  const chosen = useSignal("");
  if (!sets.value || names.length === 0) return null;
  const set = names.includes(chosen.value) ? chosen.value : names[0]!;
  const model = why.model.value;
  const now = alone.value?.model === model?.name ? alone.value : null;
  const head = now?.heads.find(({ phenotype }) => phenotype === why.head.value);
  return (
    <>
      <Card
        title="Predict from one gene set alone"
        lead={
          "All genes outside the set are hidden from the model, as if they had not been measured, and the cells " +
          "are predicted again. Random sets of the same size and expression are run for comparison."
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
                  {setTitle(name)}
                </option>
              ))}
            </select>
          </label>
          <TaskButton
            task={setAlone}
            title="Predict from this set"
            disabled={!model || state.isRunning.value || explanation.isBusy.value}
            onStart={() => void setAlone.start(sets.value!, set, model!)}
          />
        </div>
        <Failure error={setAlone.failure.value} />
        {setAlone.isBusy.value && <p role="status">Predicting again…</p>}
        {now && head && (
          <p class="after">
            {`From ${count(now.genes)} of ${count(now.of)} genes, ${score(head.set.same.value)} ` +
              `[${score(head.set.same.low)}, ${score(head.set.same.high)}] of the cells get the same prediction as from all genes`}
            {head.random.length > 0 ? `; from random sets ${score(over(head.random, (one) => one.same).value)}` : ""}.{" "}
            {`Mean entropy ${probability(head.set.entropy)}, against ${probability(head.full.entropy)} from all genes.`}
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
