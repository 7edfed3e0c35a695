import { AnalysisError } from "../../contract/errors";
import { LEAST_PROBABILITY } from "../../contract/obs-columns";
import type { ResultOperations } from "../../contract/operations/results";
import type { Handlers } from "../../contract/protocol";
import type { Desk } from "../desk";
import { ANALYZED } from "../file/analyzed";
import { headOf } from "../file/scores";
import { batchShift } from "./batch-shift";
import { knownLabels, tellsKnown } from "./known-labels";
import { outlyingnessWhereKnown } from "./profiles";
import { storeResults } from "./stored";
import { cellRows, summarize } from "./tables";

export function resultOperations(desk: Desk): Handlers<ResultOperations> {
  return {
    scores({ model, phenotype }) {
      const scores = desk.opened().result(model).scores(phenotype);
      if (!scores) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
      return scores;
    },
    async positions({ by }) {
      const current = desk.opened();
      if (ANALYZED.last(current)?.results.has(by)) return { by, xy: current.result(by).positions(await desk.core()) };
      return { by, xy: await current.reader.embedding(by.replace(/^obsm\//, "")) };
    },
    async summary({ model, phenotype, selection }) {
      const core = await desk.core();
      const result = desk.opened().result(model);
      if (!result.head(phenotype)) throw new AnalysisError("bad-input", `${model} does not predict ${phenotype}.`);
      return { all: summarize(core, result, phenotype), selected: selection ? summarize(core, result, phenotype, selection) : null };
    },
    matchedLabels({ model, phenotype }) {
      const store = headOf(desk.opened().result(model), phenotype);
      if (!store.hasMatches) return null;
      const { labels, codes } = store.labelled();
      // What is sent is given away.
      return { labels, codes: codes.slice() };
    },
    batchShift: async ({ model, phenotype }) => batchShift(await desk.core(), desk.models, desk.opened().result(model), phenotype),
    async cells({ model, first, count, least = LEAST_PROBABILITY, order }) {
      const [core, file] = [await desk.core(), desk.opened()];
      const result = file.result(model);
      const far = await outlyingnessWhereKnown(core, desk.models, result);
      const known = await Promise.all(result.heads.map(({ head }) => tellsKnown(core, file, desk.models, result, head.phenotype, least)));
      return cellRows(file, result, { far, known }, { first, count, ...(order ? { order } : {}) });
    },
    knownLabels: async ({ model, phenotype, least }) =>
      knownLabels(await desk.core(), desk.opened(), desk.models, desk.opened().result(model), phenotype, least),
    store: async ({ models }) => storeResults(desk.opened(), await Promise.all(models.map((name) => desk.models.laneModel(name)))),
    embedding({ model, first, count }) {
      const kept = desk.opened().result(model).wholeEmbedding();
      return kept && { dims: kept.dims, values: kept.values.slice(first * kept.dims, (first + count) * kept.dims) };
    },
  };
}
