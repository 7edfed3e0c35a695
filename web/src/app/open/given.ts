import { openFile, openLink, openSeveral } from "./address";
import type { Given } from "./dropped";
import { addModel, refuse } from "../engine-client";
import { showMessage } from "../shell/message";
import { openSession, rememberHandle } from "../share/session";

/** Takes what a person gave the page: data, a model or a session. */
export function takeGiven(given: Given): void {
  if (given.kind === "model") void addModel(given.files);
  else if (given.kind === "session") void openSession(given.file, openLink);
  else if (given.kind === "neither") refuse(given.why);
  else if (given.kind === "study") {
    openSeveral(given.files);
    if (given.left) showMessage(given.left);
  } else {
    void given.handle?.then((handle) => handle && rememberHandle(given.file, handle));
    openFile(given.file);
    if (given.left) showMessage(given.left);
  }
}
