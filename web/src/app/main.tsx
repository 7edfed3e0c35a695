import { render } from "preact";
import { App } from "./app";
import { loadDemo } from "./demo";
import { dataLink } from "./link";
import { startLoaders } from "./loaders";
import { open, refuse } from "./session";
import "./styles/index.css";
import { startTheme } from "./theme";
import { startTrust } from "./trust";
import { startTitle, startViewLink } from "./view-link";

startViewLink();
startTitle();
startTheme();
startLoaders();
startTrust();

const link = dataLink(new URL(location.href));
if (link.kind === "redirect") location.replace(link.to);
else {
  render(<App />, document.getElementById("app")!);
  if (link.kind === "open") void open({ kind: "url", url: link.url });
  else {
    if (link.kind === "bad") refuse(link.why);
    // A host without the demo's result still has a first screen.
    loadDemo().catch(() => {});
  }
}
