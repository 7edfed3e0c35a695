import { openLink } from "./address";
import { shownData } from "./demo";
import { site } from "../site/state";
import { listed, wantedFiles } from "../share/study-files";
import { linkedFile } from "../share/view-link";
import { DemoCard } from "./demo-card";
import { Lock } from "../shell/logo";
import { FileButton, LinkBox } from "./opening";
import { LessonList } from "../lessons/lesson-list";
import { LastFile } from "./last-file";
import { ModelsKnown } from "./models-known";
import { Note } from "../ui/parts";

const FACTS = [
  ["Predict and check", "Two models beside each other, with their doubts and genes."],
  ["Annotate", "Name clusters: models and marker genes suggest, and warn."],
  ["Compare", "Conditions over donors: composition, expression and gene sets."],
  ["Export everything", "Tables, figures, a report, and the .h5ad with names and clusters."],
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
            "Predict cell type and tissue of every cell, see how far to trust each prediction, annotate clusters and compare " +
              "conditions. In your browser, from an .h5ad file."}
        </p>
        <OwnData />
        <div class="drop">
          <LastFile />
          {linkedFile.value && (
            <Note kind="good">
              {wantedFiles.value ? (
                <>
                  This link shows a view of <b>{listed(wantedFiles.value.files.map(({ file }) => file))}</b> but contains no data: drop
                  these files here to open them.
                </>
              ) : (
                <>
                  This link shows a view of <b>{linkedFile.value.name}</b> but contains no data: drop that file here to open it.
                </>
              )}
            </Note>
          )}
          <b>Drop an .h5ad file anywhere, or a 10x folder</b>
          <span class="soft">
            Opens AnnData <b>.h5ad</b>, 10x <b>.h5</b>, .loom, .h5mu, .h5seurat, <b>.rds</b> and .zarr, 10x folders (<b>matrix.mtx</b>),
            tables (.csv, .tsv, .gct) and archives of these, of any size, several at once as one study; models (folder, .zip, CellTypist
            .pkl, .onnx, table of profiles) and saved sessions.
          </span>
          <div class="buttons">
            <FileButton primary>Choose a file</FileButton>
            <LinkBox />
          </div>
          <ModelsKnown />
          <p class="promise">
            <Lock />
            Your file does not leave this computer: no server, no upload.
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
