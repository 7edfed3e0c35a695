import type { Progress } from "../../pipeline/types";
import { bytes, count, duration, rate } from "../../plots/format";
import { analyze, close, stop } from "../session";
import { ended, info, isRunning, modelByName, modelLabel, phase, progress } from "../state";

const STEPS: Record<string, string> = { read: "Reading", survey: "Survey", download: "Download", open: "Opening" };

function title({ step, source }: Progress): string {
  const model = modelByName.value.get(step);
  const name = model ? modelLabel(model) : (STEPS[step] ?? step);
  return source === "cache" ? `${name}, from this computer's cache` : source === "network" ? `${name}, from the network` : name;
}

function numbers({ done, total, unit, rate: perSecond, secondsLeft }: Progress): string {
  const share = `${Math.floor((done / total) * 100)}%`;
  const part = unit === "bytes" ? (total > 0 ? `${bytes(done)} of ${bytes(total)} · ${share}` : bytes(done)) : total > 0 ? share : count(done);
  const speed = perSecond > 0 ? (unit === "bytes" ? `${bytes(perSecond)}/s` : `${rate(perSecond)} cells/s`) : "";
  const left = secondsLeft !== null && Number.isFinite(secondsLeft) ? `${duration(Math.max(secondsLeft, 0))} left` : "";
  return [part, speed, left].filter(Boolean).join(" · ");
}

const isRemote = () => /\/remote(\.html)?$/.test(location.pathname);

/** What is running, and the promise. */
export function Footer() {
  const now = progress.value;
  const share = now && now.total > 0 ? Math.min(now.done / now.total, 1) : 0;
  const how = ended.value;
  const file = info.value;
  const busy = phase.value === "opening" || isRunning.value;
  return (
    <footer>
      {now && (
        <>
          <span class="what">{title(now)}</span>
          <div class="prog" role="progressbar" aria-label={title(now)} aria-valuenow={Math.round(share * 100)} aria-valuemin={0} aria-valuemax={100}>
            <i style={{ width: `${share * 100}%` }} />
          </div>
          <span class="nums">{numbers(now)}</span>
        </>
      )}
      {busy && !now && <span class="what">{phase.value === "opening" ? "Opening the file…" : "Starting…"}</span>}
      {phase.value === "opening" && <button type="button" class="link" onClick={close}>Cancel</button>}
      {isRunning.value && <button type="button" class="link" onClick={stop}>Stop<span class="hide">, keep what is done</span></button>}
      {!busy && how && <span class="what">{`${how.isStopped ? "Stopped" : "Done"} in ${duration(how.seconds)}`}</span>}
      {!busy && how?.isStopped && file && <button type="button" class="link" onClick={() => void analyze(file.matrix)}>Analyse again</button>}
      <div class="sp" />
      <span class={busy ? "hide" : ""}>{isRemote() ? "Fetches only the file you linked; sends nothing" : "Your file does not leave this computer"}</span>
    </footer>
  );
}
