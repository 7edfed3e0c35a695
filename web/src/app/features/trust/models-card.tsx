import type { Evaluation, Metrics } from "../../../contract/types";
import { bytes, rate, score } from "../../../plots/format";
import * as state from "../../store";
import { Card, CsvButton } from "../../ui/parts";
import { Term } from "../../ui/tip";

type Better = "high" | "low";
type Figure = (metrics: Metrics) => number;

const speedOf = (metrics: Metrics) => state.runByModel.value.get(metrics.model)?.cellsPerSecond ?? Number.NaN;

const FIGURES: [Figure, Better][] = [
  [(metrics) => metrics.topK[0].value, "high"],
  [(metrics) => metrics.macroF1, "high"],
  [(metrics) => metrics.ece, "low"],
  [(metrics) => metrics.aurocWrong, "high"],
  [speedOf, "high"],
];

function isBest(all: readonly Metrics[], one: Metrics, [figure, better]: [Figure, Better]): boolean {
  const values = all.map(figure).filter(Number.isFinite);
  return all.length > 1 && figure(one) === (better === "high" ? Math.max(...values) : Math.min(...values));
}

function Name({ name }: { name: string }) {
  const model = state.modelByName.value.get(name);
  if (!model) return <>{name}</>;
  return (
    <span title={model.trainedOn}>
      {model.title}{" "}
      <small>
        {model.quantization ? `${model.quantization.split(/[,;(]/)[0].trim()}, ` : ""}
        {bytes(model.bytes)}
      </small>
    </span>
  );
}

/** All models on the same labelled cells; the best of each column is highlighted. */
export function ModelsCard({ evaluation }: { evaluation: Evaluation }) {
  const all = evaluation.metrics;
  const show = (value: number, i: number) => (i === FIGURES.length - 1 ? (Number.isFinite(value) ? rate(value) : "–") : score(value));
  const table = () => ({
    columns: ["model", "cells", "top1", "top1_low", "top1_high", "macro_f1", "balanced_accuracy", "ece", "auroc_wrong", "cells_per_second"],
    rows: all.map((one) => [
      one.model,
      one.cells,
      one.topK[0].value,
      one.topK[0].low,
      one.topK[0].high,
      one.macroF1,
      one.balancedAccuracy,
      one.ece,
      one.aurocWrong,
      speedOf(one),
    ]),
  });
  return (
    <Card title="Model comparison" actions={<CsvButton table={table} name={`models-${evaluation.phenotype}`} />}>
      <div class="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col">
                <Term word="top1">Top-1</Term>
              </th>
              <th scope="col">
                <Term word="macroF1">Macro F1</Term>
              </th>
              <th scope="col">
                <Term word="ece">ECE</Term>
              </th>
              <th scope="col">
                <Term word="auroc">AUROC</Term>
              </th>
              <th scope="col">
                <Term word="rate">Cells/s</Term>
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <tr key={one.model}>
                <td>
                  <Name name={one.model} />
                </td>
                {FIGURES.map((figure, i) => (
                  <td key={i} class={isBest(all, one, figure) ? "win" : ""}>
                    {show(figure[0](one), i)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}
