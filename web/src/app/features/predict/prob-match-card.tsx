import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { UNASSIGNED } from "../../../contract/votes";
import { count, percent } from "../../../plots/format";
import { analyzeAgain, call, fail } from "../../engine-client";
import * as state from "../../store";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";

/** CellTypist's own threshold. */
const USUAL = 0.5;

interface Row {
  label: string;
  cells: number;
}

const COLUMNS: SortColumn<Row>[] = [
  { key: "label", title: "Labels", by: ({ label }) => label, cell: ({ label }) => label.replaceAll("|", " | ") },
  { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
];

const tableOf = (rows: Row[]) => ({ columns: ["labels", "cells"], rows: rows.map(({ label, cells }) => [label, cells]) });

/** Cells of each combination of labels, once the model has been asked for all classes above the threshold. */
function useRows(model: string): Row[] {
  const rows = useSignal<Row[]>([]);
  const isDone = state.runByModel.value.get(model)?.finished ?? false;
  const threshold = state.options.value?.threshold;
  useEffect(() => {
    if (!isDone || threshold === undefined) {
      rows.value = [];
      return;
    }
    let isWanted = true;
    call("matchedLabels", { model, phenotype: state.head.peek() }).then((found) => {
      if (!isWanted || !found) return;
      const cells = new Uint32Array(found.labels.length);
      for (const code of found.codes) if (code >= 0) cells[code]++;
      rows.value = found.labels.map((label, i) => ({ label, cells: cells[i] }));
    }, fail);
    return () => {
      isWanted = false;
    };
  }, [model, isDone, threshold]);
  return rows.value;
}

/** Every class above a threshold as a cell's labels, as CellTypist's 'prob match'; of models with a probability a class. */
export function ProbMatchCard({ model }: { model: string }) {
  const rows = useRows(model);
  const { threshold } = state;
  const set = (next: number | null) => {
    state.choose({ threshold: next });
    void analyzeAgain(model);
  };
  const turn = (isOn: boolean) => set(isOn ? USUAL : null);
  const total = rows.reduce((sum, { cells }) => sum + cells, 0);
  const share = (is: (label: string) => boolean) =>
    percent(rows.filter(({ label }) => is(label)).reduce((sum, { cells }) => sum + cells, 0) / Math.max(total, 1));
  return (
    <Card
      title="Several labels, or none"
      lead="Every class above a probability is a label of the cell, as in CellTypist’s prob match; the map shows the best class."
      actions={rows.length > 0 && <CsvButton name="prob-match" table={() => tableOf(rows)} />}
    >
      <div class="controls">
        <label class="radio">
          <input type="checkbox" checked={threshold.value !== null} onChange={(event) => turn(event.currentTarget.checked)} /> Label every
          class above
        </label>
        <label class="field">
          <span class="sr">Probability</span>
          <input
            type="number"
            min={0}
            max={0.99}
            step={0.05}
            disabled={threshold.value === null}
            value={threshold.value ?? USUAL}
            onChange={(event) => {
              const next = Number(event.currentTarget.value);
              if (next >= 0 && next < 1) set(next);
            }}
          />
        </label>
      </div>
      {rows.length > 0 && (
        <>
          <p>
            {share((label) => label === UNASSIGNED)} of the cells have no class above it, {share((label) => label.includes("|"))} have
            several. cells.csv and the annotated .h5ad have the labels.
          </p>
          <SortableTable caption="Cells by their labels" columns={COLUMNS} rows={rows} keyOf={({ label }) => label} first="cells" />
        </>
      )}
    </Card>
  );
}
