import { render } from "preact";
import { App } from "./app";
import { openAddressed, openLink, startAddress } from "./open/address";
import { dataLink, modelLinks } from "./open/data-link";
import { startDemo } from "./open/demo";
import { startModelsKnown } from "./open/models-known";
import { startDrops } from "./open/drops";
import { startKeys } from "./shell/keys";
import { startLessons } from "./lessons/state";
import { startAnnotationColumn } from "./features/annotate/column";
import { startKeeping } from "./features/annotate/keep";
import { startAnnotate } from "./features/annotate/run";
import { startCompare } from "./features/compare/run";
import { startColumns } from "./features/data/run";
import { startPositions } from "./features/map/positions";
import { startPredictions } from "./features/predict/run";
import { startOffline } from "./shell/offline";
import { fetchModels } from "./open/own-models";
import { startSelection } from "./features/map/selection";
import { bringModel, fail, refuse } from "./engine-client";
import { startSessions } from "./share/session";
import { site, startSite } from "./site/state";
import * as state from "./store";
import "./styles/index.css";
import { startShift } from "./features/trust/shift";
import { startBeside } from "./features/predict/beside-state";
import { startConsensus } from "./features/predict/consensus-state";
import { startTypesBySample } from "./features/predict/samples-state";
import { startSex } from "./features/predict/sex-state";
import { startVotes } from "./features/predict/vote-state";
import { startDoublets } from "./features/survey/doublets-state";
import { startSurvey } from "./features/survey/run";
import { startTheme } from "./shell/theme";
import { startTrust } from "./features/trust/run";
import { startVerdicts } from "./features/trust/verdicts";
import { startTitle, startViewLink } from "./share/view-link";
import { startWhy } from "./features/why/run";

/** Milliseconds that site.json is waited for. */
const SITE_WAIT_MS = 100;

// Read before the state is written into the address.
const link = dataLink(new URL(location.href));
const models = modelLinks(new URL(location.href));
const hash = location.hash.replace(/^#/, "");

startDrops();
startAddress();
startViewLink();
startTitle();
startTheme();
startColumns();
startPredictions();
startPositions();
startTrust();
startVerdicts();
startWhy();
startSurvey();
startDoublets();
startShift();
startVotes();
startConsensus();
startBeside();
startSex();
startTypesBySample();
startAnnotate();
startAnnotationColumn();
startKeeping();
startCompare();
startKeys();
startSelection();
startSessions(hash);
startOffline();
startLessons();

if (link.kind === "redirect") location.replace(link.to);
else {
  const dressed = startSite();
  // Words of a lab's own should not push away the usual ones before one's eyes; a slow host is not waited for.
  const late = new Promise((resolve) => {
    setTimeout(resolve, SITE_WAIT_MS);
  });
  void Promise.race([dressed, late]).then(() => render(<App />, document.getElementById("app")!));
  // Whether the data are of the site, and what is stored of them, is said by site.json.
  void dressed.then(async () => {
    const at = site.value?.open;
    const failure =
      link.kind === "bad"
        ? null
        : await fetchModels(models, bringModel).then(
            () => null,
            (error: unknown) => error,
          );
    if (link.kind === "open") openAddressed(link.url);
    else if (link.kind === "none" && at !== undefined && state.phase.value === "first") openLink(site.value!.data![at]!.url, true);
    // Said once the data are on their way: opening them clears what was said before.
    if (failure) fail(failure);
  });
  if (link.kind === "bad") refuse(link.why);
  startDemo();
  startModelsKnown();
}
