import { render } from "preact";
import { App } from "./app";
import { startDemo } from "./demo";
import { dataLink } from "./link";
import { startLoaders } from "./loaders";
import { open, refuse } from "./session";
import "./styles/index.css";
import { startSurvey } from "./survey/run";
import { startTheme } from "./theme";
import { startTrust } from "./trust";
import { startTitle, startViewLink } from "./view-link";
import { startWhy } from "./why/run";

// Read before the state is written into the address.
const link = dataLink(new URL(location.href));

startViewLink();
startTitle();
startTheme();
startLoaders();
startTrust();
startWhy();
startSurvey();

if (link.kind === "redirect") location.replace(link.to);
else {
  render(<App />, document.getElementById("app")!);
  if (link.kind === "open") void open({ kind: "url", url: link.url });
  if (link.kind === "bad") refuse(link.why);
  startDemo();
}
