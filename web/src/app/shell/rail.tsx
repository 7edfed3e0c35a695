import { useEffect, useRef } from "preact/hooks";
import { count, duration, many } from "../../plots/format";
import type { LightColor } from "../../contract/trust";
import type { Step } from "../share/link";
import { steps } from "../site/state";
import * as state from "../store";
import { annotation, settled } from "../features/annotate/state";
import { describing, expressing, moving, testingCells } from "../features/compare/run";
import * as compare from "../features/compare/state";
import { evaluation } from "../features/trust/run";
import { shownLights } from "../features/trust/verdicts";
import { explanation } from "../features/why/run";
import * as why from "../features/why/state";
import { shownProgress } from "../task";

/** `done` is a green tick, and means checked; `ready` is there to be looked at; `none` is not for this file. */
type Look = "done" | "ready" | "run" | "wait" | "care" | "bad" | "none";
const NOT_FOR_THIS = "not for this file";

/** In place of the step's number. */
const MARKS: Partial<Record<Look, string>> = { done: "✓", run: "", care: "!", bad: "✕", none: "–" };
/** For who cannot see the mark; what has a colour says the same in its note. */
const SAID: Partial<Record<Look, string>> = { done: "done", ready: "ready", run: "running" };

interface Entry {
  title: string;
  note: string;
  look: Look;
}

function data(): Entry {
  if (!state.info.value) return { title: "Data", note: "opening", look: "run" };
  const { coverage } = state.info.value;
  const best = coverage.reduce((most, one) => Math.max(most, one.found), 0);
  const refused = coverage.length > 0 && coverage.every((one) => one.verdict === "refused");
  return {
    title: "Data",
    note: refused ? "no usable model" : best > 0 ? `${count(best)} genes matched` : "",
    look: "ready",
  };
}

function survey(): Entry {
  const done = state.survey.value;
  if (!done) return { title: "Survey", note: state.isRunning.value ? "counting" : "", look: state.isRunning.value ? "run" : "wait" };
  return { title: "Survey", note: `${count(done.cells)} cells`, look: "ready" };
}

function predict(): Entry {
  const models = state.usableModels.value;
  if (models.length === 0) return { title: "Predict", note: NOT_FOR_THIS, look: "none" };
  const runs = models.map((model) => state.runByModel.value.get(model.name));
  const cells = state.info.value?.cells ?? 0;
  if (runs.every((run) => run?.finished))
    return { title: "Predict", note: models.length === 1 ? "1 model" : `${models.length} models`, look: "ready" };
  const at = runs.findIndex((run) => !run?.finished);
  const done = runs[at]?.cells ?? 0;
  if (!state.isRunning.value) return { title: "Predict", note: done > 0 || at > 0 ? "stopped" : "", look: "wait" };
  const progress = shownProgress.value;
  const left = progress?.step === models[at].name ? progress.secondsLeft : null;
  const time = left === null ? "" : ` · ${duration(left)} left`;
  return { title: "Predict", note: `${count(done)} of ${count(cells)}${time}`, look: "run" };
}

/** What the checks come to, as short as the rail is narrow. */
const VERDICTS: Record<LightColor, { note: string; look: Look }> = {
  green: { note: "no warning found", look: "done" },
  amber: { note: "use with caution", look: "care" },
  red: { note: "do not rely on it", look: "bad" },
  none: { note: "not checked enough", look: "wait" },
};

function trust(): Entry {
  if (state.usableModels.value.length === 0) return { title: "Trust", note: NOT_FOR_THIS, look: "none" };
  const found = shownLights.value;
  if (evaluation.isBusy.value || (!found && state.isRunning.value)) return { title: "Trust", note: "checking", look: "run" };
  return { title: "Trust", ...(found ? VERDICTS[found.color] : { note: "", look: "wait" }) };
}

function annotate(): Entry {
  const now = annotation.value;
  if (!now) return { title: "Annotate", note: "name the groups", look: "wait" };
  const [all, done] = [now.groups.length, settled.value];
  return { title: "Annotate", note: `${count(done)} of ${count(all)} named`, look: done === all ? "done" : "wait" };
}

function comparison(): Entry {
  const isBusy = [describing, expressing, testingCells, moving].some((one) => one.isBusy.value);
  const two = compare.levels.value;
  const note = two
    ? `${two[0]} with ${two[1] ?? "the rest"}`
    : compare.condition.value
      ? `by ${compare.condition.value}`
      : "conditions, donors";
  return { title: "Compare", note, look: isBusy ? "run" : compare.expression.value ? "ready" : "wait" };
}

function because(): Entry {
  if (state.usableModels.value.length === 0) return { title: "Why", note: NOT_FOR_THIS, look: "none" };
  const report = why.report.value;
  if (explanation.isBusy.value) return { title: "Why", note: report ? `${count(report.cells)} cells` : "explaining", look: "run" };
  return { title: "Why", note: report ? `${many(report.cells, "cell")} explained` : "genes, pathways", look: report ? "ready" : "wait" };
}

const ENTRIES: Record<Step, () => Entry> = { data, survey, predict, trust, annotate, compare: comparison, why: because };

/** The steps with their own state; each opens its panel. */
export function Rail() {
  const rail = useRef<HTMLElement | null>(null);
  const at = state.step.value;
  // Where the steps do not fit in a row, the one on show is in sight.
  useEffect(() => {
    const row = rail.current;
    const button = row?.querySelector<HTMLElement>("[aria-current]");
    if (row && button && row.scrollWidth > row.clientWidth)
      row.scrollLeft = button.offsetLeft - row.offsetLeft - (row.clientWidth - button.offsetWidth) / 2;
  }, [at]);
  return (
    <nav aria-label="Steps" ref={rail}>
      {steps.value.map((step, i) => {
        const { title, note, look } = ENTRIES[step]();
        const isOn = state.step.value === step;
        return (
          <button
            type="button"
            key={step}
            class={`${look}${isOn ? " on" : ""}`}
            aria-current={isOn ? "step" : undefined}
            onClick={() => state.choose({ step })}
          >
            <i class="n" aria-hidden="true">
              {MARKS[look] ?? i + 1}
            </i>
            <span>
              <b>{title}</b>
              <small>{note}</small>
            </span>
            <span class="sr">{SAID[look] ?? ""}</span>
          </button>
        );
      })}
    </nav>
  );
}
