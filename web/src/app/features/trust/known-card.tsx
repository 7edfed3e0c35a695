import { useMemo } from "preact/hooks";
import { count, many, percent, probability } from "../../../plots/format";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { Card } from "../../ui/parts";
import { exportAnnotated } from "../export/export";
import { chosenColumn } from "../export/chosen-column";
import { selectCells } from "../map/selection";
import { threshold } from "./state";

/** How probable a label must be. */
export function LeastProbability() {
  return (
    <label class="field">
      <span>Minimum probability {probability(threshold.value)}</span>
      <input
        type="range"
        min="0"
        max="1"
        step="0.01"
        value={threshold.value}
        onInput={(event) => {
          threshold.value = Number(event.currentTarget.value);
        }}
      />
    </label>
  );
}

/** Which column of files has the labels that are sure enough. */
export function KnownColumn() {
  const name = chosenColumn();
  return name === null ? null : (
    <>
      The annotated <code>.h5ad</code> has them as <code>{name}_known</code>, and <code>unknown</code> for the other cells.
    </>
  );
}

/** Labels only the cells that the model shown is sure of: needs no labels in the file. */
export function KnownCard() {
  const scores = state.activeScores.value;
  const least = threshold.value;
  const unsure = useMemo(() => {
    if (!scores) return null;
    const { cells, k, probability: all } = scores;
    return Uint32Array.from({ length: cells }, (_, cell) => cell).filter((cell) => !(all[cell * k]! >= least));
  }, [scores, least]);
  if (!scores || !unsure) return null;
  const known = scores.cells - unsure.length;
  return (
    <Card title="Label only confident predictions" lead={<LeastProbability />}>
      <p class="lead" aria-live="polite">
        {many(known, "cell")} of {count(scores.cells)} keep their label ({percent(known / Math.max(1, scores.cells))}). <KnownColumn />{" "}
        Whether the labels are right can only be checked with known ones.
      </p>
      <div class="asks">
        <button type="button" class="btn" disabled={unsure.length === 0} onClick={() => selectCells(unsure, null)}>
          Select the others on the map
        </button>
        <button type="button" class="btn" disabled={!state.report.value} onClick={() => void exportAnnotated().catch(fail)}>
          Annotated .h5ad
        </button>
      </div>
    </Card>
  );
}
