import { remedy } from "../base/remedy";
import type { Coverage, FileInfo, MatrixInfo, Notice, UnusableMatrix } from "../../contract/types";
import { rowsOf } from "./cells-or-samples";
import { PLURALS } from "../readers/choice";
import { difference, type Candidate } from "./choose-matrix";
import { holds, inFull } from "./matrix-words";

/** Genes above zero in a cell, of all, that no single cell was seen to have. */
const NO_ZEROS = 0.85;

const count = (value: number) => value.toLocaleString("en");

/** Which of several modalities, assays or genomes is read, and how another is. */
export function choiceNotices({ name, choice }: Pick<FileInfo, "name" | "choice">): Notice[] {
  if (!choice || choice.all.length < 2) return [];
  const { of, taken, all, why } = choice;
  const [other] = all.filter((one) => one !== taken);
  const message =
    `${name} holds ${all.length} ${PLURALS[of]}: ${all.join(", ")}. ${taken} is read${why ? ` (${why})` : ""}. ` +
    remedy("Choose another under Models.", `Another is read with --${of} ${other}.`);
  return [{ code: "part", message }];
}

/** What should be known of the matrix chosen before its numbers are read. */
export function valueNotices(matrix: MatrixInfo): Notice[] {
  const { path, scale, why, look, genes } = matrix;
  const found: Notice[] = [];
  const say = (code: string, message: string) => found.push({ code, message });
  const noTotals = "Counts per cell are those they were scaled to, not molecules.";
  switch (scale.stored) {
    case "log1p":
      if (Math.abs(scale.log_base - Math.E) < 1e-6 && scale.target === 1e4)
        say("log-normalised", `${path} holds log-normalised values, ${inFull(scale)}, as models are trained on. ${noTotals} ${why}`);
      else if (scale.target > 0)
        say(
          "log-rescaled",
          `${path} holds ${inFull(scale)}; its values are brought to log1p of counts per 10,000, exactly. ${noTotals} ` + why,
        );
      else
        say(
          "log-normalised",
          `${path} holds ${inFull(scale)}. What cells were scaled to cannot be determined from the genes there are; 10,000 is assumed. ` +
            `${noTotals} ${why}`,
        );
      break;
    case "log1p-twice":
      say("log-rescaled", `${path} holds values of which the logarithm was taken twice; the second is undone, exactly. ${noTotals} ${why}`);
      break;
    case "square-roots":
      say("square-roots", `${path} holds square roots; their squares are read. ${matrix.values === "counts" ? "" : `${noTotals} `}${why}`);
      break;
    case "proportions":
      say("proportions", `${path} holds ${holds(scale)}, without a logarithm; models are given their logarithm. ${noTotals} ${why}`);
      break;
    case "fractional-counts":
      say("fractional-counts", `${path} holds counts with fractions. ${why}`);
      break;
    case "mixed":
      say(
        "mixed",
        `${path} holds cells on different scales: ${why} Logarithms are undone cell by cell, so that predictions can be read; ` +
          `counts per cell cannot be compared between the two.`,
      );
      break;
    case "detected":
      say("detected", `${path} says only whether a gene was seen. ${why} Predictions are weaker than from counts.`);
      break;
    case "unit-variance":
    case "unit-range":
    case "bins":
    case "scaled":
      say(
        scale.stored,
        `${path} holds ${holds(scale)}: models need counts or log-normalised values. ${why} ` +
          `Keep counts in a layer or in raw when you export the file.`,
      );
      break;
    default:
  }
  if (look.detected > NO_ZEROS * genes && genes >= 1000 && matrix.values !== "scaled")
    say(
      "no-zeros",
      `${path} has hardly a zero: a median of ${count(look.detected)} of ${count(genes)} genes above it. Values are denoised, ` +
        `imputed or said by a model, or of bulk samples; models are trained on single cells as measured.`,
    );
  const rows = rowsOf(look.detected, look.total);
  if (rows.isSamples) say("samples", rows.says);
  return found;
}

/** The other matrices that could be meant, and what would change; nothing where no other could. */
export function otherMatrices(order: Candidate[]): Notice[] {
  const [taken, ...others] = order;
  if (!taken) return [];
  const said = others.flatMap((other) => difference(taken, other) || []);
  const most = 3;
  if (said.length === 0) return [];
  const more = said.length > most ? `; and ${said.length - most} more` : "";
  return [
    {
      code: "other-matrix",
      message:
        `${taken.info.path} is analysed (${holds(taken.info.scale)}). The file has other matrices that would give different results: ` +
        `${said.slice(0, most).join("; ")}${more}. ` +
        remedy("Choose one in the table of matrices.", "Choose one with --matrix PATH."),
    },
  ];
}

export function unusableNotices(unusable: readonly UnusableMatrix[]): Notice[] {
  return unusable.map(({ path, why }) => ({ code: "unusable-matrix", message: `${path} cannot be used: ${why}` }));
}

/** What is measured beside genes, and where it is. */
export function featureNotices(matrices: readonly MatrixInfo[]): Notice[] {
  const others = matrices.filter(({ features, path }) => features !== undefined && !path.startsWith("raw"));
  if (others.length === 0) return [];
  const list = others.map(({ path, genes, features }) => `${count(genes)} of ${features} (${path})`).join(", ");
  return [
    {
      code: "other-features",
      message: `Genes alone are analysed; the file also holds features of other kinds, each a matrix of its own: ${list}.`,
    },
  ];
}

export function coverageNotices(coverage: readonly Coverage[]): Notice[] {
  return coverage.flatMap(({ model, verdict, reason }) =>
    verdict === "ok" ? [] : { code: `coverage-${verdict}`, message: reason || model },
  );
}

/** What cannot be analysed at all. */
export function emptyNotices({ name, cells, genes, matrix }: Pick<FileInfo, "name" | "cells" | "genes" | "matrix">): Notice[] {
  if (cells === 0) return [{ code: "no-cells", message: `${name} holds no cells: obs is empty.` }];
  if (genes === 0) return [{ code: "no-genes", message: `${name} holds no genes: var is empty.` }];
  return matrix === ""
    ? [{ code: "no-matrix", message: `${name} holds no matrix that can be analysed; its columns and embeddings can be looked at.` }]
    : [];
}
