import { useMemo } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { LedgerMetric, PairedDifference } from "../../../contract/trust";
import type { Evaluation } from "../../../contract/types";
import { count, many, percent, score } from "../../../plots/format";
import { shortClass } from "../../../plots/class-names";
import { Failure } from "../../ui/run-parts";
import { showAgreement } from "./run";
import { Figure } from "../../ui/figure";
import { ModelsCard } from "./models-card";
import { Card, CsvButton, Note } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { nameOf } from "./figures";

/** Metrics drawn: those where more is better, then the others with their sign reversed, so that positive always favours the first model. */
const DRAWN: [LedgerMetric, string, 1 | -1][] = [
  ["top1", "top-1", 1],
  ["top3", "top-3", 1],
  ["top5", "top-5", 1],
  ["balancedAccuracy", "balanced accuracy", 1],
  ["macroF1", "macro F1", 1],
  ["brier", "Brier (sign reversed)", -1],
  ["ece", "ECE (sign reversed)", -1],
];

type ClassRow = PairedDifference["perClass"][number];
const COLUMNS = (first: string, second: string): SortColumn<ClassRow>[] => [
  { key: "label", title: "Class", by: (row) => row.label, cell: (row) => <span title={row.label}>{shortClass(row.label)}</span> },
  { key: "cells", title: "Cells", by: (row) => row.cells, cell: (row) => count(row.cells) },
  {
    key: "first",
    title: first,
    by: (row) => row.first,
    cell: (row) => <span class={row.first > row.second ? "win" : ""}>{score(row.first)}</span>,
  },
  {
    key: "second",
    title: second,
    by: (row) => row.second,
    cell: (row) => <span class={row.second > row.first ? "win" : ""}>{score(row.second)}</span>,
  },
];

function Pair({ pair, evaluation }: { pair: PairedDifference; evaluation: Evaluation }) {
  const [first, second] = pair.models.map(nameOf);
  const data = useMemo(
    () => ({
      rows: DRAWN.map(([metric, label, sign]) => {
        const { value, low, high } = pair.differences[metric];
        return { label, value: sign * value, low: sign === 1 ? low : -high, high: sign === 1 ? high : -low };
      }).filter((row) => Number.isFinite(row.value)),
      about: `${first} minus ${second}`,
      x: `difference, ${first} minus ${second}`,
      y: "metric",
      referenceName: "no difference",
      reference: 0,
      format: (value: number) => `${value > 0 ? "+" : ""}${score(value)}`,
    }),
    [pair],
  );
  const units = evaluation.donors ? many(evaluation.units, "donor") : "cells";
  return (
    <>
      <Failure error={showAgreement.failure.value} />
      <Figure
        title={
          <Term word="paired">
            {first} minus {second}
          </Term>
        }
        name={`paired-${evaluation.phenotype}`}
        data={data}
        draw={(plots, ...rest) => plots.forest(...rest)}
        lead={
          `On the same ${many(pair.cells, "cell")}; positive: ${first} is better. 95% intervals over ${units}. The ` +
          `two models agree on ${percent(pair.agree / pair.cells)} of the cells.`
        }
        actions={
          <button type="button" class="tool" onClick={() => void showAgreement.start(pair.models)}>
            Show on map
          </button>
        }
        table={() => ({
          columns: ["metric", "difference", "low", "high"],
          rows: Object.entries(pair.differences).map(([metric, one]) => [metric, one.value, one.low, one.high]),
        })}
      />
      <Card
        title="Accuracy per class"
        lead="Fraction of each class predicted correctly; the larger one is green. Descriptive, not a test."
        actions={
          <CsvButton
            name={`paired-per-class-${evaluation.phenotype}`}
            table={() => ({
              columns: ["label", "cells", ...pair.models],
              rows: pair.perClass.map((row) => [row.label, row.cells, row.first, row.second]),
            })}
          />
        }
      >
        <SortableTable caption="Accuracy per class" columns={COLUMNS(first, second)} rows={pair.perClass} keyOf={(row) => row.label} />
      </Card>
    </>
  );
}

/** Models on the same cells. */
export function ModelsSection({ evaluation }: { evaluation: Evaluation }) {
  const chosen = useSignal(0);
  const { pairs } = evaluation;
  const pair = pairs[Math.min(chosen.value, pairs.length - 1)];
  return (
    <>
      <ModelsCard evaluation={evaluation} />
      {pairs.length === 0 && <Note>Only one model has finished. Another one, such as your own, is compared as soon as it is done.</Note>}
      {pairs.length > 1 && (
        <label class="field">
          <span>Compare</span>
          <select
            value={String(chosen.value)}
            onChange={(event) => {
              chosen.value = Number(event.currentTarget.value);
            }}
          >
            {pairs.map((one, i) => (
              <option key={one.models.join()} value={String(i)}>
                {one.models.map(nameOf).join(" and ")}
              </option>
            ))}
          </select>
        </label>
      )}
      {pair && <Pair key={pair.models.join()} pair={pair} evaluation={evaluation} />}
    </>
  );
}
