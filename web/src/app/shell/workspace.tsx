import type { FunctionComponent } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Step } from "../share/link";
import { lesson } from "../lessons/state";
import { steps } from "../site/state";
import { info, step } from "../store";
import { AnnotatePanel } from "../features/annotate/panel";
import { ComparePanel } from "../features/compare/panel";
import { DataPanel } from "../features/data/panel";
import { LessonPanel } from "../lessons/lesson-panel";
import { MapView } from "../features/map/map";
import { PredictPanel } from "../features/predict/panel";
import { Rail } from "./rail";
import { SelectionCard } from "../features/map/selection-card";
import { SurveyPanel } from "../features/survey/panel";
import { TrustPanel } from "../features/trust/panel";
import { WhyPanel } from "../features/why/panel";

const PANELS: Record<Step, FunctionComponent> = {
  data: DataPanel,
  survey: SurveyPanel,
  predict: PredictPanel,
  trust: TrustPanel,
  annotate: AnnotatePanel,
  compare: ComparePanel,
  why: WhyPanel,
};

/** Steps, map and the panel that answers the step's question. */
export function Workspace() {
  const now = steps.value.includes(step.value) ? step.value : steps.value[0]!;
  const Panel = PANELS[now];
  const panel = useRef<HTMLElement | null>(null);
  useEffect(() => panel.current?.scrollTo(0, 0), [now]);
  return (
    <main class={lesson.value ? "workspace teaching" : "workspace"}>
      <h1 class="sr">{info.value?.name ?? "Opening a file"}</h1>
      <LessonPanel />
      <Rail />
      <MapView />
      <aside ref={panel} aria-label={now}>
        <SelectionCard />
        <Panel />
      </aside>
    </main>
  );
}
