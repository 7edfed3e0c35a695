import { useMemo } from "preact/hooks";
import type { HeadInfo, HeadScores } from "../../pipeline/types";
import { count, percent } from "../../plots/format";
import * as state from "../state";
import { Note } from "./parts";

/** Cells that a model of one's own doubts more than it doubted the cells it was held out on: they may be of a type it does not know. */
export function DoubtNote({ scores, head }: { scores: HeadScores; head: HeadInfo }) {
  const { threshold, found } = head.doubt!;
  const flagged = useMemo(() => {
    const limit = threshold * Math.log(head.classes.length);
    const cells: number[] = [];
    scores.entropy.forEach((entropy, cell) => { if (entropy > limit) cells.push(cell); });
    return Uint32Array.from(cells);
  }, [scores, head]);
  if (scores.cells === 0) return null;
  const share = flagged.length / scores.cells;
  const said = share > 0.1 ? "more than the 5% of data like those it was trained on: look for types it does not know, or another laboratory's hand" : "about what data like those it was trained on have";
  return (
    <Note kind={share > 0.1 ? "warn" : "good"}>
      {count(flagged.length)} cells ({percent(share)}) are in more doubt than 95% of the cells it was tested on, {said}. Of classes it never saw, {percent(found)} of the cells were.
      {flagged.length > 0 && <> <button type="button" class="link" onClick={() => { state.selection.value = flagged; }}>Select them</button></>}
    </Note>
  );
}
