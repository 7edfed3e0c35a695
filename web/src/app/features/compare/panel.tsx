import type { CompareDesign } from "../../../contract/compare";
import type { COMPARED } from "../../share/link";
import * as state from "../../store";
import { Headline, Note, Segments } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { donors } from "../trust/state";
import { CompositionCards } from "./composition-cards";
import { CompareControls } from "./controls";
import { DesignCard } from "./design-card";
import { ExpressionCards } from "./expression-cards";
import { exportCompareReport, exportCompareScript } from "./files";
import { PhenotypeCards } from "./phenotype-cards";
import { describing } from "./run";
import * as compare from "./state";
import { fail } from "../../engine-client";

const TITLES: Record<(typeof COMPARED)[number], string> = {
  design: "Design",
  composition: "Composition",
  expression: "Expression",
  phenotype: "Phenotype",
};

/** Why nothing can be asked yet. */
function Missing() {
  const { condition, conditionLevels, types } = compare;
  const words =
    compare.conditionColumns.value.length === 0
      ? "No column of obs has two levels or more, so there are no conditions to compare."
      : condition.value === ""
        ? "No column looks like conditions: choose the one whose levels are to be compared."
        : conditionLevels.value.length < 2 && state.columns.value.has(condition.value)
          ? `${condition.value} has fewer than two named levels: choose another column.`
          : types.value === ""
            ? "Choose what cells are compared within: a column of cell types, or name the groups under Annotate."
            : "";
  return words ? <Note>{words}</Note> : null;
}

/** That p values are withheld, in one sentence; that no donors are named, where they are not asked for yet. */
function Refusals({ design }: { design: CompareDesign }) {
  return (
    <>
      {design.refusals.map((one) => (
        <Note key={one}>
          {one}
          {design.donors === null &&
            donors.value === "" &&
            (state.info.value?.columns.length ?? 0) > 1 &&
            " Choose the column that names the donors above."}
        </Note>
      ))}
      {design.confounded.map(({ column, words }) => (
        <Note key={column}>{words}</Note>
      ))}
    </>
  );
}

function Part({ design }: { design: CompareDesign }) {
  const report = compare.composition.value ?? compare.kept.composition.value?.found;
  switch (compare.part.value) {
    case "composition":
      return report ? <CompositionCards report={report} /> : null;
    case "expression":
      return <ExpressionCards />;
    case "phenotype":
      return <PhenotypeCards />;
    default:
      return <DesignCard design={design} />;
  }
}

/** What differs between conditions, with donors as the units. */
export function ComparePanel() {
  const design = compare.design.value;
  const hasQuestion = compare.question.value !== null;
  return (
    <>
      <Headline title="Compare conditions">
        {design && hasQuestion
          ? ""
          : "What differs between two conditions, with donors as the units: who can be compared, shares of cell types, genes " +
            "within a type, and what models see."}
      </Headline>
      <CompareControls />
      <Missing />
      <Failure error={describing.failure.value} />
      {hasQuestion && state.isRunning.value && !design && (
        <p class="lead" role="status">
          Can begin once the analysis has ended.
        </p>
      )}
      {hasQuestion && design && !describing.failure.value && (
        <>
          <Refusals design={design} />
          <div class="controls">
            <Segments
              label="Parts of the comparison"
              value={compare.part.value}
              onChoose={(value) => compare.ask({ compared: value === "design" ? undefined : (value as (typeof COMPARED)[number]) })}
              choices={Object.entries(TITLES).map(([value, title]) => ({ value, title }))}
            />
            <span class="tools">
              <button type="button" class="tool" onClick={() => void exportCompareReport().catch(fail)}>
                Report
              </button>{" "}
              <button type="button" class="tool" onClick={() => void exportCompareScript().catch(fail)}>
                Python
              </button>
            </span>
          </div>
          <Part design={design} />
        </>
      )}
    </>
  );
}
