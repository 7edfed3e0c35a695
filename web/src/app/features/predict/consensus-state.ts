import { effect, signal } from "@preact/signals";
import type { Consensus, ConsensusGroup } from "../../../contract/consensus";
import { callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import * as survey from "../survey/state";

/** What the models that are on agree on in the open file; null while fewer than two have seen every cell. */
export const consensus = signal<Consensus | null>(null);
/** The same by cluster, where the survey has found some. */
export const consensusGroups = signal<ConsensusGroup[] | null>(null);

const HEAD = "cell_type";

/** Models that are on, have seen every cell and predict cell types. */
const voices = (): string[] =>
  state.usableModels.value
    .filter(({ name, heads }) => state.runByModel.value.get(name)?.finished && heads.some(({ phenotype }) => phenotype === HEAD))
    .map(({ name }) => name);

export const agreeing = task(
  (run, models: string[]) => callIn(run, "consensus", { phenotype: HEAD, models }),
  (found) => {
    consensus.value = found;
  },
);

const grouping = task(
  (run, models: string[], labels: string[], codes: Int32Array) =>
    callIn(run, "consensusGroups", { phenotype: HEAD, models, labels, codes }),
  (found) => {
    consensusGroups.value = found;
  },
);

/** Looks for what the models agree on whenever which of them have finished, their terms or the clusters change. */
export function startConsensus(): void {
  let latest = "";
  effect(() => {
    const models = voices();
    const terms = state.models.value.flatMap(({ heads }) => heads.flatMap(({ classes }) => classes.map(({ ontologyId }) => ontologyId)));
    if (state.isRunning.value || models.length < 2) {
      latest = "";
      consensus.value = null;
      return;
    }
    const key = JSON.stringify([state.dataKey.value, models, terms]);
    if (key === latest) return;
    latest = key;
    void agreeing.start(models);
  });
  effect(() => {
    const clusters = survey.clusters.value;
    const found = consensus.value;
    consensusGroups.value = null;
    if (!found || !clusters) return;
    void grouping.start(
      found.models,
      clusters.sizes.map((_, i) => String(i)),
      clusters.codes,
    );
  });
}

state.forgetWith("results", () => {
  consensus.value = null;
  consensusGroups.value = null;
});
