import type { Light, LightColor, Scored, TrustLights } from "../../../contract/trust";
import type { Phenotype } from "../../../contract/types";
import { AnalysisError } from "../../../contract/errors";
import { quantile } from "../../../contract/numbers";
import type { CoreModule } from "../../base/core";
import { rowsOf } from "../../file/cells-or-samples";
import type { OpenedFile } from "../../file/opened-file";
import { classOf, shareOf } from "../../results/shares";
import type { Models } from "../../model/models";
import { batchShift } from "../../results/batch-shift";
import * as check from "./checks";
import { disagreementOf } from "./disagreement";
import { seenBefore } from "./seen";
import { cannotTellSex, sexGenes } from "../sex/genes";

/**
 * How far one head of a model can be relied on in the open file: each check with its figure, its limits and a sentence.
 * What cannot be measured has no colour, and the title counts only what was measured. Throws AnalysisError("bad-input") where the model has
 * not run or does not predict the phenotype.
 */
export async function trustLights(
  core: CoreModule,
  file: OpenedFile,
  models: Models,
  { model, phenotype, scored }: { model: string; phenotype: Phenotype; scored?: Scored },
): Promise<TrustLights> {
  const result = file.result(model);
  const store = result.head(phenotype);
  if (!store) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
  const { survey, matrix, coverage, quality } = file.analyzed;
  const label = classOf(store);
  const labelled = (is: (cell: number) => boolean) => shareOf(core, result, (cell) => (label(cell) === null ? null : is(cell)));
  const top = (cell: number) => store.probability[cell * store.k]!;
  // Of cells that the model reads: those of a study's other files have no label to doubt.
  const isRead = (_: number, cell: number) => !result.isUnread(cell);
  const median = (all: number | undefined, values: Float32Array) =>
    all !== undefined && result.unread ? quantile(Float64Array.from(values).filter(isRead).sort(), 0.5) : (all ?? NaN);
  const shape = rowsOf(median(survey?.detected.median, quality.detected), median(survey?.totals.median, quality.totals));
  const lights: Light[] = [];
  const add = (name: Light["name"], title: string, rule: string, judged: check.Judgement) => lights.push({ name, title, rule, ...judged });

  add(
    "genes",
    "Genes measured",
    "Linear models: share of what tells the classes apart that the measured genes carry. Other models: share of their genes. Green from " +
      "50%, amber from 5%; with under 5% of its genes a model is not run.",
    check.forced(
      check.genes(
        coverage.find((one) => one.model === model),
        file.analyzed.genesOf.get(model),
        result.heads.indexOf(store),
      ),
      store.head.classes.length,
    ),
  );
  if (shape.isSamples)
    add("rows", "Cells or samples", "Red where the median row has more than 12,000 genes, or 9,000 with a million counts.", {
      color: "red",
      figure: shape.genes,
      limits: null,
      says: shape.says,
    });
  add(
    "depth",
    "Depth",
    "Green from a median of 500 genes per cell, amber from 200: cells below are dropped in scanpy's tutorials.",
    shape.isSamples ? check.unmeasured("Rows look like samples: depth per cell is not known.") : check.depth(shape.genes),
  );
  const disagreement = check.disagreement(await disagreementOf(core, file, model, phenotype), (name) => models.folder(name).info.title);
  add(
    "disagreement",
    "Agreement of models",
    "Share of cells to which another model gives another label: green up to 5%, amber up to 20%. On studies left out of training, " +
      "models that were right differed in up to 2% of cells; where they were wrong, in 7 to 84%.",
    disagreement,
  );
  add(
    "distance",
    "Similarity to training data",
    "Share of cells farther from the nearest group of training cells than 95% of the cells of donors left out: green up to 10%, " +
      "amber up to 30%, and beyond where other models agree: cells of another protocol are far too, though models are right.",
    check.besideAgreement(
      await check.distance(async () => {
        const { isFar } = await batchShift(core, models, result, phenotype);
        return labelled((cell) => isFar[cell] === 1);
      }),
      disagreement,
    ),
  );
  const pruned = store.pruned();
  if (pruned)
    add(
      "confidence",
      "Cells pruned",
      "Share of cells whose correlation, less the median over all labels, lies three scaled median absolute deviations below " +
        "what is usual for their label (SingleR's pruneScores): green up to 10%, amber up to 30%.",
      check.pruned(labelled((cell) => pruned[cell] === 1)),
    );
  else
    add(
      "confidence",
      "Low-confidence cells",
      "Share of cells whose top label has p < .5: green up to 10%, amber up to 30%. With two classes this says nothing.",
      check.confidence(
        labelled((cell) => top(cell) < 0.5),
        store.head.classes.length,
      ),
    );
  const extreme =
    store.head.link === "logistic"
      ? check.saturation(labelled((cell) => top(cell) < check.CERTAIN || top(cell) > 1 - check.CERTAIN))
      : null;
  if (extreme)
    add(
      "calibration",
      "Probabilities of 0 and 1",
      "Share of cells whose top label has a probability of 0 or 1 to seven digits: amber from 20%, red from 50%.",
      extreme,
    );
  add(
    "calibration",
    "Calibration",
    "Expected calibration error on the file's own labels: green up to .05, amber up to .15. Not judged where fewer than half of the " +
      "labelled cells have a label that the model knows.",
    pruned ? check.unmeasured("SingleR gives correlations, not probabilities: there is nothing to calibrate.") : check.calibration(scored),
  );
  const caution = store.head.caution;
  if (caution)
    add("card", "Model card", "What the model's authors measured for this head on studies left out.", {
      color: caution.color,
      figure: null,
      limits: null,
      says: caution.says,
    });
  const sex = phenotype === "sex" ? cannotTellSex(sexGenes(await file.geneNames(matrix), file.matrixInfo(matrix).genes)) : null;
  if (sex)
    add("card", "Genes of sex", "Red where neither XIST nor genes of the Y chromosome are measured.", {
      color: "red",
      figure: null,
      limits: null,
      says: sex,
    });
  const seen = await seenBefore(file, models, model);
  if (seen)
    add(
      "seen",
      "New to the model",
      "Amber where at least half of the cells, or of one file of several, carry barcodes of a training set.",
      {
        color: "amber",
        ...seen,
        limits: null,
      },
    );
  return { model, phenotype, lights, ...verdictOf(lights) };
}

/** What all checks come to. Green needs one check that can tell wrong labels: agreement, distance or calibration. */
export function verdictOf(lights: readonly Light[]): Pick<TrustLights, "measured" | "color" | "title"> {
  const known = lights.filter(({ color }) => color !== "none");
  const has = (color: LightColor) => known.some((light) => light.color === color);
  const measured = known.length;
  if (has("red")) return { measured, color: "red", title: "Warning: do not rely on these labels" };
  if (has("amber")) return { measured, color: "amber", title: "Use with caution" };
  const tells = known.some(({ name }) => name === "disagreement" || name === "distance" || name === "calibration");
  const of = `${measured} of ${lights.length} checks could be made`;
  if (!tells) return { measured, color: "none", title: `Not checked enough to say (${of})` };
  return { measured, color: "green", title: `No warning found (${of})` };
}
