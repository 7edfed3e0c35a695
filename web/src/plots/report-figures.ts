import type { Landscape } from "../contract/trust";
import type { Evaluation, Metrics } from "../contract/types";
import { confusion } from "./confusion";
import { confusionView } from "./confusion-view";
import { depth } from "./depth";
import { forest } from "./forest";
import { count, share, value } from "./format";
import type { Svg } from "./frame";
import { landscape } from "./landscape";
import { reliability } from "./reliability";
import { riskCoverage } from "./risk-coverage";
import { LIGHT } from "./style";
import { topK } from "./top-k";
import { trend } from "./trend";

/** A figure of a report: drawn for paper, as text. */
export interface ReportFigure {
  title: string;
  lead: string;
  svg: string;
}

type NameOf = (model: string) => string;
const WIDTH = 460;

function figure(title: string, lead: string, made: Svg): ReportFigure {
  made.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return { title, lead, svg: made.outerHTML };
}

function ofModel(one: Metrics, nameOf: NameOf): ReportFigure[] {
  const name = nameOf(one.model);
  const found = [
    figure(
      `What is called what: ${name}`,
      "A row is a label of the file, shaded by its share; like ones are neighbours. Small classes are folded.",
      confusion(confusionView(one), LIGHT, WIDTH),
    ),
  ];
  const fit = one.temperature;
  if (fit) {
    found.push(
      figure(
        `A temperature of ${share(fit.temperature, 2)}: ${name}`,
        `Fitted on ${count(fit.fittedCells)} cells, shown on ${count(fit.before.cells)} others: ECE ${share(fit.before.eceMass)} to ` +
          `${share(fit.after.eceMass)}, NLL ${share(fit.before.nll)} to ${share(fit.after.nll)}. Blue as it is, orange after.`,
        reliability(
          {
            series: [
              { name: "as it is", bins: fit.before.mass, ece: fit.before.eceMass },
              { name: "after", bins: fit.after.mass, ece: fit.after.eceMass },
            ],
          },
          LIGHT,
          WIDTH,
        ),
      ),
    );
  }
  for (const [title, doubts] of [
    ["Doubt against wrong answers", one.wrong],
    ["Doubt against types it does not know", one.unknown],
  ] as const) {
    const rows = (doubts ?? [])
      .filter(({ roc }) => Number.isFinite(roc.auroc.value))
      .map(({ score, roc }) => ({ label: score, ...roc.auroc }));
    if (rows.length > 0)
      found.push(
        figure(
          `${title}: ${name}`,
          "Area under the ROC curve with 95% intervals; .5 is a coin.",
          forest({ rows, about: title, reference: 0.5 }, LIGHT, WIDTH),
        ),
      );
  }
  return found;
}

/** The figures of one head's evaluation. */
export function evaluationFigures(evaluation: Evaluation, nameOf: NameOf): ReportFigure[] {
  const scored = evaluation.metrics.filter(({ cells }) => cells > 0);
  if (scored.length === 0) return [];
  const series = scored.map((one) => ({
    name: nameOf(one.model),
    topK: one.topK,
    bins: one.calibration.mass,
    ece: one.calibration.eceMass,
    coverage: one.coverage,
  }));
  const found = [
    figure(
      "Right within the first k",
      "Share of cells whose label is among the first k, Wilson 95% intervals.",
      topK({ series }, LIGHT, WIDTH),
    ),
    figure(
      "Says 80%, right 80%?",
      "Confidence against share right, 15 groups of equally many cells; below the line is too sure.",
      reliability({ series }, LIGHT, WIDTH),
    ),
    figure(
      "Label only what it is sure of",
      series.map((one) => `${one.name}: area under the risk ${share(one.coverage.aurc)}`).join("; "),
      riskCoverage({ series, threshold: null }, LIGHT, WIDTH),
    ),
    ...scored.flatMap((one) => ofModel(one, nameOf)),
  ];
  for (const pair of evaluation.pairs) {
    const [first, second] = pair.models.map(nameOf);
    const rows = (["top1", "top3", "top5", "balancedAccuracy", "macroF1"] as const)
      .map((metric) => ({ label: metric, ...pair.differences[metric] }))
      .filter((row) => Number.isFinite(row.value));
    if (rows.length > 0)
      found.push(
        figure(
          `${first} minus ${second}`,
          `The same ${count(pair.cells)} cells; right of 0, ${first} is better.`,
          forest({ rows, about: "Paired differences", reference: 0, format: (x) => share(x, 3) }, LIGHT, WIDTH),
        ),
      );
  }
  return found;
}

/** The figures of one entropy landscape. */
export function landscapeFigures(found: Landscape, nameOf: NameOf): ReportFigure[] {
  const { groups, most, points, trends, matchedTrend, depth: depths } = found;
  const name = nameOf(found.model);
  const made = [
    figure(
      `Entropy by ${found.by}: ${name}`,
      `A ridge a group, its mean with a 95% interval ${found.donors ? "over donors" : "over cells"}; 1 is complete indecision ` +
        `(${value(most)} nats).`,
      landscape({ groups, most }, LIGHT, WIDTH),
    ),
  ];
  if (trends.length > 0) {
    const say = trends
      .map(
        (one) =>
          `${one.of}: ${value((one.slope / most) * 10)}` +
          (Number.isFinite(one.pValue)
            ? ` (${value((one.low / most) * 10)} to ${value((one.high / most) * 10)}), p = ${value(one.pValue)}`
            : " (no p value without donors)"),
      )
      .join("; ");
    made.push(
      figure(
        `Entropy over age: ${name}`,
        `Change per ten years, of the most possible. ${say}.`,
        trend({ points, trends, matched: matchedTrend, most }, LIGHT, WIDTH),
      ),
    );
  }
  if (depths)
    made.push(
      figure(
        `Entropy and depth: ${name}`,
        `Spearman's correlation with counts per cell: ${share(depths.correlation, 2)}.`,
        depth({ ...depths, most }, LIGHT, WIDTH),
      ),
    );
  return made;
}
