import { batch, effect, untracked } from "@preact/signals";
import type { CompareQuestion } from "../../../contract/compare";
import type { EnrichmentRequest } from "../../../contract/operations/gene-sets";
import { callIn, fail } from "../../engine-client";
import * as state from "../../store";
import { task, type TaskState } from "../../task";
import { loadColumn } from "../data/run";
import { sizes, smallestSet } from "../gene-sets/state";
import { findComponents } from "../survey/run";
import * as survey from "../survey/state";
import * as compare from "./state";

/* What the engine is asked for the Compare step. */

/** Ways in which donors of one condition are split, and in which conditions are exchanged. */
const SPLITS = 10;
const PERMUTATIONS = 999;

/** Who is compared with whom, and the shares of types: without reading the matrix. */
export const describing = task(
  (run, key: string, question: CompareQuestion, transform: "logit" | "arcsin") =>
    callIn(run, "compareComposition", { ...question, transform }).then((found) => ({ key, found })),
  (found) => {
    compare.kept.composition.value = found;
  },
);

/** Sums counts by donor and type, and tests every gene. */
export const expressing = task(
  async (run) => {
    const [key, question] = [compare.expressionKey.value!, compare.question.value!];
    const found = await callIn(run, "compareExpression", { ...question, sampleWeights: compare.isWeighed.value, lanes: 0 });
    return { key, found };
  },
  (found) => {
    batch(() => {
      compare.forgetExpression();
      compare.kept.expression.value = found;
    });
  },
);

const matrix = () => compare.question.value!.matrix;

/** Genes of a type. */
export const readingGenes = task(
  (run, type: string) => callIn(run, "compareGenes", { matrix: matrix(), type }),
  (found, type) => {
    compare.tables.value = new Map(compare.tables.value).set(type, found);
  },
);

/** One gene in every donor. */
export const readingGene = task(
  (run, gene: string) => callIn(run, "compareGene", { matrix: matrix(), gene }),
  (found) => {
    compare.dots.value = found;
  },
);

/** The same genes with cells as units. */
export const testingCells = task(
  (run) => callIn(run, "compareCells", { matrix: matrix(), splits: SPLITS, seed: state.seed.value, lanes: 0 }),
  (found) => {
    batch(() => {
      compare.cells.value = found;
      // They have the values by cells from now on.
      compare.tables.value = new Map();
    });
  },
);

/** Sets of genes in a type. */
export const testingSets = task(
  (run, type: string, file: EnrichmentRequest["file"]) =>
    callIn(run, "compareSets", {
      matrix: matrix(),
      type,
      file,
      method: compare.setsMethod.value,
      minSize: smallestSet(),
      maxSize: sizes.value.max,
    }),
  (found) => {
    compare.sets.value = [...compare.sets.value.filter(({ type }) => type !== found.type), found];
  },
);

/** What the model says of either condition. */
export const readingPhenotype = task(
  (run, key: string, question: CompareQuestion, model: string) =>
    callIn(run, "comparePhenotype", { ...question, model, phenotype: state.head.value }).then((found) => ({ key, found })),
  (found) => {
    compare.kept.phenotype.value = found;
  },
);

/** How far the cells of each type moved; components are found before it where there are none. */
export const moving = task(
  async (run) => {
    if (!survey.components.value && !(await findComponents())) return null;
    if (!run.isCurrent() || !compare.question.value) return null;
    const key = compare.movedKey.value!;
    const found = await callIn(run, "compareMoved", { ...compare.question.value, permutations: PERMUTATIONS, seed: state.seed.value });
    return { key, found };
  },
  (found) => {
    if (found) compare.kept.moved.value = found;
  },
);

/** Asks once for what a key names while nothing answers it; a failure is not tried again until the question changes. */
function once({ isBusy, failure }: TaskState): (key: string, start: () => void) => void {
  let last = "";
  return (key, start) => {
    if (key === last && (isBusy.value || failure.value)) return;
    last = key;
    untracked(start);
  };
}

/** Has the design, the shares and what else takes no pass over the file follow what is chosen while the step is on show. */
export function startCompare(): void {
  const isShown = () => state.step.value === "compare" && state.phase.value === "open" && !state.isRunning.value && !survey.busy.value;
  effect(() => {
    if (state.step.value === "compare" && state.phase.value === "open") void loadColumn(compare.condition.value).catch(fail);
  });
  const describe = once(describing);
  effect(() => {
    const [key, question, transform] = [compare.compositionKey.value, compare.question.value, compare.transform.value];
    if (!isShown() || key === null || !question || compare.composition.value) return;
    describe(key, () => void describing.start(key, question, transform));
  });
  const readGenes = once(readingGenes);
  effect(() => {
    const type = compare.within.value?.type;
    if (!isShown() || type === undefined || compare.table.value || testingCells.isBusy.value) return;
    readGenes(JSON.stringify([compare.expressionKey.value, type, compare.cells.value !== null]), () => void readingGenes.start(type));
  });
  const readGene = once(readingGene);
  let shown = "";
  effect(() => {
    const gene = compare.gene.value;
    const key = JSON.stringify([compare.expressionKey.value, gene]);
    if (!isShown() || !compare.expression.value || !gene || (key === shown && compare.dots.value)) return;
    readGene(key, () => {
      shown = key;
      void readingGene.start(gene);
    });
  });
  const readPhenotype = once(readingPhenotype);
  effect(() => {
    const [key, question, model] = [compare.phenotypeKey.value, compare.question.value, compare.model.value];
    if (!isShown() || compare.part.value !== "phenotype" || key === null || !question || !model || compare.phenotype.value) return;
    readPhenotype(key, () => void readingPhenotype.start(key, question, model));
  });
}
