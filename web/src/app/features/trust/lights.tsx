import type { Metrics } from "../../../contract/types";
import { count, percent, probability } from "../../../plots/format";
import { currentShift } from "./shift";
import * as state from "../../store";
import { Card } from "../../ui/parts";
import { Explained } from "../../ui/tip";

type Light = "good" | "warn" | "bad" | "none";

interface Sign {
  title: string;
  light: Light;
  says: string;
  /** How the light is set. */
  rule: string;
}

const MARKS: Record<Light, [mark: string, word: string]> = {
  good: ["✓", "fine"],
  warn: ["!", "with care"],
  bad: ["✕", "do not rely on it"],
  none: ["–", "not known"],
};

/** `good` up to the first limit, `warn` up to the second. */
const rising = (x: number, fine: number, care: number): Light =>
  Number.isNaN(x) ? "none" : x <= fine ? "good" : x <= care ? "warn" : "bad";

function genes(): Sign {
  const model = state.activeModel.value;
  const coverage = model && state.coverageByModel.value.get(model.name);
  const part = coverage ? coverage.found / coverage.vocabulary : NaN;
  return {
    title: "Genes it knows",
    light: rising(1 - part, 0.4, 0.8),
    rule: "Green from 60% of the model's genes, amber from 20%.",
    says: coverage ? `The file measures ${percent(part)} of the model's genes.` : "No model is in sight.",
  };
}

function depth(): Sign {
  const median = state.survey.value?.detected.median ?? NaN;
  return {
    title: "Depth",
    light: rising(-median, -500, -200),
    rule: "Green from 500 genes in the middle cell, amber from 200: below, scanpy's tutorials drop a cell.",
    says: Number.isNaN(median) ? "Not counted yet." : `The middle cell shows ${count(median)} genes.`,
  };
}

function distance(): Sign {
  const now = currentShift();
  const part = now?.found && now.found.cells > 0 ? now.found.far / now.found.cells : NaN;
  return {
    title: "Like its training cells",
    light: rising(part, 0.1, 0.3),
    rule: "Cells farther from every class than 95% of held-out training cells: green up to 10%, amber up to 30%.",
    says: Number.isNaN(part)
      ? (now?.why ?? "Not measured yet.")
      : `${percent(part)} of the cells lie far from all it was trained on; 5% is usual.`,
  };
}

function calibration(metrics: Metrics | undefined): Sign {
  const error = metrics && metrics.cells > 0 ? metrics.ece : NaN;
  return {
    title: "Its probabilities",
    light: rising(error, 0.05, 0.15),
    rule: "Expected calibration error on the file's own labels: green up to .05, amber up to .15.",
    says: Number.isNaN(error)
      ? "Without labels it cannot be told whether 90% means 90%."
      : `Confidence and share right differ by ${probability(error)} on average.`,
  };
}

function unknown(): Sign {
  const scores = state.activeScores.value;
  let [cells, unsure] = [0, 0];
  for (let i = 0; i < (scores?.cells ?? 0); i++) {
    if (!scores || scores.top[i * scores.k] === 65535) continue;
    cells++;
    if (scores.probability[i * scores.k]! < 0.5) unsure++;
  }
  const part = cells > 0 ? unsure / cells : NaN;
  return {
    title: "Undecided cells",
    light: rising(part, 0.1, 0.3),
    rule: "Cells whose first guess has less than half of the probability: green up to 10%, amber up to 30%.",
    says: Number.isNaN(part)
      ? "No cell has been predicted yet."
      : `${percent(part)} of the cells are called something with less than an even chance.`,
  };
}

/** Five signs of how far to trust the model on this file; each says how it is set. */
export function TrustLights({ metrics }: { metrics: Metrics | undefined }) {
  const signs = [genes(), depth(), distance(), calibration(metrics), unknown()];
  const worst = signs.some(({ light }) => light === "bad") ? "bad" : signs.some(({ light }) => light === "warn") ? "warn" : "good";
  const title =
    worst === "bad" ? "Something here speaks against it" : worst === "warn" ? "To be read with care" : "Nothing here speaks against it";
  return (
    <Card title={title}>
      <ul class="lights">
        {signs.map(({ title: name, light, says, rule }) => (
          <li key={name} class={light}>
            <i aria-hidden="true">{MARKS[light][0]}</i>
            <span>
              <Explained text={rule}>
                <b>{name}</b>
              </Explained>
              <span class="sr">: {MARKS[light][1]}.</span> <span>{says}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
