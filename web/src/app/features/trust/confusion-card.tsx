import { useMemo } from "preact/hooks";
import type { Metrics } from "../../../contract/types";
import { count } from "../../../plots/format";
import { commonMistakes, confusionView } from "../../../plots/confusion-view";
import { fail } from "../../engine-client";
import { selectConfused } from "./run";
import { Figure } from "../../ui/figure";

/** Where a model is wrong, and what it says instead. */
export function ConfusionCard({ metrics }: { metrics: Metrics }) {
  const data = useMemo(
    () => ({
      ...confusionView(metrics),
      onPick: (row: string, column: string) => void selectConfused(metrics.model, row, column === "all others" ? "" : column).catch(fail),
    }),
    [metrics],
  );
  const mistakes = useMemo(() => commonMistakes(metrics), [metrics]);
  const folded = data.columns.length < metrics.confusion.labels.length || data.columns.includes("all others");
  const words = mistakes.map((one) => `${one.label} called ${one.called} (${count(one.cells)} of ${count(one.of)})`).join("; ");
  return (
    <Figure
      title="What is called what"
      lead={
        <>
          {words ? `Most often: ${words}.` : "No cell is mistaken."} A row is a label of the file, shaded by its share; like ones are
          neighbours. Press a field to see its cells on the map.{folded ? " Small classes are folded here, all are in the CSV." : ""}
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
