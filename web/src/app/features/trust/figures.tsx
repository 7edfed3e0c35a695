import { useMemo } from "preact/hooks";
import type { Evaluation } from "../../../contract/types";
import * as state from "../../store";
import { Figure } from "../../ui/figure";
import { Term } from "../../ui/tip";

/** Models in a fixed order, so that each keeps its line's colour. */
export const rankOf = (name: string) => (state.modelByName.value.get(name)?.kind === "onnx" ? 0 : 1);

export function ordered(evaluation: Evaluation) {
  return [...evaluation.metrics].sort((a, b) => rankOf(a.model) - rankOf(b.model));
}

/** A model's short name. */
export const nameOf = (name: string) => {
  const model = state.modelByName.value.get(name);
  return model ? state.modelLabel(model) : name;
};

export function TopKFigure({ evaluation }: { evaluation: Evaluation }) {
  const data = useMemo(() => ({ series: ordered(evaluation).map((one) => ({ name: nameOf(one.model), topK: one.topK })) }), [evaluation]);
  return (
    <Figure
      title={<Term word="topK">Top-k accuracy</Term>}
      lead="Fraction of cells whose label is among the top k predictions."
      name={`top-k-${evaluation.phenotype}`}
      data={data}
      draw={(plots, ...rest) => plots.topK(...rest)}
      table={() => ({
        columns: ["model", "k", "share", "low", "high"],
        rows: evaluation.metrics.flatMap((one) => one.topK.map((at, i) => [one.model, i + 1, at.value, at.low, at.high])),
      })}
    />
  );
}

export function ReliabilityFigure({ evaluation }: { evaluation: Evaluation }) {
  const data = useMemo(
    () => ({
      series: ordered(evaluation).map((one) => ({ name: nameOf(one.model), bins: one.calibration.mass, ece: one.calibration.eceMass })),
    }),
    [evaluation],
  );
  return (
    <Figure
      title={<Term word="eceMass">Calibration: when it says 80%, is it right 80% of the time?</Term>}
      lead="Accuracy against predicted probability, in 15 bins of equally many cells; points below the line: overconfident."
      name={`reliability-${evaluation.phenotype}`}
      data={data}
      draw={(plots, ...rest) => plots.reliability(...rest)}
      table={() => ({
        columns: ["model", "bins", "mean_confidence", "share_right", "cells"],
        rows: evaluation.metrics.flatMap((one) =>
          (["mass", "width"] as const).flatMap((kind) =>
            one.calibration[kind].map((bin) => [one.model, kind, bin.meanConfidence, bin.shareRight, bin.cells]),
          ),
        ),
      })}
    />
  );
}
