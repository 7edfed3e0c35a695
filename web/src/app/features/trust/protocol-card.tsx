import type { ProtocolResult } from "../../../contract/trust";
import { count, percent, score } from "../../../plots/format";
import * as state from "../../store";
import { labelledHeads, protocols } from "./protocols";
import { protocolResults } from "./state";
import { headTitle } from "../../ui/words";
import { Card, CsvButton } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { Term } from "../../ui/tip";

const around = ({ low, high }: { low: number; high: number }) => (Number.isFinite(low) ? `${score(low)} – ${score(high)}` : "");

function Results({ results }: { results: ProtocolResult[] }) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Predicted</th>
            <th scope="col">Cells</th>
            <th scope="col">All masked</th>
            <th scope="col">Others known</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {results.map((one) => (
            <tr key={one.phenotype}>
              <td>{headTitle(one.phenotype)}</td>
              <td>{count(one.cells)}</td>
              <td>{score(one.masked.top1.value)}</td>
              <td>{score(one.visible.top1.value)}</td>
              <td title={around(one.difference.top1)}>
                {one.difference.top1.value >= 0 ? "+" : ""}
                {score(one.difference.top1.value)} <small>{around(one.difference.top1)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The other protocol of PolyGene's authors, for models that take a cell's other phenotypes as input. */
export function ProtocolCard() {
  const model = state.activeModel.value;
  const labels = labelledHeads();
  const results = protocolResults.value.filter((one) => one.model === model?.name);
  if (model?.kind !== "onnx" || model.heads.length < 2) return null;
  const progress = protocols.progress.value;
  const table = () => ({
    columns: ["head", "cells", "top1_masked", "top1_given", "difference", "low", "high", "entropy_masked", "entropy_given"],
    rows: results.map((one) => [
      one.phenotype,
      one.cells,
      one.masked.top1.value,
      one.visible.top1.value,
      one.difference.top1.value,
      one.difference.top1.low,
      one.difference.top1.high,
      one.meanEntropyMasked,
      one.meanEntropyVisible,
    ]),
  });
  return (
    <Card
      title={<Term word="given">With the other phenotypes known</Term>}
      actions={results.length > 0 && <CsvButton table={table} name={`protocols-${model.name}`} />}
      lead={
        labels.length < 2
          ? "To use a cell's other phenotypes as input, choose label columns for at least two phenotypes."
          : `Runs the model again on the labelled cells, with the other phenotypes taken from ` +
            `${labels.map(({ column }) => column).join(", ")}.`
      }
    >
      {results.length > 0 && <Results results={results} />}
      <Failure error={protocols.failure.value} />
      {labels.length >= 2 && (
        <p class="after">
          <TaskButton
            task={protocols}
            title={results.length > 0 ? "Run again" : "Run with the others known"}
            disabled={state.isRunning.value}
            onStart={() => void protocols.start(model.name)}
          />{" "}
          {protocols.isBusy.value && (
            <span role="status">Running{progress && progress.total > 0 ? `, ${percent(progress.done / progress.total)} done` : ""}…</span>
          )}
        </p>
      )}
    </Card>
  );
}
