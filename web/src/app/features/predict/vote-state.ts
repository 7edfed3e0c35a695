import { effect, signal } from "@preact/signals";
import { toWire } from "../../../contract/errors";
import type { MajorityVote, OverClustering } from "../../../contract/votes";
import { call } from "../../engine-client";
import * as state from "../../store";

/** The switch: whether clusters vote on the labels, from which clusters, and the least share of a majority. */
export const isVoting = signal(false);
export const over = signal<OverClustering>({ kind: "leiden" });
export const minProp = signal(0);

/** Votes of the open file by model and head; `why` where there could be none. */
export const votes = signal<ReadonlyMap<string, { found: MajorityVote | null; why: string }>>(new Map());
export const isCounting = signal(false);

const keyOf = (model: string, phenotype: string) => `${model} ${phenotype}`;

/** The vote on what is in sight, where the switch is on. */
export function currentVote(): { found: MajorityVote | null; why: string } | null {
  const model = state.activeModel.value;
  return (isVoting.value && model && votes.value.get(keyOf(model.name, state.head.value))) || null;
}

/** The head of a model that was voted on, for its table. */
export function votedHead(model: string): string | undefined {
  for (const { found } of isVoting.value ? votes.value.values() : []) if (found?.model === model) return found.phenotype;
  return undefined;
}

/** Votes on what is in sight once its model has seen every cell; again when what it is asked with has changed. */
export function startVotes(): void {
  let asked = "";
  effect(() => {
    const [model, phenotype, info] = [state.activeModel.value, state.head.value, state.info.value];
    const run = model && state.runByModel.value.get(model.name);
    const isKnown = model?.heads.some((head) => head.phenotype === phenotype) ?? false;
    const question = { over: over.value, minProp: minProp.value };
    if (!info || !isVoting.value || state.isRunning.value) {
      if (!info || state.isRunning.value) votes.value = new Map();
      asked = "";
      return;
    }
    if (!model || !isKnown || !run?.finished) return;
    const key = JSON.stringify([info.fingerprint, info.matrix, model.name, phenotype, question]);
    if (key === asked) return;
    asked = key;
    isCounting.value = true;
    const take = (found: MajorityVote | null, why: string) => {
      if (asked !== key) return;
      isCounting.value = false;
      votes.value = new Map([...votes.peek(), [keyOf(model.name, phenotype), { found, why }]]);
    };
    call("majorityVote", { model: model.name, phenotype, ...question, seed: state.seed.peek(), lanes: 0 }).then(
      (found) => take(found, ""),
      (error: unknown) => take(null, toWire(error).message),
    );
  });
}

/** Turns the switch; off, the labels are the cells' own again. */
export function setVoting(isOn: boolean): void {
  if (!isOn) {
    for (const { found } of votes.peek().values())
      if (found) call("forgetVote", { model: found.model, phenotype: found.phenotype }).catch(() => undefined);
    votes.value = new Map();
    isCounting.value = false;
  }
  isVoting.value = isOn;
}
