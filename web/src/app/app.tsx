import { signal } from "@preact/signals";
import type { FunctionComponent } from "preact";
import { useEffect } from "preact/hooks";
import { isHelpOpen } from "./shell/keys";
import { fail } from "./engine-client";
import { phase } from "./store";
import { Banner, Message } from "./shell/banner";
import { DropLayer } from "./open/drop-layer";
import { FirstScreen } from "./open/first-screen";
import { asked } from "./open/onnx-asked";
import { Footer } from "./shell/footer";
import { Header } from "./shell/header";
import { sheetOf } from "./ui/figure-look";
import { TipLayer } from "./ui/tip";

const workspace = signal<FunctionComponent | null>(null);

/** Steps and panels come when a file does: the first screen is there without them. */
function LazyWorkspace() {
  const Workspace = workspace.value;
  useEffect(() => {
    if (!Workspace)
      import("./shell/workspace").then((module) => {
        workspace.value = module.Workspace;
      }, fail);
  }, []);
  return Workspace ? <Workspace /> : <main class="workspace" aria-busy="true" />;
}

const onnxForm = signal<FunctionComponent | null>(null);

/** What a dropped ONNX file does not say is asked when one is dropped. */
function LazyOnnxForm() {
  const Form = onnxForm.value;
  const isAsked = asked.value !== null;
  useEffect(() => {
    if (isAsked && !Form)
      import("./open/onnx-form").then((module) => {
        onnxForm.value = module.OnnxForm;
      }, fail);
  }, [isAsked]);
  return Form && <Form />;
}

const help = signal<FunctionComponent | null>(null);

/** The glossary comes when it is asked for. */
function LazyHelp() {
  const Help = help.value;
  const isOpen = isHelpOpen.value;
  useEffect(() => {
    if (isOpen && !Help)
      import("./shell/help").then((module) => {
        help.value = module.Help;
      }, fail);
  }, [isOpen]);
  return Help && <Help />;
}

const sheet = signal<FunctionComponent | null>(null);

/** How a figure is to look in a file is asked when one is wanted. */
function LazySheet() {
  const Sheet = sheet.value;
  const isOpen = sheetOf.value !== null;
  useEffect(() => {
    if (isOpen && !Sheet)
      import("./ui/figure-sheet").then((module) => {
        sheet.value = module.FigureSheet;
      }, fail);
  }, [isOpen]);
  return Sheet && <Sheet />;
}

export function App() {
  return (
    <>
      <Header />
      <Banner />
      <Message />
      <LazyOnnxForm />
      {phase.value === "first" ? <FirstScreen /> : <LazyWorkspace />}
      <Footer />
      <DropLayer />
      <TipLayer />
      <LazyHelp />
      <LazySheet />
    </>
  );
}
