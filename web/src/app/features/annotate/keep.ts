import { effect, untracked } from "@preact/signals";
import { checkedAnnotation } from "../../../contract/annotation-json";
import * as state from "../../store";
import { restore } from "./edits";
import { findAnnotation, forgetAnnotation, keepAnnotation } from "./kept";
import * as annotate from "./state";

/** Milliseconds of rest before what changed is kept. */
const REST_MS = 400;

/** Keeps the annotation on this computer as it is made, under the file's fingerprint, and brings it back with the file. */
export function startKeeping(): void {
  let openedFor = "";
  let isSettled = false;
  let timer = 0;
  let wait: (() => void) | null = null;
  const flush = () => {
    clearTimeout(timer);
    wait?.();
    wait = null;
  };
  effect(() => {
    const fingerprint = state.info.value?.fingerprint ?? "";
    if (fingerprint === openedFor) return;
    // What was not kept yet of the file before is of that file.
    flush();
    openedFor = fingerprint;
    isSettled = false;
    if (!fingerprint) return;
    untracked(() => {
      void bringBack(fingerprint).finally(() => {
        if (openedFor === fingerprint) isSettled = true;
      });
    });
  });
  effect(() => {
    const now = annotate.annotation.value;
    const fingerprint = openedFor;
    if (!fingerprint || !isSettled || state.info.value?.fingerprint !== fingerprint) return;
    wait = () => {
      const done = now ? keepAnnotation(fingerprint, { annotation: now, at: Date.now() }) : forgetAnnotation(fingerprint);
      void done.then((isKept) => {
        if (openedFor === fingerprint) annotate.isKept.value = isKept;
      });
    };
    clearTimeout(timer);
    timer = window.setTimeout(flush, REST_MS);
  });
  // A page that is left does not wait.
  addEventListener("pagehide", flush);
}

async function bringBack(fingerprint: string): Promise<void> {
  const kept = await findAnnotation(fingerprint);
  if (!kept || state.info.value?.fingerprint !== fingerprint || annotate.annotation.value) return;
  try {
    restore(checkedAnnotation(kept.annotation, "The annotation kept of this file"), kept.at);
  } catch {
    // Of another version: the file opens without it, and it is kept until another takes its place.
  }
}
