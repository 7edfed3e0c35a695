import { useSignal, useSignalEffect } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { Reply } from "../../../contract/protocol";
import type { AttributionGroup, AttributionReport } from "../../../contract/operations/attribution";
import { many, value } from "../../../plots/format";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { baseName } from "../export/export";
import * as why from "./state";
import { Figure } from "../../ui/figure";
import { Note } from "../../ui/parts";

type OfCell = NonNullable<Reply<"attributionOfCell">>;
const GENES = 14;

/** One cell, gene by gene, from its baseline's logit to its own. */
export function CellFigure({ report, group, title }: { report: AttributionReport; group: AttributionGroup; title: string }) {
  const place = useSignal(-1);
  const found = useSignal<{ cell: number; of: OfCell } | null>(null);
  const at = place.value >= 0 && place.value < group.examples.length ? place.value : Math.floor(group.examples.length / 2);
  const cell = group.examples[at];
  useSignalEffect(() => {
    const now = why.group.value;
    const wanted = now?.examples[place.value >= 0 && place.value < now.examples.length ? place.value : Math.floor(now.examples.length / 2)];
    if (wanted === undefined || why.isBusy.value) return;
    call("attributionOfCell", { matrix: state.shownMatrix.value, cell: wanted, genes: GENES }).then((of) => {
      found.value = of && { cell: wanted, of };
    }, fail);
  });
  const of = found.value?.cell === cell ? found.value.of : null;
  const data = useMemo(
    () =>
      of && {
        title,
        from: of.atBaseline,
        to: of.atCell,
        steps: [
          ...of.genes.map(({ gene, attribution }) => ({ name: report.symbols[gene]!, change: attribution, isGene: true })),
          { name: "other genes", change: of.rest, isGene: false },
        ],
      },
    [of, title],
  );
  if (cell === undefined) return null;
  if (!data || !of) return why.isBusy.value ? null : <Note>Reading one cell…</Note>;
  const step = (by: number) => {
    place.value = (at + by + group.examples.length) % group.examples.length;
  };
  const actions = (
    <>
      <button type="button" class="take" aria-label="A less sure cell" onClick={() => step(-1)}>
        ‹
      </button>
      <button type="button" class="take" aria-label="A surer cell" onClick={() => step(1)}>
        ›
      </button>
      <button
        type="button"
        class="take"
        onClick={() => {
          state.selection.value = Uint32Array.of(cell);
        }}
      >
        Find it
      </button>
    </>
  );
  return (
    <Figure
      title="One cell"
      name={`${baseName()}-${report.model}-cell-${cell + 1}`}
      data={data}
      actions={actions}
      draw={(plots, drawn, style, width) => plots.waterfall(drawn, style, width)}
      lead={
        `Cell ${cell + 1}, number ${at + 1} of ${many(group.examples.length, "example")} from the least to the most sure. ` +
        `${
          Number.isNaN(of.atBaseline)
            ? `Its logit is ${value(of.atCell)}.`
            : `Its logit is ${value(of.atCell)}; the baseline's is ${value(of.atBaseline)}.`
        }`
      }
      table={() => ({ columns: ["gene", "attribution"], rows: data.steps.map(({ name, change }) => [name, change]) })}
    />
  );
}
