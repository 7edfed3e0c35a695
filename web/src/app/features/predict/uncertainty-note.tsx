import { useMemo } from "preact/hooks";
import type { HeadInfo, HeadScores } from "../../../contract/types";
import { count, percent } from "../../../plots/format";
import { selectCells, uncertainCells } from "../map/selection";
import { Note } from "../../ui/parts";

/** Cells of which a model of one's own is less certain than of held-out cells: they may be of a type it does not know. */
export function UncertaintyNote({ scores, head }: { scores: HeadScores; head: HeadInfo }) {
  const { found } = head.doubt!;
  const flagged = useMemo(() => uncertainCells(scores, head), [scores, head]);
  // Cells that a model does not read have no entropy.
  const read = useMemo(() => scores.entropy.reduce((sum, one) => sum + Number(!Number.isNaN(one)), 0), [scores]);
  if (read === 0) return null;
  const share = flagged.length / read;
  const sentence = share > 0.1 ? "more than the 5% expected: look for unknown cell types or batch effects" : "about the 5% expected";
  return (
    <Note kind={share > 0.1 ? "warn" : "good"}>
      {count(flagged.length)} cells ({percent(share)}) have a higher entropy than 95% of the held-out training cells, {sentence}. Of classes
      left out of training, {percent(found)} of the cells did.
      {flagged.length > 0 && (
        <>
          {" "}
          <button
            type="button"
            class="link"
            onClick={() => selectCells(flagged, { kind: "doubt", model: scores.model, head: head.phenotype })}
          >
            Select these cells
          </button>
        </>
      )}
    </Note>
  );
}
