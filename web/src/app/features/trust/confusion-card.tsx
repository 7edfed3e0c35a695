import { useMemo } from "preact/hooks";
import type { Metrics } from "../../../contract/types";
import { count } from "../../../plots/format";
import { commonMistakes, confusionView, MERGED } from "../../../plots/confusion-view";
import { shortClass } from "../../../plots/class-names";
import { fail } from "../../engine-client";
import { selectConfused } from "./run";
import { Figure } from "../../ui/figure";

/** Which labels a model mistakes, and for what. */
export function ConfusionCard({ metrics }: { metrics: Metrics }) {
  const data = useMemo(
    () => ({
      ...confusionView(metrics),
      onPick: (row: string, column: string) => void selectConfused(metrics.model, row, column === MERGED ? "" : column).catch(fail),
    }),
    [metrics],
  );
  const mistakes = useMemo(() => commonMistakes(metrics), [metrics]);
  const isMerged = data.columns.length < metrics.confusion.labels.length || data.columns.includes(MERGED);
  const words = mistakes
    .map((one) => `${shortClass(one.label)} predicted as ${shortClass(one.predicted)} (${count(one.cells)} of ${count(one.labelCells)})`)
    .join("; ");
  return (
    <Figure
      title="Confusion matrix (true label against prediction)"
      lead={
        <>
          {words ? `Most frequent errors: ${words}.` : "No errors."} Rows: labels of the file, shaded by fraction of the row; similar
          classes are adjacent. Click a field to select its cells on the map.{isMerged ? " Small classes are merged; the CSV has all." : ""}
        </>
      }
      name={`confusion-${metrics.phenotype}-${metrics.model}`}
      data={data}
      draw={(plots, ...rest) => plots.confusion(...rest)}
      table={() => ({
        columns: ["label", ...metrics.confusion.labels],
        rows: metrics.confusion.counts.map((row, r) => [metrics.confusion.labels[r], ...row]),
      })}
    />
  );
}
