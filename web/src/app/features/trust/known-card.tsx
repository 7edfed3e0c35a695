import { useEffect } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { count, many, percent, probability } from "../../../plots/format";
import { UNKNOWN } from "../../../contract/obs-columns";
import { call, fail } from "../../engine-client";
import * as state from "../../store";
import { Card } from "../../ui/parts";
import { exportAnnotated } from "../export/export";
import { chosenColumn } from "../export/chosen-column";
import { selectCells } from "../map/selection";
import { threshold } from "./state";

/** A minimum that is being moved is asked about when it rests. */
const REST_MS = 150;

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
      The annotated <code>.h5ad</code> has as <code>{name}_known</code> the class or, where only a wider term has that probability, the
      term; <code>unknown</code> for the other cells and for those like no training cell.
    </>
  );
}

/** Cells whose class is known, and those of which nothing is; asked anew once the minimum rests. */
function useKnown(): { read: number; sure: number; unknown: Uint32Array<ArrayBuffer> } | null {
  const found = useSignal<{ read: number; sure: number; unknown: Uint32Array<ArrayBuffer> } | null>(null);
  const scores = state.activeScores.value;
  const least = threshold.value;
  useEffect(() => {
    if (!scores) return;
    const { model, phenotype, cells, k, probability: all } = scores;
    const timer = setTimeout(() => {
      call("knownLabels", { model, phenotype, least }).then(({ labels, codes }) => {
        const none = labels.indexOf(UNKNOWN);
        const read = Uint32Array.from({ length: cells }, (_, cell) => cell).filter((cell) => codes[cell]! >= 0);
        const unknown = read.filter((cell) => codes[cell] === none);
        const sure = read.filter((cell) => codes[cell] !== none && all[cell * k]! >= least).length;
        found.value = { read: read.length, sure, unknown };
      }, fail);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [scores, least]);
  return found.value;
}

/** Labels only what the model shown is sure of: needs no labels in the file. */
export function KnownCard() {
  const scores = state.activeScores.value;
  const known = useKnown();
  if (!scores || !known) return null;
  const { read, sure, unknown } = known;
  const wider = read - unknown.length - sure;
  return (
    <Card title="Label only confident predictions" lead={<LeastProbability />}>
      <p class="lead" aria-live="polite">
        {many(sure, "cell")} of {count(read)} keep their label ({percent(sure / Math.max(1, read))})
        {wider > 0 && `, ${count(wider)} have a wider term`}; {count(unknown.length)} are unknown. <KnownColumn /> Whether the labels are
        right can only be checked with known ones.
      </p>
      <div class="asks">
        <button type="button" class="btn" disabled={unknown.length === 0} onClick={() => selectCells(unknown, null)}>
          Select the unknown cells on the map
        </button>
        <button type="button" class="btn" disabled={!state.report.value} onClick={() => void exportAnnotated().catch(fail)}>
          Annotated .h5ad
        </button>
      </div>
    </Card>
  );
}
