import { openLink } from "./address";
import { shownData } from "./demo";
import { site } from "../site/state";
import { linkedFile } from "../share/view-link";
import { DemoCard } from "./demo-card";
import { Lock } from "../shell/logo";
import { FileButton, LinkBox } from "./opening";
import { LessonList } from "../lessons/lesson-list";
import { LastFile } from "./last-file";
import { Note } from "../ui/parts";

const FACTS = [
  ["Two models compared", "A quantized transformer and a linear model, scored on your labels."],
  ["Large files", "Read in parts from disk, never loaded whole."],
  ["Export everything", "Every table and figure, and an annotated .h5ad."],
] as const;

/** Data sets that a site offers beside the one shown. */
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
            "Predict cell type and tissue of every cell, and see how far to trust each " +
              "prediction. In your browser, from an .h5ad file."}
        </p>
        <OwnData />
        <div class="drop">
          <LastFile />
          {linkedFile.value && (
            <Note kind="good">
              This link shows a view of <b>{linkedFile.value.name}</b> but contains no data: drop that file here to open it.
            </Note>
          )}
          <b>Drop an .h5ad file anywhere</b>
          <span class="soft">
            AnnData of any version and size, a model (folder, .zip, CellTypist .pkl, .onnx or table of profiles), or a saved session
          </span>
          <div class="buttons">
            <FileButton primary>Choose a file</FileButton>
            <LinkBox />
          </div>
          <p class="promise">
            <Lock />
            Your file does not leave this computer. There is no server to upload it to.
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
