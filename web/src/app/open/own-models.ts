import { signal, type ReadonlySignal } from "@preact/signals";
import { AnalysisError, toWire } from "../../contract/errors";
import type { OnnxAnswers } from "../../contract/onnx";
import type { Coverage, ModelInfo } from "../../contract/types";
import type { Engine } from "../engine-worker";
import { withKeptTerms } from "./kept-terms";
import { showMessage } from "../shell/message";

const served = signal<ReadonlySet<string>>(new Set());
/** Models that come with the page, and so lie below its address. */
export const servedModels: ReadonlySignal<ReadonlySet<string>> = served;

interface Added {
  /** Handles of files, not their bytes. */
  files: Record<string, Blob>;
  since: Date;
  /** Of ONNX files: what they do not say of themselves. */
  answers?: OnnxAnswers | undefined;
}

const added = signal<ReadonlyMap<string, Added>>(new Map());
/** Models the user added, given to every new engine, by name. */
export const addedModels: ReadonlySignal<ReadonlyMap<string, Added>> = added;

/** Remembers a model for the engines to come. */
export function keepModel(name: string, files: Record<string, Blob>, answers?: OnnxAnswers): void {
  added.value = new Map(added.value).set(name, { files, since: new Date(), answers });
}

/** Forgets a model that was added. */
export function dropModel(name: string): void {
  added.value = new Map([...added.value].filter(([one]) => one !== name));
}

/** Names of the models that a link brought along. */
const linked = new Set<string>();

/** Whether a model is the user's own and in no link: who opens a link does not have it. */
export const isOnlyHere = (name: string): boolean => !served.value.has(name) && !linked.has(name);

/** Fetches the models that the address brings along, each a folder as a .zip, before any data are opened. */
export async function fetchModels(urls: string[], add: (files: Record<string, Blob>) => Promise<ModelInfo | null>): Promise<void> {
  for (const url of urls) {
    const name = decodeURIComponent(new URL(url).pathname.split("/").at(-1) || "model.zip");
    const response = await fetch(url).catch(() => null);
    if (!response?.ok) {
      const why = response
        ? `the host replied ${response.status}`
        : "the host cannot be reached, or does not allow access from other sites (CORS)";
      throw new AnalysisError(
        "network",
        `The model ${name} of the link could not be downloaded: ${why}. Open the data without it, or drop its file here.`,
      );
    }
    const model = await add({ [name]: await response.blob() });
    if (model) linked.add(model.name);
  }
}

/** The models of a new engine, the user's own among them. */
export async function listModels(mine: Engine): Promise<ModelInfo[]> {
  const listed = new Map((await mine.models).map((model) => [model.name, model]));
  served.value = new Set(listed.keys());
  for (const [name, { files, answers }] of added.value) {
    try {
      const { model } = await mine.client.call("addModel", answers ? { files, answers } : { files });
      listed.set(model.name, await withKeptTerms(mine, model));
    } catch (error) {
      if (toWire(error).code === "internal") throw error;
      // Its files are gone: the user's data are opened all the same.
      dropModel(name);
      showMessage(toWire(error).message);
    }
  }
  return [...listed.values()];
}

/** The message once a model is added. */
export function addedMessage({ title }: ModelInfo, coverage: Coverage | undefined): string {
  if (!coverage) return `${title} was added (checksums verified). It will run on the next file you open.`;
  return coverage.verdict === "refused"
    ? `${title} was added, but cannot be used on this file. ${coverage.reason}`
    : `${title} was added and is running on this file.`;
}
