import { useSignal } from "@preact/signals";
import { toWire } from "../../../contract/errors";
import type { ProtocolResult } from "../../../contract/trust";
import { many, percent, share } from "../../../plots/format";
import { call } from "../../engine-client";
import * as state from "../../store";
import { donors, protocolResults } from "./state";
import { headTitle } from "../../ui/words";
import { Card, CsvButton, Note } from "../../ui/parts";
import { Term } from "../../ui/tip";

const around = ({ low, high }: { low: number; high: number }) => (Number.isFinite(low) ? `${share(low)} – ${share(high)}` : "");

function Results({ results }: { results: ProtocolResult[] }) {
  return (
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Asked for</th>
            <th scope="col">Cells</th>
            <th scope="col">All masked</th>
            <th scope="col">Others given</th>
            <th scope="col">Difference</th>
          </tr>
        </thead>
        <tbody>
          {results.map((one) => (
            <tr key={one.phenotype}>
              <td>{headTitle(one.phenotype)}</td>
              <td>{one.cells.toLocaleString("en")}</td>
              <td>{share(one.masked.top1.value)}</td>
              <td>{share(one.visible.top1.value)}</td>
              <td title={around(one.difference.top1)}>
                {one.difference.top1.value >= 0 ? "+" : ""}
                {share(one.difference.top1.value)} <small>{around(one.difference.top1)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The other protocol of PolyGene's authors, for models that can be told a cell's other phenotypes. */
export function ProtocolCard() {
  const model = state.activeModel.value;
  const running = useSignal<AbortController | null>(null);
  const done = useSignal("");
  const failure = useSignal("");
  const labels = Object.entries(state.labelColumns.value)
    .filter(([, column]) => column)
    .map(([phenotype, column]) => ({
      phenotype,
      column,
      ...(state.byHand.value[phenotype] ? { byHand: state.byHand.value[phenotype] } : {}),
    }));
  const results = protocolResults.value.filter((one) => one.model === model?.name);
  if (model?.kind !== "onnx" || model.heads.length < 2) return null;
  const run = async () => {
    const mine = (running.value = new AbortController());
    failure.value = "";
    try {
      const request = {
        matrix: state.shownMatrix.value,
        model: model.name,
        labels,
        backend: state.backend.value,
        lanes: 0,
        seed: 1,
        ...(donors.value ? { donors: donors.value } : {}),
      };
      const found = await call("protocols", request, {
        signal: mine.signal,
        onProgress: ({ done: seen, total }) => {
          done.value = percent(seen / total);
        },
      });
      protocolResults.value = [...protocolResults.value.filter((one) => one.model !== model.name), ...found];
    } catch (error) {
      const wire = toWire(error);
      if (wire.code !== "cancelled") failure.value = wire.message;
    } finally {
      running.value = null;
    }
  };
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
      title={<Term word="given">Does it lean on what it is told?</Term>}
      actions={results.length > 0 && <CsvButton table={table} name={`protocols-${model.name}`} />}
      lead={
        labels.length < 2
          ? "To tell the model a cell's other phenotypes, choose label columns of at least two heads."
          : `Runs the model once more on the labelled cells, the other phenotypes given from ` +
            `${labels.map(({ column }) => column).join(", ")}.`
      }
    >
      {results.length > 0 && <Results results={results} />}
      {failure.value && <Note kind="bad">{failure.value}</Note>}
      {running.value ? (
        <p class="after" role="status">
          Running, {done.value || "starting"} of {many(state.info.value?.cells ?? 0, "cell")} at most.{" "}
          <button type="button" class="link" onClick={() => running.value?.abort()}>
            Stop
          </button>
        </p>
      ) : (
        labels.length >= 2 && (
          <button type="button" class="btn" disabled={state.isRunning.value} onClick={() => void run()}>
            {results.length > 0 ? "Run again" : "Run with the others given"}
          </button>
        )
      )}
    </Card>
  );
}
