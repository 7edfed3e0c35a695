import { useMemo } from "preact/hooks";
import type { HeadInfo, HeadScores } from "../../../contract/types";
import { count, percent } from "../../../plots/format";
import { doubted, selectCells } from "../map/selection";
import { Note } from "../../ui/parts";

/** Cells that a model of one's own doubts more than it doubted the cells it was held out on: they may be of a type it does not know. */
export function DoubtNote({ scores, head }: { scores: HeadScores; head: HeadInfo }) {
  const { found } = head.doubt!;
  const flagged = useMemo(() => doubted(scores, head), [scores, head]);
  if (scores.cells === 0) return null;
  const share = flagged.length / scores.cells;
  const said =
    share > 0.1
      ? "more than the 5% of data like those it was trained on: look for types it does not know, or another laboratory's hand"
      : "about what data like those it was trained on have";
  return (
    <Note kind={share > 0.1 ? "warn" : "good"}>
      {count(flagged.length)} cells ({percent(share)}) are in more doubt than 95% of the cells it was tested on, {said}. Of classes it never
      saw, {percent(found)} of the cells were.
      {flagged.length > 0 && (
        <>
          {" "}
          <button
            type="button"
            class="link"
            onClick={() => selectCells(flagged, { kind: "doubt", model: scores.model, head: head.phenotype })}
          >
            Select them
          </button>
        </>
      )}
    </Note>
  );
}
