import { phase } from "./state";
import { Banner, Message } from "./views/banner";
import { DropLayer } from "./views/drop-layer";
import { FirstScreen } from "./views/first-screen";
import { Footer } from "./views/footer";
import { Header } from "./views/header";
import { TipLayer } from "./views/tip";
import { Workspace } from "./views/workspace";

export function App() {
  return (
    <>
      <Header />
      <Banner />
      <Message />
      {phase.value === "first" ? <FirstScreen /> : <Workspace />}
      <Footer />
      <DropLayer />
      <TipLayer />
    </>
  );
}
