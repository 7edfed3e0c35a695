import type { HeadSummary } from "../../../contract/types";
import { besideTable, cellsOf, differingCells, type ClassBeside, type ClassSide } from "../../../exports/models-beside";
import { shortClass } from "../../../plots/class-names";
import { count, many, percent, probability } from "../../../plots/format";
import { selectCells } from "../map/selection";
import * as state from "../../store";
import { lightsOf } from "../trust/verdicts";
import { Card, CsvButton } from "../../ui/parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { headPlural, headTitle } from "../../ui/words";
import { classColumn } from "./class-column";
import { beside, besideChoice, besideChoices, besideModel, besideRows, showDiffering } from "./beside-state";

/** One figure of both models, the first above the second; what the first says is what rows are sorted by. */
function figure(key: string, title: SortColumn<ClassBeside>["title"], of: (side: ClassSide) => number, as: (value: number) => string) {
  const shown = (side: ClassSide | null) => (side && Number.isFinite(of(side)) ? as(of(side)) : "–");
  return {
    key,
    title,
    by: (row: ClassBeside) => (row.sides[0] ? of(row.sides[0]) : -1),
    cell: ({ sides: [first, second] }: ClassBeside) => (
      <>
        <span>{shown(first)}</span>
        <span>{shown(second)}</span>
      </>
    ),
  };
}

/** Shares of all cells, where one of the models has not read all: counts of both could not be compared. */
function shares(summaries: [HeadSummary, HeadSummary]): SortColumn<ClassBeside> {
  const of = ({ label, ontologyId }: ClassBeside, place: 0 | 1) => {
    const { classes, cells } = summaries[place];
    const row = classes.find((one) => (ontologyId ? one.ontologyId === ontologyId : one.label === label));
    return row && { share: { value: row.cells / Math.max(cells, 1), low: NaN, high: NaN }, ...row };
  };
  return {
    key: "cells",
    title: <Term word="sampledShare">Share of cells</Term>,
    by: (row) => of(row, 0)?.share.value ?? -1,
    cell: (row) => (
      <>
        {([0, 1] as const).map((place) => {
          const share = of(row, place)?.share;
          const { low, high } = share ?? { low: NaN, high: NaN };
          return (
            <span key={place}>
              {share ? percent(share.value) : "–"}
              {Number.isFinite(low) && (
                <small>
                  {" "}
                  {percent(low)} to {percent(high)}
                </small>
              )}
            </span>
          );
        })}
      </>
    ),
  };
}

function columnsOf(phenotype: string, names: [string, string], summaries: [HeadSummary, HeadSummary]): SortColumn<ClassBeside>[] {
  return [
    classColumn(phenotype),
    {
      key: "model",
      title: "Model",
      by: cellsOf,
      cell: () => (
        <>
          {names.map((name) => (
            <span key={name} class="modelname" title={name}>
              {name}
            </span>
          ))}
        </>
      ),
    },
    summaries.some(({ sampled }) => sampled)
      ? shares(summaries)
      : figure("cells", <Term word="cells">Cells</Term>, ({ cells }) => cells, count),
    figure("probability", <Term word="probability">p</Term>, (side) => side.probability, probability),
    figure("entropy", <Term word="entropy">Entropy</Term>, (side) => side.entropy, probability),
    figure("agree", "Agree", ({ agree }) => agree, percent),
  ];
}

/** Two models class by class, and the cells in which they differ. */
export function BesideCard({ onClass }: { onClass(label: string): void }) {
  const [now, found, head, active, other] = [
    beside.value,
    besideRows.value,
    state.activeHead.value,
    state.activeModel.value,
    besideModel.value,
  ];
  if (!now || !found || !head || !active || !other) return null;
  const names: [string, string] = [state.modelLabel(active), state.modelLabel(other)];
  const { compared, differ } = found;
  const told = lightsOf(active.name)?.lights.find(({ name, interval }) => name === "disagreement" && interval);
  return (
    <Card
      title={`Predicted ${headPlural(head.phenotype)}`}
      lead={
        <>
          {names[0]} above, {names[1]} below.{" "}
          {compared > 0
            ? told
              ? `${told.says} `
              : `They differ in ${many(differ, "cell")} (${percent(differ / compared)} of the ${count(compared)} that both can name). `
            : "None of their classes can be compared. "}
          Click a class to list its cells below.
        </>
      }
      actions={
        <CsvButton
          name={`models-${head.phenotype}`}
          table={() => besideTable([{ phenotype: head.phenotype, models: now.models, found }])}
        />
      }
    >
      <div class="controls">
        {besideChoices.value.length > 1 && (
          <label class="field">
            <span>Beside it</span>
            <select
              value={other.name}
              onChange={(event) => {
                besideChoice.value = event.currentTarget.value;
              }}
            >
              {besideChoices.value.map((model) => (
                <option key={model.name} value={model.name}>
                  {state.modelLabel(model)}
                </option>
              ))}
            </select>
          </label>
        )}
        {differ > 0 && (
          <>
            <button type="button" class="link" onClick={showDiffering}>
              Colour the map by where they differ
            </button>
            <button type="button" class="link" onClick={() => selectCells(differingCells(now.codes), null)}>
              Select the {count(differ)} cells
            </button>
          </>
        )}
      </div>
      <div class="beside">
        <SortableTable
          caption={`Cells by predicted ${headTitle(head.phenotype)}`}
          columns={columnsOf(head.phenotype, names, now.summaries)}
          rows={found.rows}
          keyOf={({ label, ontologyId }) => `${ontologyId} ${label}`}
          onRow={({ label }) => onClass(label)}
          rowLabel={({ label }) => `List cells predicted as ${shortClass(label)}`}
        />
      </div>
    </Card>
  );
}
