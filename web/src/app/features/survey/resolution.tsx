import { Term } from "../../ui/tip";
import { setResolution } from "./run";
import * as survey from "./state";

/** The resolution of the survey's clusters, which groups to be named are made of too. */
export function ResolutionSlider() {
  return (
    <label class="field">
      <span>
        <Term word="resolution">Resolution</Term>
      </span>
      <span class="slide">
        <input
          type="range"
          min="0.1"
          max="3"
          step="0.1"
          value={survey.resolution.value}
          disabled={survey.busy.value !== null && survey.busy.value !== "clusters"}
          onChange={(event) => setResolution(Number(event.currentTarget.value))}
        />
        <b>{survey.resolution.value.toFixed(1)}</b>
      </span>
    </label>
  );
}
