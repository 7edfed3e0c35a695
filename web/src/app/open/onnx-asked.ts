import { signal, type ReadonlySignal } from "@preact/signals";
import { createStore, get, set, type UseStore } from "idb-keyval";
import type { OnnxAnswers, OnnxQuestion } from "../../contract/onnx";

/** An ONNX file that was given, and what it does not say of itself. */
export interface Asked {
  files: Record<string, Blob>;
  question: OnnxQuestion;
}

const shown = signal<Asked | null>(null);
/** What the user is asked about now. */
export const asked: ReadonlySignal<Asked | null> = shown;

/** Asks the user; null: no longer. */
export function askAbout(now: Asked | null): void {
  shown.value = now;
}

let opened: UseStore | null = null;
const store = () => (opened ??= createStore("phenolens-onnx", "answers"));

/* Storage may be closed to the page, as in a private window: then nothing is remembered, and the user is asked again. */

/** What was answered of a file before, by its sha256. */
export function rememberedAnswers(sha256: string): Promise<OnnxAnswers | null> {
  return new Promise<OnnxAnswers | undefined>((resolve) => resolve(get<OnnxAnswers>(sha256, store()))).then(
    (answers) => answers ?? null,
    () => null,
  );
}

/** Remembers answers for when the file is given again. */
export function rememberAnswers(sha256: string, answers: OnnxAnswers): Promise<void> {
  return new Promise<void>((resolve) => resolve(set(sha256, answers, store()))).catch(() => undefined);
}
