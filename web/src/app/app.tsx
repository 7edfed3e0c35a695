import { listed } from "./features/models/listed";
import { isHelpOpen } from "./shell/keys";
import { phase } from "./store";
import { Banner, Message } from "./shell/banner";
import { DropLayer } from "./open/drop-layer";
import { askedTable } from "./open/find";
import { FirstScreen } from "./open/first-screen";
import { asked } from "./open/onnx-asked";
import { Footer } from "./shell/footer";
import { Header } from "./shell/header";
import { sheetOf } from "./ui/figure-look";
import { lazy } from "./ui/lazy";
import { TipLayer } from "./ui/tip";

// Steps and panels come when a file does, the others when they are asked for: the first screen is there without them.
const Workspace = lazy(async () => (await import("./shell/workspace")).Workspace, {
  waiting: <main class="workspace" aria-busy="true" />,
});
const OnnxForm = lazy(async () => (await import("./open/onnx-form")).OnnxForm, { when: () => asked.value !== null });
const TableForm = lazy(async () => (await import("./open/table-form")).TableForm, { when: () => askedTable.value !== null });
const Help = lazy(async () => (await import("./shell/help")).Help, { when: () => isHelpOpen.value });
const ClassList = lazy(async () => (await import("./features/models/class-list")).ClassList, { when: () => listed.value !== null });
const FigureSheet = lazy(async () => (await import("./ui/figure-sheet")).FigureSheet, { when: () => sheetOf.value !== null });

export function App() {
  return (
    <>
      <Header />
      <Banner />
      <Message />
      <OnnxForm />
      <TableForm />
      {phase.value === "first" ? <FirstScreen /> : <Workspace />}
      <Footer />
      <DropLayer />
      <TipLayer />
      <Help />
      <ClassList />
      <FigureSheet />
    </>
  );
}
