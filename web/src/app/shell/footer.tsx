import type { Progress } from "../../contract/types";
import { bytes, count, duration, rate } from "../../plots/format";
import { leave } from "../open/address";
import { goOn, stop } from "../engine-client";
import packageText from "../../../../package.json?raw";
import { isKept } from "./offline";
import { ended, info, isRunning, modelByName, modelLabel, phase } from "../store";
import { shownProgress, stoppedWords } from "../task";

const STEPS: Record<string, string> = {
  read: "Reading",
  survey: "Quality",
  download: "Download",
  convert: "Converting",
  open: "Opening",
  train: "Training",
  compare: "Comparing",
  covariance: "Principal components",
  components: "Principal components",
  groups: "Sums by group",
  donors: "Sums by donor",
  rank: "Ranking genes",
};

function title({ step }: Progress): string {
  const model = modelByName.value.get(step);
  return model ? modelLabel(model) : (STEPS[step] ?? `${step.charAt(0).toUpperCase()}${step.slice(1)}`);
}

const ORIGINS = { cache: ", from the browser cache", network: ", from the network" } as const;

function amount({ done, total, unit }: Progress): string {
  // What follows reports when there is something to report.
  if (total > 0 && done >= total) return "finishing…";
  const share = `${Math.floor((done / total) * 100)}%`;
  if (unit === "bytes") return total > 0 ? `${bytes(done)} of ${bytes(total)} · ${share}` : bytes(done);
  return total > 0 ? share : count(done);
}

/** How fast it goes and how long it will last, as far as is known. */
function pace({ unit, rate: perSecond, secondsLeft }: Progress): string {
  const speed = perSecond > 0 ? (unit === "bytes" ? `${bytes(Math.round(perSecond))}/s` : `${rate(perSecond)} cells/s`) : "";
  const left = secondsLeft !== null && Number.isFinite(secondsLeft) ? `${duration(Math.max(secondsLeft, 0))} left` : "";
  return [speed, left]
    .filter(Boolean)
    .map((words) => ` · ${words}`)
    .join("");
}

const { version } = JSON.parse(packageText) as { version: string };
const isRemote = () => /\/remote(\.html)?$/.test(location.pathname);

/** What is running, and the promise. */
export function Footer() {
  const now = shownProgress.value;
  const share = now && now.total > 0 ? Math.min(now.done / now.total, 1) : 0;
  const how = ended.value;
  const end = stoppedWords.value || (how ? `${how.isStopped ? "Stopped" : "Done"} in ${duration(how.seconds)}` : "");
  const file = info.value;
  const busy = phase.value === "opening" || isRunning.value;
  return (
    <footer>
      {now && (
        <>
          <span class="what">
            {title(now)}
            {now.source && <span class="hide">{ORIGINS[now.source]}</span>}
          </span>
          <div
            class="prog"
            role="progressbar"
            aria-label={title(now)}
            aria-valuenow={Math.round(share * 100)}
            aria-valuemin={0}
            aria-valuemax={100}
          >
            <i style={{ width: `${share * 100}%` }} />
          </div>
          <span class="nums">
            {amount(now)}
            {share < 1 && <span class="hide">{pace(now)}</span>}
          </span>
        </>
      )}
      {busy && !now && <span class="what">{phase.value === "opening" ? "Opening the file…" : "Starting…"}</span>}
      {phase.value === "opening" && (
        <button type="button" class="link" onClick={leave}>
          Cancel
        </button>
      )}
      {isRunning.value && (
        <button type="button" class="link" onClick={stop}>
          Stop<span class="hide">, keep results</span>
        </button>
      )}
      {!busy && !now && (
        <span class="what" aria-live="polite">
          {end}
        </span>
      )}
      {!busy && how?.isStopped && file && (
        <button type="button" class="link" onClick={() => void goOn()}>
          Go on
        </button>
      )}
      <div class="sp" />
      <span class="hide">
        {version}
        {isKept.value ? " · works offline" : ""}
      </span>
      <span class={busy || now || stoppedWords.value ? "hide" : ""}>
        {isRemote() ? "Only downloads the file you linked; uploads nothing" : "Your file does not leave this computer"}
      </span>
    </footer>
  );
}
