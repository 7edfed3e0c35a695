import { useMemo } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { Doubts, Withheld } from "../../../contract/trust";
import type { Evaluation, Metrics } from "../../../contract/types";
import { count, many, percent, probability, score } from "../../../plots/format";
import { useAnswer } from "../../ui/answer";
import { call } from "../../engine-client";
import * as state from "../../store";
import { question } from "./state";
import { Figure } from "../../ui/figure";
import { Card, CsvButton, Note } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { Explained, Term } from "../../ui/tip";
import { shortClass } from "../../../plots/class-names";

const NAMES = {
  entropy: "entropy",
  probability: "low probability",
  margin: "small margin",
  distance: "distance to training cells",
  delta: "small delta (SingleR)",
} as const;

function UncertaintyFigure({ title, lead, doubts, name }: { title: preact.ComponentChildren; lead: string; doubts: Doubts; name: string }) {
  const data = useMemo(
    () => ({
      rows: doubts
        .filter(({ roc }) => Number.isFinite(roc.auroc.value))
        .map(({ score: measure, roc }) => ({
          ...roc.auroc,
          label: NAMES[measure],
          title:
            `${NAMES[measure]}: AUROC ${score(roc.auroc.value)} (${score(roc.auroc.low)} to ` +
            `${score(roc.auroc.high)}), AUPRC ${score(roc.auprc)}`,
        })),
      about: "Area under the ROC curve",
      y: "uncertainty measure",
      referenceName: "chance",
      reference: 0.5,
    }),
    [doubts],
  );
  const chance = doubts[0].roc.positives / (doubts[0].roc.positives + doubts[0].roc.negatives);
  const table = () => ({
    columns: ["score", "auroc", "low", "high", "auprc", "positives", "negatives"],
    rows: doubts.map(({ score: measure, roc }) => [
      measure,
      roc.auroc.value,
      roc.auroc.low,
      roc.auroc.high,
      roc.auprc,
      roc.positives,
      roc.negatives,
    ]),
  });
  if (data.rows.length === 0)
    return (
      <Card title={title}>
        <p>{lead} AUROC needs cells of both kinds.</p>
      </Card>
    );
  return (
    <Figure
      title={title}
      lead={
        <>
          {lead} AUROC with 95% intervals (.5: chance). <Term word="auprc">AUPRC</Term>:{" "}
          {doubts.map(({ score: measure, roc }) => `${NAMES[measure]} ${probability(roc.auprc)}`).join(", ")} (chance: {probability(chance)}
          ).
        </>
      }
      name={name}
      data={data}
      draw={(plots, ...rest) => plots.forest(...rest)}
      table={table}
    />
  );
}

function PredictedInstead({ found }: { found: Withheld }) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Predicted instead</th>
            <th scope="col">Cells</th>
            <th scope="col">Fraction</th>
            <th scope="col">Mean probability</th>
          </tr>
        </thead>
        <tbody>
          {found.called.slice(0, 8).map((one) => (
            <tr key={one.label}>
              <td title={one.label}>{shortClass(one.label)}</td>
              <td>{count(one.cells)}</td>
              <td>{percent(one.cells / found.cells)}</td>
              <td>{probability(one.meanProbability)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Removes a class from the model's output: how cells of an unknown type would be predicted. */
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
      title={<Term word="withheld">Simulate an unknown cell type</Term>}
      actions={<CsvButton table={table} name={`withheld-${label}`} />}
      lead={
        found && found.cells > 0
          ? `Without the class ${shortClass(found.label)}, its ${many(found.cells, "cell")} are predicted as other ` +
            `classes; entropy separates them from all other cells with an AUROC of ` +
            `${score(entropy?.auroc.value ?? Number.NaN)}.`
          : "How the model predicts cells of a class that it cannot choose."
      }
    >
      <label class="field">
        <span>Withheld class</span>
        <select
          value={label}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          {labels.map((one) => (
            <option key={one} value={one}>
              {shortClass(one)}
            </option>
          ))}
        </select>
      </label>
      <Failure error={failure} />
      {found && found.cells > 0 && <PredictedInstead found={found} />}
    </Card>
  );
}

/** Whether the model's uncertainty predicts its errors, and cells of types it does not know. */
export function UnknownSection({ evaluation, metrics }: { evaluation: Evaluation; metrics: Metrics }) {
  const missed = evaluation.matches.filter((match) => match.code < 0);
  return (
    <>
      <UncertaintyFigure
        title={
          <Explained
            text={
              "How well each measure of uncertainty separates wrong from correct predictions; intervals after " +
              "DeLong, by donor after Obuchowski."
            }
          >
            Does uncertainty predict errors?
          </Explained>
        }
        lead={
          `${many(metrics.wrong[0].roc.positives, "wrong prediction")} among ` +
          `${many(metrics.wrong[0].roc.positives + metrics.wrong[0].roc.negatives, "cell")}.`
        }
        doubts={metrics.wrong}
        name={`uncertainty-errors-${metrics.model}`}
      />
      {metrics.unknown ? (
        <UncertaintyFigure
          title="Does uncertainty reveal unknown cell types?"
          lead={`${many(metrics.unknown[0].roc.positives, "cell")} have a label that matches no class of the model (${missed
            .slice(0, 3)
            .map(({ label }) => label)
            .join(", ")}${missed.length > 3 ? ", …" : ""}).`}
          doubts={metrics.unknown}
          name={`uncertainty-unknown-${metrics.model}`}
        />
      ) : (
        <Note>All labelled cells are of classes the model knows. Withhold a class below to simulate an unknown cell type.</Note>
      )}
      <WithholdCard metrics={metrics} />
    </>
  );
}
