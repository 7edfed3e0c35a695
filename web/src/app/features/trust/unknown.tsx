import { useMemo } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { Doubts, Withheld } from "../../../contract/trust";
import type { Evaluation, Metrics } from "../../../contract/types";
import { count, many, percent, share } from "../../../plots/format";
import { useAnswer } from "../../ui/answer";
import { call } from "../../engine-client";
import * as state from "../../store";
import { question } from "./state";
import { Figure } from "../../ui/figure";
import { Card, CsvButton, Note } from "../../ui/parts";
import { Explained, Term } from "../../ui/tip";

const NAMES = { entropy: "entropy", probability: "low probability", margin: "small margin", distance: "distance to profiles" } as const;

function DoubtFigure({ title, lead, doubts, name }: { title: preact.ComponentChildren; lead: string; doubts: Doubts; name: string }) {
  const data = useMemo(
    () => ({
      rows: doubts
        .filter(({ roc }) => Number.isFinite(roc.auroc.value))
        .map(({ score, roc }) => ({
          ...roc.auroc,
          label: NAMES[score],
          title:
            `${NAMES[score]}: AUROC ${share(roc.auroc.value)} (${share(roc.auroc.low)} to ${share(roc.auroc.high)}), AUPRC ` +
            `${share(roc.auprc)}`,
        })),
      about: "Area under the ROC curve",
      reference: 0.5,
    }),
    [doubts],
  );
  const chance = doubts[0].roc.positives / (doubts[0].roc.positives + doubts[0].roc.negatives);
  const table = () => ({
    columns: ["score", "auroc", "low", "high", "auprc", "positives", "negatives"],
    rows: doubts.map(({ score, roc }) => [score, roc.auroc.value, roc.auroc.low, roc.auroc.high, roc.auprc, roc.positives, roc.negatives]),
  });
  if (data.rows.length === 0)
    return (
      <Card title={title}>
        <p>{lead} There are cells of only one of the two kinds.</p>
      </Card>
    );
  return (
    <Figure
      title={title}
      lead={
        <>
          {lead} AUROC with 95% intervals, .5 is a coin. <Term word="auprc">AUPRC</Term>:{" "}
          {doubts.map(({ score, roc }) => `${NAMES[score]} ${share(roc.auprc, 2)}`).join(", ")} (chance {share(chance, 2)}).
        </>
      }
      name={name}
      data={data}
      draw={(plots, ...rest) => plots.forest(...rest)}
      table={table}
    />
  );
}

function Called({ found }: { found: Withheld }) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Then called</th>
            <th scope="col">Cells</th>
            <th scope="col">Share</th>
            <th scope="col">Mean probability</th>
          </tr>
        </thead>
        <tbody>
          {found.called.slice(0, 8).map((one) => (
            <tr key={one.label}>
              <td>{one.label}</td>
              <td>{count(one.cells)}</td>
              <td>{percent(one.cells / found.cells)}</td>
              <td>{share(one.meanProbability, 2)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Takes a class from the model's answers: what an unknown type would be called. */
function WithholdCard({ metrics }: { metrics: Metrics }) {
  const labels = metrics.perClass.filter((one) => one.support > 0).map((one) => one.label);
  const chosen = useSignal("");
  const label = labels.includes(chosen.value) ? chosen.value : labels[0];
  const asked = { ...question(metrics.phenotype), model: metrics.model, label: label ?? "" };
  const { value: found, failure } = useAnswer(label ? JSON.stringify([state.info.value?.fingerprint, metrics.cells, asked]) : null, () =>
    call("withhold", asked),
  );
  const table = () => ({
    columns: ["called", "cells", "mean_probability"],
    rows: (found?.called ?? []).map((one) => [one.label, one.cells, one.meanProbability]),
  });
  const entropy = found?.doubts.find(({ score }) => score === "entropy")?.roc;
  return (
    <Card
      title={<Term word="withheld">Take a class away</Term>}
      actions={<CsvButton table={table} name={`withheld-${label}`} />}
      lead={
        found && found.cells > 0
          ? `Without ${found.label}, its ${many(found.cells, "cell")} are called something else; entropy tells them from the others ` +
            `with an AUROC of ${share(entropy?.auroc.value ?? Number.NaN)}.`
          : "What the model says of a type that it may not name."
      }
    >
      <label class="field">
        <span>Class withheld</span>
        <select
          value={label}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          {labels.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      {failure && <Note kind="bad">{failure.message}</Note>}
      {found && found.cells > 0 && <Called found={found} />}
    </Card>
  );
}

/** Whether the model's doubt shows where it is wrong, and what it has never seen. */
export function UnknownSection({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  const missed = evaluation.matches.filter((match) => match.code < 0);
  return (
    <>
      <DoubtFigure
        title={
          <Explained
            text={"How well each kind of doubt tells wrong answers from right ones; intervals after DeLong, by donor after Obuchowski."}
          >
            Does doubt show where it is wrong?
          </Explained>
        }
        lead={
          `${many(metrics.wrong[0].roc.positives, "wrong answer")} among ` +
          `${many(metrics.wrong[0].roc.positives + metrics.wrong[0].roc.negatives, "cell")}.`
        }
        doubts={metrics.wrong}
        name={`doubt-wrong-${metrics.model}`}
      />
      {metrics.unknown ? (
        <DoubtFigure
          title="Does doubt show types it does not know?"
          lead={`${many(metrics.unknown[0].roc.positives, "cell")} carry a label that is no class of the model (${missed
            .slice(0, 3)
            .map(({ label }) => label)
            .join(", ")}${missed.length > 3 ? ", …" : ""}).`}
          doubts={metrics.unknown}
          name={`doubt-unknown-${metrics.model}`}
        />
      ) : (
        <Note>Every labelled cell is of a type the model knows. Take a class away below to see what it would make of an unknown one.</Note>
      )}
      <WithholdCard metrics={metrics} />
    </>
  );
}
