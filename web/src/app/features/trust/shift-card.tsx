import type { BatchShift, ClassShift } from "../../../contract/types";
import { count, many, percent, value } from "../../../plots/format";
import { showFarGroups } from "../survey/run";
import { selectCells } from "../map/selection";
import { currentShift } from "./shift";
import * as state from "../../store";
import { baseName } from "../export/export";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";

const COLUMNS: SortColumn<ClassShift>[] = [
  { key: "label", title: "Called", by: ({ label }) => label, cell: ({ label }) => label },
  { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
  { key: "ratio", title: <Term word="shiftRatio">Distance</Term>, by: ({ ratio }) => ratio, cell: ({ ratio }) => `${value(ratio)}×` },
  { key: "beyond", title: <Term word="shiftBeyond">Beyond 95%</Term>, by: ({ beyond }) => beyond, cell: ({ beyond }) => percent(beyond) },
];

const cellsFar = ({ isFar }: BatchShift) => {
  const cells: number[] = [];
  isFar.forEach((far, cell) => {
    if (far) cells.push(cell);
  });
  return Uint32Array.from(cells);
};

/** How far the cells have shifted from those that the model was trained on, class by class. */
export function ShiftCard() {
  const now = currentShift();
  const found = now?.found;
  if (!found || found.cells === 0) return null;
  const share = found.far / found.cells;
  const table = () => ({
    columns: ["class", "cells", "training_cells", "distance_ratio", "share_beyond_95"],
    rows: found.classes.map((one) => [one.label, one.cells, one.trained, one.ratio, one.beyond]),
  });
  const said =
    share > 0.3
      ? "Another laboratory's hand, or types it does not know: check its calls by markers."
      : share > 0.1
        ? "More than like data would have: look at the classes that moved."
        : "About as many as data like its own would have.";
  return (
    <Card
      title="How far from its training cells"
      actions={<CsvButton name={`${baseName()}-shift`} table={table} />}
      lead={
        `${many(found.far, "cell")} (${percent(share)}) ${found.far === 1 ? "lies" : "lie"} farther from every class than 95% ` +
        `of its own held-out cells did; 5% is what to expect. ${said}`
      }
    >
      <SortableTable caption="Shift by class" columns={COLUMNS} rows={found.classes} keyOf={({ code }) => code} />
      <p class="after">
        {found.unprofiled > 0 && (
          <>
            {many(found.unprofiled, "cell")} {found.unprofiled === 1 ? "is" : "are"} called classes of which it had too few real cells to
            say.{" "}
          </>
        )}
        {found.far > 0 && (
          <button type="button" class="link" onClick={() => selectCells(cellsFar(found), null)}>
            Select the far cells
          </button>
        )}
        {found.far >= 20 && (
          <>
            {" "}
            ·{" "}
            <button type="button" class="link" disabled={state.isRunning.value} onClick={() => showFarGroups(found.isFar)}>
              Groups of them, with their markers
            </button>
          </>
        )}
      </p>
    </Card>
  );
}
