import type { BatchShift, ClassShift } from "../../../contract/types";
import { count, many, percent, value } from "../../../plots/format";
import { showOutlierGroups } from "../survey/run";
import { selectCells } from "../map/selection";
import { currentShift } from "./shift";
import { shortClass } from "../../../plots/class-names";
import * as state from "../../store";
import { baseName } from "../export/base-name";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";

const COLUMNS: SortColumn<ClassShift>[] = [
  { key: "label", title: "Predicted class", by: ({ label }) => label, cell: ({ label }) => <span title={label}>{shortClass(label)}</span> },
  { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
  { key: "ratio", title: <Term word="shiftRatio">Distance</Term>, by: ({ ratio }) => ratio, cell: ({ ratio }) => `${value(ratio)}×` },
  { key: "beyond", title: <Term word="shiftBeyond">Outliers</Term>, by: ({ beyond }) => beyond, cell: ({ beyond }) => percent(beyond) },
];

const outliers = ({ isFar }: BatchShift) => {
  const cells: number[] = [];
  isFar.forEach((far, cell) => {
    if (far) cells.push(cell);
  });
  return Uint32Array.from(cells);
};

/** How similar the cells are to those that the model was trained on, class by class. */
export function ShiftCard() {
  const now = currentShift();
  const found = now?.found;
  if (!found || found.cells === 0) return null;
  const share = found.far / found.cells;
  const table = () => ({
    columns: ["class", "cells", "distance_ratio", "share_far"],
    rows: found.classes.map((one) => [one.label, one.cells, one.ratio, one.beyond]),
  });
  const advice =
    share > 0.3
      ? "Batch effects or unknown cell types: check the predictions by markers."
      : share > 0.1
        ? "More than expected: look at the classes with the largest distance."
        : "As expected for data similar to the training data.";
  return (
    <Card
      title="Similarity to training data"
      actions={<CsvButton name={`${baseName()}-shift`} table={table} />}
      lead={
        `${many(found.far, "cell")} (${percent(share)}) ${found.far === 1 ? "is an outlier" : "are outliers"}, ` +
        `farther from the nearest group of training cells than 95% of the cells of donors left out; 5% are expected. ${advice}`
      }
    >
      <SortableTable caption="Distance from the training data by class" columns={COLUMNS} rows={found.classes} keyOf={({ code }) => code} />
      <p class="after">
        {found.far > 0 && (
          <button type="button" class="link" onClick={() => selectCells(outliers(found), null)}>
            Select outliers
          </button>
        )}
        {found.far >= 20 && (
          <>
            {" "}
            ·{" "}
            <button type="button" class="link" disabled={state.isRunning.value} onClick={() => showOutlierGroups(found.isFar)}>
              Find markers of outliers
            </button>
          </>
        )}
      </p>
    </Card>
  );
}
