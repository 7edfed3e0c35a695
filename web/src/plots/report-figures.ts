import type { Landscape } from "../contract/trust";
import type { Evaluation, Metrics } from "../contract/types";
import { curvesOf } from "./curves";
import { confusion } from "./confusion";
import { confusionView } from "./confusion-view";
import { depth } from "./depth";
import { forest } from "./forest";
import { count, probability, score, value, pValue } from "./format";
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
      `Confusion matrix (true label against prediction): ${name}`,
      "Rows: labels of the file, shaded by fraction of the row; similar classes are adjacent. Small classes are merged.",
      confusion(confusionView(one), LIGHT, WIDTH),
    ),
  ];
  const fit = one.temperature;
  if (fit) {
    found.push(
      figure(
        `Temperature scaling, T = ${probability(fit.temperature)}: ${name}`,
        `Fitted on ${count(fit.fittedCells)} cells, evaluated on ${count(fit.before.cells)} others: ECE ` +
          `${score(fit.before.eceMass)} → ${score(fit.after.eceMass)}, NLL ${score(fit.before.nll)} → ` +
          `${score(fit.after.nll)}.`,
        reliability(
          {
            series: [
              { name: "before", bins: fit.before.mass, ece: fit.before.eceMass },
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
    ["Uncertainty of wrong predictions", one.wrong],
    ["Uncertainty of unknown cell types", one.unknown],
  ] as const) {
    const rows = (doubts ?? [])
      .filter(({ roc }) => Number.isFinite(roc.auroc.value))
      .map(({ score, roc }) => ({ label: score, ...roc.auroc }));
    if (rows.length > 0)
      found.push(
        figure(
          `${title}: ${name}`,
          "Area under the ROC curve with 95% intervals (.5: chance).",
          forest(
            { rows, about: title, x: "area under the ROC curve", y: "uncertainty measure", reference: 0.5, referenceName: "chance" },
            LIGHT,
            WIDTH,
          ),
        ),
      );
  }
  return found;
}

/** The figures of one head's evaluation. */
export function evaluationFigures(evaluation: Evaluation, nameOf: NameOf): ReportFigure[] {
  const scored = evaluation.metrics.filter(({ cells }) => cells > 0);
  if (scored.length === 0) return [];
  const series = curvesOf(scored, nameOf);
  const found = [
    figure(
      "Top-k accuracy",
      "Fraction of cells whose label is among the top k predictions, with 95% Wilson intervals.",
      topK({ series }, LIGHT, WIDTH),
    ),
    figure(
      "Says 80%, right 80%?",
      "Accuracy against predicted probability, in 15 bins of equally many cells; points below the line: overconfident.",
      reliability({ series }, LIGHT, WIDTH),
    ),
    figure(
      "Label only confident predictions",
      series.map((one) => `${one.name}: area under the risk–coverage curve ${score(one.coverage.aurc)}`).join("; "),
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
          `On the same ${count(pair.cells)} cells; positive: ${first} is better.`,
          forest(
            {
              rows,
              about: "Paired differences",
              x: `difference, ${first} minus ${second}`,
              y: "metric",
              reference: 0,
              referenceName: "no difference",
              format: (x) => score(x),
            },
            LIGHT,
            WIDTH,
          ),
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
      `One ridge per group; mean with a 95% interval ${found.donors ? "over donors" : "over cells"}. 0: certain; ` +
        `1: all classes equally likely (${value(most)} nats).`,
      landscape({ groups, most, by: found.by }, LIGHT, WIDTH),
    ),
  ];
  if (trends.length > 0) {
    const trendText = trends
      .map(
        (one) =>
          `${one.of}: ${value((one.slope / most) * 10)}` +
          (Number.isFinite(one.pValue)
            ? ` (${value((one.low / most) * 10)} to ${value((one.high / most) * 10)}), ${pValue(one.pValue)}`
            : " (no p value without donors)"),
      )
      .join("; ");
    made.push(
      figure(
        `Entropy against age: ${name}`,
        `Change in normalized entropy per ten years. ${trendText}.`,
        trend({ points, trends, matched: matchedTrend, most }, LIGHT, WIDTH),
      ),
    );
  }
  if (depths)
    made.push(
      figure(
        `Entropy against depth: ${name}`,
        `Spearman correlation with counts per cell: ${probability(depths.correlation)}.`,
        depth({ ...depths, most }, LIGHT, WIDTH),
      ),
    );
  return made;
}
