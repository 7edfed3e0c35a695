import type { CellsReport, ExpressionType } from "../../../contract/compare";
import { median } from "../../../contract/numbers";
import { cellsTable } from "../../../exports/compare-csv";
import { shortClass } from "../../../plots/class-names";
import { count, many } from "../../../plots/format";
import { Card, CsvButton } from "../../ui/parts";
import { Failure, TaskButton } from "../../ui/run-parts";
import { baseName } from "../export/base-name";
import { testingCells } from "./run";
import * as compare from "./state";

/** What the splits of one type show, in a sentence. */
export function splitWords({ splitByCells, splitByDonors, split, donors, distinct }: CellsReport["types"][number]): string {
  if (splitByCells.length === 0) return "Under four donors of either condition, so that none can be split into two halves of two.";
  return (
    `Where the ${many(donors, "donor")} of ${split} are split into two halves, so that nothing differs ` +
    `(${splitByCells.length} of ${many(distinct, "way")}), cells as units find a median of ${count(median(splitByCells))} genes ` +
    `(at most ${count(Math.max(...splitByCells))}), donors as units ${count(median(splitByDonors))} ` +
    `(at most ${count(Math.max(...splitByDonors))}).`
  );
}

function Found({ report, shown }: { report: CellsReport; shown: string }) {
  const one = report.types.find(({ type }) => type === shown);
  const tested = new Set(compare.expression.value?.types.filter(({ isTested }) => isTested).map(({ type }) => type));
  return (
    <>
      {one && (
        <p>
          {shown}: {count(one.byCells)} genes at an FDR of 5% with cells as units, {count(one.byDonors)} with donors. {splitWords(one)}{" "}
          Cells of one donor resemble each other: counted as independent, they make chance differences between donors look certain.
        </p>
      )}
      <div class="scroll wrong" tabIndex={0} role="region" aria-label="Genes found with cells and with donors as units">
        <table>
          <caption class="sr">Genes at an FDR of 5% with cells and with donors as units</caption>
          <thead>
            <tr>
              <th scope="col">Type</th>
              <th scope="col">Cells</th>
              <th scope="col">Donors</th>
              <th scope="col">False, cells</th>
              <th scope="col">False, donors</th>
            </tr>
          </thead>
          <tbody>
            {report.types
              .filter(({ type }) => tested.has(type))
              .map(({ type, byCells, byDonors, splitByCells, splitByDonors }) => (
                <tr key={type} class={type === shown ? "on" : ""}>
                  <td title={type}>{shortClass(type)}</td>
                  <td>{count(byCells)}</td>
                  <td>{count(byDonors)}</td>
                  <td>{splitByCells.length > 0 ? count(median(splitByCells)) : "–"}</td>
                  <td>{splitByDonors.length > 0 ? count(median(splitByDonors)) : "–"}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** The same genes by cells as units, which is wrong: the teaching case. */
export function CellsCard({ within }: { within: ExpressionType }) {
  const report = compare.cells.value;
  return (
    <Card
      title="If cells were the units"
      lead="The commonest mistake: every cell counted as an independent observation. Shown to be compared with, not to be reported."
      actions={report && <CsvButton table={() => cellsTable(report)} name={`${baseName()}-cells-as-units`} />}
    >
      {report ? (
        <Found report={report} shown={within.type} />
      ) : (
        <TaskButton task={testingCells} title="Test by cells" onStart={() => void testingCells.start()} />
      )}
      {testingCells.isBusy.value && (
        <p class="after" role="status">
          Testing every gene by cells, and between halves of the donors…
        </p>
      )}
      <Failure error={testingCells.failure.value} />
    </Card>
  );
}
