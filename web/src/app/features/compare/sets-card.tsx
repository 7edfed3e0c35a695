import type { SetsReport } from "../../../contract/compare";
import { setsTable } from "../../../exports/compare-csv";
import { count, many, value } from "../../../plots/format";
import { Card, CsvButton, Segments } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { SortableTable } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { baseName } from "../export/base-name";
import { SetsPick } from "../gene-sets/sets-pick";
import { sets, setTitle } from "../gene-sets/state";
import { smallFirst } from "./composition-cards";
import { testingSets } from "./run";
import * as compare from "./state";

const METHODS = [
  { value: "camera", title: "camera", hint: "Estimates how far a set's genes vary together from the donors, and allows for it" },
  { value: "preranked", title: "Preranked", hint: "camera on the moderated t alone, with a correlation of .01" },
];
const ROWS = 100;

function Found({ report }: { report: SetsReport }) {
  return (
    <>
      <p class="after">
        {report.file}: {count(report.tested)} of {many(report.sets, "set")} within the size limits are tested.
      </p>
      {report.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <SortableTable
        caption={`Gene sets in ${report.type}`}
        rows={report.found}
        keyOf={({ name }) => name}
        most={ROWS}
        columns={[
          {
            key: "name",
            title: "Set",
            by: ({ name }) => name,
            cell: (one) => (
              <span title={one.description}>
                {setTitle(one.name)}
                <br />
                <small>
                  <i>{one.genes.slice(0, 6).join(", ")}</i>
                </small>
              </span>
            ),
          },
          { key: "size", title: "Genes", by: ({ size }) => size, cell: ({ size }) => count(size) },
          { key: "direction", title: "Direction", by: ({ direction }) => direction, cell: ({ direction }) => direction },
          {
            key: "difference",
            title: <Term word="setDifference">Difference</Term>,
            by: ({ difference }) => Math.abs(difference),
            cell: ({ difference }) => value(difference),
          },
          { key: "p", title: "p", by: ({ p }) => smallFirst(p), cell: ({ p }) => value(p) },
          { key: "q", title: <Term word="adjustedP">FDR</Term>, by: ({ q }) => smallFirst(q), cell: ({ q }) => value(q) },
        ]}
      />
    </>
  );
}

/** Sets of genes in the type shown. */
export function SetsCard({ type }: { type: string }) {
  const report = compare.shownSets.value;
  const again = () => {
    if (sets.value) void testingSets.start(type, sets.value);
  };
  return (
    <Card
      title="Gene sets"
      lead={`Are the genes of a set shifted together in ${type}, more than the other genes?`}
      actions={report && report.found.length > 0 && <CsvButton table={() => setsTable([report])} name={`${baseName()}-sets`} />}
    >
      <SetsPick onChoose={again} />
      {sets.value && (
        <div class="controls sets">
          <Segments
            label="Test of sets"
            choices={METHODS}
            value={compare.setsMethod.value}
            onChoose={(chosen) => {
              compare.setsMethod.value = chosen as typeof compare.setsMethod.value;
              again();
            }}
          />
          {testingSets.isBusy.value ? (
            <button type="button" class="btn" onClick={testingSets.stop}>
              Stop
            </button>
          ) : (
            !report && (
              <button type="button" class="btn primary" onClick={again}>
                Test sets in {type}
              </button>
            )
          )}
        </div>
      )}
      <Failure error={testingSets.failure.value} />
      {report?.refusals.map((one) => (
        <p key={one} class="after">
          {one}
        </p>
      ))}
      {report && report.found.length > 0 && <Found report={report} />}
    </Card>
  );
}
