import { AnalysisError, toWire } from "../../contract/errors";
import type { Coverage, ModelInfo } from "../../contract/types";
import type { Engine } from "../engine-worker";
import * as state from "../store";

/** Models the user added, given to every new engine: handles of files, not their bytes. */
let addedModels: Record<string, Blob>[] = [];

/** Remembers a model for the engines to come. */
export function keepModel(files: Record<string, Blob>): void {
  addedModels.push(files);
}

/** Names of the models that a link brought along. */
const linked = new Set<string>();

/** Whether a model is the user's own and in no link: who is given one does not have it. */
export const isOnlyHere = (name: string): boolean => !state.servedModels.value.has(name) && !linked.has(name);

/** Fetches the models that the address brings along, each a folder as a .zip or a .pkl, before any data are opened. */
export async function fetchModels(urls: string[], add: (files: Record<string, Blob>) => Promise<ModelInfo | null>): Promise<void> {
  for (const url of urls) {
    const name = decodeURIComponent(new URL(url).pathname.split("/").at(-1) || "model.zip");
    const response = await fetch(url).catch(() => null);
    if (!response?.ok) {
      const why = response
        ? `the host answers ${response.status}`
        : "the host cannot be reached, or does not let other pages read it (CORS)";
      throw new AnalysisError(
        "network",
        `The model ${name} that the link brings along was not fetched: ${why}. The data can be opened without it, and its file be ` +
          `dropped here.`,
      );
    }
    const added = await add({ [name]: await response.blob() });
    if (added) linked.add(added.name);
  }
}

/** The models of a new engine, the user's own among them. */
export async function listModels(mine: Engine): Promise<ModelInfo[]> {
  const listed = new Map((await mine.models).map((model) => [model.name, model]));
  state.servedModels.value = new Set(listed.keys());
  for (const files of addedModels) {
    try {
      const { model } = await mine.client.call("addModel", { files });
      listed.set(model.name, model);
    } catch (error) {
      if (toWire(error).code === "internal") throw error;
      // Its files are gone: the user's data are opened all the same.
      addedModels = addedModels.filter((kept) => kept !== files);
      state.message.value = toWire(error).message;
    }
  }
  return [...listed.values()];
}

/** What is said once a model is added. */
export function addedMessage({ title }: ModelInfo, coverage: Coverage | undefined): string {
  if (!coverage) return `${title} was added: its checksums are right. It runs on the next file you open.`;
  return coverage.verdict === "refused"
    ? `${title} was added, but not used on this file. ${coverage.reason}`
    : `${title} was added and runs on this file.`;
}
