import type { Progress } from "../../contract/types";
import { bytes, count, duration, rate } from "../../plots/format";
import { leave } from "../open/address";
import { analyze, stop } from "../engine-client";
import packageText from "../../../../package.json?raw";
import { isKept } from "./offline";
import { ended, info, isRunning, modelByName, modelLabel, phase } from "../store";
import { shownProgress } from "../task";

const STEPS: Record<string, string> = {
  read: "Reading",
  survey: "Quality",
  download: "Download",
  open: "Opening",
  train: "Training",
  compare: "Comparing",
};

function title({ step }: Progress): string {
  const model = modelByName.value.get(step);
  return model ? modelLabel(model) : (STEPS[step] ?? step);
}

const ORIGINS = { cache: ", from the browser cache", network: ", from the network" } as const;

function amount({ done, total, unit }: Progress): string {
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
            <span class="hide">{pace(now)}</span>
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
      {!busy && how && (
        <span class={now ? "what hide" : "what"}>{`${how.isStopped ? "Stopped" : "Done"} in ${duration(how.seconds)}`}</span>
      )}
      {!busy && how?.isStopped && file && (
        <button type="button" class="link" onClick={() => void analyze(file.matrix)}>
          Analyse again
        </button>
      )}
      <div class="sp" />
      <span class="hide">
        {version}
        {isKept.value ? " · works offline" : ""}
      </span>
      <span class={busy || now ? "hide" : ""}>
        {isRemote() ? "Only downloads the file you linked; uploads nothing" : "Your file does not leave this computer"}
      </span>
    </footer>
  );
}
