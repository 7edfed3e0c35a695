import { useMemo } from "preact/hooks";
import type { Evaluation } from "../../pipeline/types";
import * as state from "../state";
import { Figure } from "./figure";
import { Term } from "./tip";

/** Models in a fixed order, so that each keeps its line's colour. */
function ordered(evaluation: Evaluation) {
  const rank = (name: string) => (state.modelByName.value.get(name)?.kind === "onnx" ? 0 : 1);
  return [...evaluation.metrics].sort((a, b) => rank(a.model) - rank(b.model));
}

const nameOf = (name: string) => {
  const model = state.modelByName.value.get(name);
  return model ? state.modelLabel(model) : name;
};

export function TopKFigure({ evaluation }: { evaluation: Evaluation }) {
  const data = useMemo(() => ({ series: ordered(evaluation).map((one) => ({ name: nameOf(one.model), topK: one.topK })) }), [evaluation]);
  return (
    <Figure title={<Term word="topK">Right within the first k</Term>} lead="Share of cells whose label is among the first k." name={`top-k-${evaluation.phenotype}`}
      data={data} draw={(plots, ...rest) => plots.topK(...rest)}
      table={() => ({
        columns: ["model", "k", "share", "low", "high"],
        rows: evaluation.metrics.flatMap((one) => one.topK.map((at, i) => [one.model, i + 1, at.value, at.low, at.high])),
      })} />
  );
}

export function ReliabilityFigure({ evaluation }: { evaluation: Evaluation }) {
  const data = useMemo(() => ({ series: ordered(evaluation).map((one) => ({ name: nameOf(one.model), bins: one.reliability, ece: one.ece })) }), [evaluation]);
  return (
    <Figure title={<Term word="ece">Says 80%, right 80%?</Term>} lead="Confidence against share right; below the line is too sure." name={`reliability-${evaluation.phenotype}`}
      data={data} draw={(plots, ...rest) => plots.reliability(...rest)}
      table={() => ({
        columns: ["model", "mean_confidence", "share_right", "cells"],
        rows: evaluation.metrics.flatMap((one) => one.reliability.map((bin) => [one.model, bin.meanConfidence, bin.shareRight, bin.cells])),
      })} />
  );
}
