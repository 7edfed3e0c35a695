import type { AnnotationReport } from "../../../contract/annotation";
import { count, many } from "../../../plots/format";
import * as state from "../../store";
import { ColumnSelect } from "../../ui/column-select";
import { Card, Headline, Note } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { donors } from "../trust/state";
import { AppliedCard } from "./applied-card";
import { Begin } from "./begin";
import { startAfresh, undo } from "./edits";
import { ExportCard } from "./export-card";
import { MarkersPick } from "./markers-pick";
import { GroupTable } from "./rows";
import { applying, describe, describing, isDescribed } from "./run";
import * as annotate from "./state";
import { Toolbar } from "./toolbar";

/** How an annotation came to be here, where it was not made just now; and where it is kept. */
function KeptNote() {
  const at = annotate.restoredAt.value;
  if (annotate.isKept.value === false)
    return <Note>This browser keeps nothing for the page: save the annotation as JSON before you close it.</Note>;
  if (at === null) return null;
  const when = new Date(at).toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" });
  return (
    <Note kind="good">
      Your annotation of this file, kept on this computer on {when}, is restored.{" "}
      <button type="button" class="link" onClick={startAfresh}>
        Start afresh
      </button>
    </Note>
  );
}

/** Whose cells, which batches, which markers the groups are described by. */
function DescribedBy() {
  return (
    <div class="fields">
      <ColumnSelect
        label="Donors"
        value={donors.value}
        none="none"
        hasNumbers
        onChoose={(name) => {
          donors.value = name;
        }}
      />
      <ColumnSelect
        label="Batches"
        value={annotate.batch.value}
        none="none"
        onChoose={(name) => {
          annotate.batch.value = name;
        }}
      />
      <MarkersPick />
    </div>
  );
}

/** What the groups are of, in words. */
function sourceOf(): string {
  const now = annotate.annotation.value!;
  const { kind, by, resolution } = now.grouping;
  const start = many(now.start.length, "group");
  if (kind === "clusters") return `${many(now.start.length, "cluster")}${resolution === null ? "" : ` at resolution ${resolution}`}`;
  return kind === "column" ? `${start} of ${by}` : `${many(now.start.length, "selection")}`;
}

const adviceOn = ({ models }: AnnotationReport): string =>
  `Names in italics are suggested by ${models.length > 0 ? many(models.length, "model") : "marker genes"}: accept them, or open a row ` +
  "to see its cells and what speaks for and against, to rename, mark, split or note.";

function Groups() {
  const now = annotate.annotation.value!;
  const found = annotate.report.value?.found;
  const settled = annotate.settled.value;
  const isBusy = describing.isBusy.value;
  const unsettled = now.groups.length - settled;
  return (
    <>
      <KeptNote />
      <AppliedCard />
      <Card
        title={`${many(now.groups.length, "group")}, ${count(settled)} named`}
        lead={`From ${sourceOf()}.${found ? ` ${adviceOn(found)}` : ""}`}
      >
        <Toolbar />
        {isBusy && (
          <p class="after" role="status">
            {found ? "Describing the changed groups…" : "Comparing each group's genes and labels…"}{" "}
            <button type="button" class="link" onClick={describing.stop}>
              Stop
            </button>
          </p>
        )}
        {!isBusy && !isDescribed() && !state.isRunning.value && (
          <p class="after">
            {found ? "What is shown is of the groups before the last change." : "The groups have not been described."}{" "}
            <button type="button" class="link" onClick={describe}>
              Describe them
            </button>
          </p>
        )}
        <Failure error={describing.failure.value} />
        <GroupTable />
        {found?.notes.map((note) => (
          <p key={note} class="after">
            {note}
          </p>
        ))}
      </Card>
      <ExportCard unsettled={unsettled} />
      <details class="card">
        <summary>What the groups are described by</summary>
        <DescribedBy />
      </details>
      <details class="card">
        <summary>Other groups, or an annotation of another file</summary>
        <Begin isAgain />
      </details>
    </>
  );
}

/** One name for each group of cells that the user stands behind. */
export function AnnotatePanel() {
  const now = annotate.annotation.value;
  return (
    <>
      <Headline title="Name the groups">
        {now
          ? ""
          : "One name for each cluster that you stand behind: models and marker genes suggest it and warn where it is doubtful, " +
            "you accept, rename, merge or split. Kept on this computer as you go."}
      </Headline>
      <Failure error={applying.failure.value} />
      {applying.isBusy.value && (
        <p class="lead" role="status">
          Matching the annotation to this file…
        </p>
      )}
      {now ? (
        <Groups />
      ) : (
        <>
          {state.isRunning.value && (
            <p class="lead" role="status">
              Can begin once the analysis has ended.
            </p>
          )}
          <Card title="Which groups?">
            <Begin isAgain={false} />
            {annotate.history.value.past.length > 0 && (
              <p class="after">
                <button type="button" class="link" onClick={undo}>
                  Bring back the annotation that was here
                </button>
              </p>
            )}
          </Card>
        </>
      )}
    </>
  );
}
