import { openFile, openLink, openSamples } from "./address";
import { findSources } from "./find";
import { ACCEPTED, type Given } from "./dropped";
import { addModel, fail, refuse } from "../engine-client";
import { showMessage } from "../shell/message";
import { openSession, rememberHandle } from "../share/session";

/** Takes what a person gave the page: data, a model or a session. */
export function takeGiven(given: Given): void {
  if (given.kind === "model") void addModel(given.files);
  else if (given.kind === "session") void openSession(given.file, openLink);
  else if (given.kind === "neither") refuse(given.why);
  else if (given.kind === "cells") void openFound(given.files).catch(fail);
  else {
    void given.handle?.then((handle) => handle && rememberHandle(given.file, handle));
    openFile(given.file);
  }
}

/** Opens the samples of files that were given together; what is left of them is told. */
async function openFound(files: Record<string, File>): Promise<void> {
  const found = await findSources(files);
  if (!found) return;
  const { files: samples, models, left } = found;
  if (samples.length > 0) {
    openSamples(samples);
    if (left) showMessage(left);
  } else if (Object.keys(models).length > 0) void addModel(models);
  else refuse(`Neither cells nor a model were found. ${left} ${ACCEPTED}`);
}
