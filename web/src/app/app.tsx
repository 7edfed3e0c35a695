import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { isHelpOpen } from "./keys";
import { fail } from "./session";
import { phase } from "./state";
import { Banner, Message } from "./views/banner";
import { DropLayer } from "./views/drop-layer";
import { FirstScreen } from "./views/first-screen";
import { Footer } from "./views/footer";
import { Header } from "./views/header";
import { TipLayer } from "./views/tip";

const workspace = signal<FunctionComponent | null>(null);

/** Steps and panels come when a file does: the first screen is there without them. */
function LazyWorkspace() {
  const Workspace = workspace.value;
  useEffect(() => {
    if (!Workspace) import("./views/workspace").then((module) => { workspace.value = module.Workspace; }, fail);
  }, []);
  return Workspace ? <Workspace /> : <main class="workspace" aria-busy="true" />;
}

const help = signal<FunctionComponent | null>(null);

/** The glossary comes when it is asked for. */
function LazyHelp() {
  const Help = help.value;
  const isOpen = isHelpOpen.value;
  useEffect(() => {
    if (isOpen && !Help) import("./views/help").then((module) => { help.value = module.Help; }, fail);
  }, [isOpen]);
  return Help && <Help />;
}

export function App() {
  return (
    <>
      <Header />
      <Banner />
      <Message />
      {phase.value === "first" ? <FirstScreen /> : <LazyWorkspace />}
      <Footer />
      <DropLayer />
      <TipLayer />
      <LazyHelp />
    </>
  );
}
