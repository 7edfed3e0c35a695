import { openLink } from "./address";
import { shownData } from "./demo";
import { site } from "../site/state";
import * as state from "../store";
import { DemoCard } from "./demo-card";
import { Lock } from "../shell/logo";
import { FileButton, LinkBox } from "./opening";
import { LessonList } from "../lessons/lesson-list";
import { LastFile } from "./last-file";
import { Note } from "../ui/parts";

const FACTS = [
  ["Two models, one honest answer", "A quantized transformer beside a linear one, scored on your labels."],
  ["Large files", "Read in place, block by block, never whole."],
  ["Take it all away", "Tables and figures, every one of them."],
] as const;

/** Data sets that a site offers beside the one on show. */
function OwnData() {
  const others = site.value?.data?.filter((one) => one !== shownData.value) ?? [];
  if (others.length === 0) return null;
  return (
    <ul class="datasets">
      {others.map(({ title, text, url }) => (
        <li key={url}>
          <button type="button" class="link" onClick={() => openLink(url)}>
            {title}
          </button>
          {text && <small>{text}</small>}
        </li>
      ))}
    </ul>
  );
}

/** Before a file: what this is, where to drop, what it gives. */
export function FirstScreen() {
  return (
    <main class="empty">
      <div>
        <h1>{site.value?.title ?? "What does a model see in your cells?"}</h1>
        <p class="sub">
          {site.value?.text ??
            "Cell type, tissue, disease, sex and life stage for every cell, and how far to trust each answer. In your browser, from " +
              "an .h5ad file."}
        </p>
        <OwnData />
        <div class="drop">
          <LastFile />
          {state.linkedFile.value && (
            <Note kind="good">
              This link shows a view of <b>{state.linkedFile.value.name}</b>. It holds no data: drop that file here to see it.
            </Note>
          )}
          <b>Drop an .h5ad file anywhere</b>
          <span class="soft">AnnData of any version and size, a model (CellTypist’s .pkl, a folder or .zip), or a saved session</span>
          <div class="buttons">
            <FileButton primary>Choose a file</FileButton>
            <LinkBox />
          </div>
          <p class="promise">
            <Lock />
            Your file does not leave this computer. There is no server to send it to.
          </p>
        </div>
        <LessonList />
        <div class="facts">
          {FACTS.map(([title, text]) => (
            <div key={title}>
              <b>{title}</b>
              {text}
            </div>
          ))}
        </div>
      </div>
      <DemoCard />
    </main>
  );
}
