import type { WireError } from "../../../contract/errors";
import type { LightColor, TrustLights as Found } from "../../../contract/trust";
import type { Metrics } from "../../../contract/types";
import { scoredBy } from "../../../exports/trust-lights";
import { call } from "../../engine-client";
import * as state from "../../store";
import { useAnswer } from "../../ui/answer";
import { Card } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { Explained } from "../../ui/tip";

const MARKS: Record<LightColor, [mark: string, word: string, style: string]> = {
  green: ["✓", "no warning", "good"],
  amber: ["!", "use with caution", "warn"],
  red: ["✕", "do not rely on it", "bad"],
  none: ["–", "not measured", "none"],
};

/** A light as a mark in a disc, with its word for who cannot see it. */
export function Mark({ color }: { color: LightColor }) {
  const [mark, word, style] = MARKS[color];
  return (
    <i class={`light ${style}`} title={word}>
      <span aria-hidden="true">{mark}</span>
      <span class="sr">{word}</span>
    </i>
  );
}

/** What the checks of the model and head shown come to; null while it has not run. */
function useTrustLights(metrics: Metrics | undefined): { value: Found | null; failure: WireError | null } {
  const model = state.activeModel.value;
  const phenotype = state.head.value;
  const run = model ? state.runByModel.value.get(model.name) : undefined;
  const isOver = run !== undefined && (run.finished || !state.isRunning.value);
  const isReady = !!model && isOver && run.cells > 0 && !!state.activeHead.value;
  const asked = { model: model?.name ?? "", phenotype, ...scoredBy(metrics) };
  // Another model that has run since changes the answer; its parts on the way are not asked about.
  const runs = state.runs.value.filter(({ finished }) => finished).map(({ model: name }) => name);
  return useAnswer(isReady ? JSON.stringify([state.dataKey.value, runs, asked]) : null, () => call("trustLights", asked));
}

/** Checks of how far the model can be relied on in this file; each says how it is set. */
export function TrustLights({ metrics }: { metrics: Metrics | undefined }) {
  const { value: found, failure } = useTrustLights(metrics);
  if (failure) return <Failure error={failure} />;
  if (!found) return null;
  return (
    <Card title={found.title}>
      <ul class="lights">
        {found.lights.map(({ name, title, color, says, rule }) => (
          <li key={`${name} ${title}`} class={MARKS[color][2]}>
            <i aria-hidden="true">{MARKS[color][0]}</i>
            <span>
              <Explained text={rule}>
                <b>{title}</b>
              </Explained>
              <span class="sr">: {MARKS[color][1]}.</span> <span>{says}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
