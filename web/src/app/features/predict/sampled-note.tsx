import type { Sampled } from "../../../contract/types";
import { count, percent } from "../../../plots/format";
import { goOn } from "../../engine-client";
import * as state from "../../store";
import { Term } from "../../ui/tip";

/**
 * How many cells the model shown has read, where not all, what is told by them, and the way to read the rest. `areWeighted`: what
 * follows is told of all cells.
 */
export function SampledNote({ sampled, areWeighted }: { sampled: Sampled; areWeighted: boolean }) {
  const { read, of, isDrawn } = sampled;
  const run = state.activeModel.value && state.runByModel.value.get(state.activeModel.value.name);
  const since = (run?.cells ?? read) - read;
  return (
    <p class="lead">
      {count(read)} of {count(of)} cells read ({percent(read / of)})
      {isDrawn && since > 0 && `, and ${count(since)} more as the file has them`}.{" "}
      {isDrawn && !areWeighted ? (
        <>Checks are told of all cells; scores on labels and entropy by group are of the cells read, of which more are of rare types.</>
      ) : isDrawn ? (
        <>
          Shares and means are told of <Term word="sampledShare">all cells</Term>, with 95% intervals; cells that were not read are in no
          count and have no label.
        </>
      ) : (
        <>{run?.inFileOrder ?? "They are the first of the file."} What is shown is of these cells alone.</>
      )}
      {!state.isRunning.value && (
        <>
          {" "}
          <button type="button" class="link" onClick={() => void goOn(null)}>
            Read the other {count(of - read - since)}
          </button>
        </>
      )}
    </p>
  );
}
