import type { LightColor } from "../../../contract/trust";
import * as state from "../../store";
import { Card } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { Explained } from "../../ui/tip";
import { checking, lightsOf, shownLights } from "./verdicts";

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

/** Checks of how far the model can be relied on in this file; each says how it is set. */
export function TrustLights() {
  const found = shownLights.value;
  const failure = checking.failure.value;
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

/** What the checks of every model come to, a line each, with the way to the checks themselves. */
export function Verdicts() {
  const found = [...state.usableModels.value].reverse().flatMap((model) => {
    const lights = lightsOf(model.name);
    return lights ? [{ model, lights }] : [];
  });
  if (found.length === 0) return null;
  return (
    <ul class="verdicts">
      {found.map(({ model, lights }) => (
        <li key={model.name}>
          <Mark color={lights.color} />
          <span>
            <b>{state.modelLabel(model)}</b>: {lights.title}
          </span>
          <button type="button" class="link" onClick={() => state.choose({ step: "trust", model: model.name })}>
            See why
          </button>
        </li>
      ))}
    </ul>
  );
}
