import type { TrustReport } from "../exports/trust-report";
import { drawInto } from "../plots/drawing-document";
import { SvgDocument } from "./svg-document";

/** Figures of a report's evaluations, then of its landscapes. */
export async function drawAll({ evaluations, landscapes, models }: Pick<TrustReport, "evaluations" | "landscapes" | "models">) {
  drawInto(new SvgDocument());
  const { evaluationFigures, landscapeFigures } = await import("../plots/report-figures");
  const nameOf = (name: string) => models.find((model) => model.name === name)?.title ?? name;
  return [...evaluations.map((one) => evaluationFigures(one, nameOf)), ...landscapes.map((one) => landscapeFigures(one, nameOf))];
}
