import { useSignal, useSignalEffect } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Reply } from "../../../contract/protocol";
import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import { value } from "../../../plots/format";
import { call, fail } from "../../engine-client";
import { selectCells } from "../map/selection";
import { baseName } from "../export/base-name";
import { explanation } from "./run";
import * as state from "../../store";
import * as why from "./state";
import { isOfScores } from "./words";
import { Figure } from "../../ui/figure";
import { Note } from "../../ui/parts";

type CellAttribution = NonNullable<Reply<"attributionOfCell">>;
const SHOWN_GENES = 14;

/** One cell, gene by gene, from its baseline's logit to its own. */
export function CellFigure({ report, group, title }: { report: AttributionReport; group: AttributionGroup; title: string }) {
  const place = useSignal(-1);
  const found = useSignal<{ cell: number; attribution: CellAttribution } | null>(null);
  const at = place.value >= 0 && place.value < group.examples.length ? place.value : Math.floor(group.examples.length / 2);
  const cell = group.examples[at];
  useSignalEffect(() => {
    const now = why.group.value;
    const wanted = now?.examples[place.value >= 0 && place.value < now.examples.length ? place.value : Math.floor(now.examples.length / 2)];
    if (wanted === undefined || explanation.isBusy.value) return;
    call("attributionOfCell", { matrix: state.shownMatrix.value, cell: wanted, genes: SHOWN_GENES }).then((attribution) => {
      found.value = attribution && { cell: wanted, attribution };
    }, fail);
  });
  const attribution = found.value?.cell === cell ? found.value.attribution : null;
  const data = useMemo(
    () =>
      attribution && {
        title,
        bars: attribution.genes.map((one) => ({ name: report.symbols[one.gene]!, mean: one.attribution, low: NaN, high: NaN })),
        what: "loss of the score difference when the gene is left out",
        from: attribution.atBaseline,
        to: attribution.atCell,
        steps: [
          ...attribution.genes.map((one) => ({ name: report.symbols[one.gene]!, change: one.attribution, isGene: true })),
          { name: "other genes", change: attribution.rest, isGene: false },
        ],
      },
    [attribution, title],
  );
  if (cell === undefined) return null;
  if (!data || !attribution) return explanation.isBusy.value ? null : <Note>Reading one cell…</Note>;
  const isScore = isOfScores(report);
  const quantity = isScore ? "score difference" : "logit";
  const step = (by: number) => {
    place.value = (at + by + group.examples.length) % group.examples.length;
  };
  const actions = (
    <>
      <button type="button" class="tool" aria-label={`Cell with a lower ${quantity}`} onClick={() => step(-1)}>
        ‹
      </button>
      <button type="button" class="tool" aria-label={`Cell with a higher ${quantity}`} onClick={() => step(1)}>
        ›
      </button>
      <button
        type="button"
        class="tool"
        onClick={() => {
          selectCells(Uint32Array.of(cell), null);
        }}
      >
        Select on map
      </button>
    </>
  );
  return (
    <Figure
      title="Attribution in one cell"
      name={`${baseName()}-${report.model}-cell-${cell + 1}`}
      data={data}
      actions={actions}
      draw={(plots, ...rest) => (isScore ? plots.attributionBars(...rest) : plots.waterfall(...rest))}
      lead={
        `Cell ${cell + 1}: example ${at + 1} of ${group.examples.length}, from the lowest to the highest ${quantity}. ` +
        `${isScore ? "Score difference" : "Logit"} ` +
        `${value(attribution.atCell)}` +
        `${Number.isNaN(attribution.atBaseline) ? "" : `, baseline ${value(attribution.atBaseline)}`}.`
      }
      table={() => ({
        columns: ["gene", "attribution"],
        rows: data.steps.filter(({ isGene }) => isGene || !isScore).map(({ name, change }) => [name, change]),
      })}
    />
  );
}
