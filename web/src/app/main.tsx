import { render } from "preact";
import { App } from "./app";
import { openAddressed, openLink, startAddress } from "./address";
import { dataLink, modelLinks } from "./data-link";
import { startDemo } from "./demo";
import { startDrops } from "./drops";
import { startKeys } from "./keys";
import { startLessons } from "./lessons/state";
import { startLoaders } from "./loaders";
import { startOffline } from "./offline";
import { fetchModels } from "./own-models";
import { startSelection } from "./selection";
import { bringModel, fail, refuse } from "./session";
import { startSessions } from "./sharing/session";
import { site, startSite } from "./site/state";
import * as state from "./state";
import "./styles/index.css";
import { startShift } from "./shift";
import { startSurvey } from "./survey/run";
import { startTheme } from "./theme";
import { startTrust } from "./trust";
import { startTitle, startViewLink } from "./view-link";
import { startWhy } from "./why/run";

/** Milliseconds that site.json is waited for. */
const LATE = 100;

// Read before the state is written into the address.
const link = dataLink(new URL(location.href));
const models = modelLinks(new URL(location.href));
const hash = location.hash.replace(/^#/, "");

startDrops();
startAddress();
startViewLink();
startTitle();
startTheme();
startLoaders();
startTrust();
startWhy();
startSurvey();
startShift();
startKeys();
startSelection();
startSessions(hash);
startOffline();
startLessons();

if (link.kind === "redirect") location.replace(link.to);
else {
  const dressed = startSite();
  // Words of a lab's own should not push away the usual ones before one's eyes; a slow host is not waited for.
  const late = new Promise((resolve) => { setTimeout(resolve, LATE); });
  void Promise.race([dressed, late]).then(() => render(<App />, document.getElementById("app")!));
  // Whether the data are of the site, and what is stored of them, is said by site.json.
  void dressed.then(async () => {
    const at = site.value?.open;
    const failure = link.kind === "bad" ? null : await fetchModels(models, bringModel).then(() => null, (error: unknown) => error);
    if (link.kind === "open") openAddressed(link.url);
    else if (link.kind === "none" && at !== undefined && state.phase.value === "first") openLink(site.value!.data![at]!.url, true);
    // Said once the data are on their way: opening them clears what was said before.
    if (failure) fail(failure);
  });
  if (link.kind === "bad") refuse(link.why);
  startDemo();
}
