import { useSignal } from "@preact/signals";
import { many } from "../../../plots/format";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { Card } from "../../ui/parts";
import { exportAnnotated } from "../export/export";
import { exportAnnotationCsv, exportAnnotationJson, exportAnnotationTable } from "./files";
import * as annotate from "./state";

/** CELLxGENE's columns, which a file that has them keeps. */
const CELLXGENE = ["cell_type", "cell_type_ontology_term_id"] as const;

/** What the columns of the .h5ad are called. */
function ColumnNames() {
  const columns = annotate.fileColumns.value;
  const has = CELLXGENE.find((name) => columns.includes(name));
  const name = annotate.ownPrefix.value ?? annotate.columnName.value;
  return (
    <>
      <label class="field">
        <span>Columns in obs</span>
        <input
          type="text"
          value={name}
          onChange={(event) => {
            const typed = event.currentTarget.value.trim().replaceAll("/", "_");
            annotate.ownPrefix.value = typed || null;
            event.currentTarget.value = typed || annotate.columnName.value;
          }}
        />
      </label>
      <label class="radio" title={has ? `The file has a column ${has}, and nothing of it is replaced` : "Schema 5 of CELLxGENE"}>
        <input
          type="checkbox"
          checked={annotate.isCellxgene.value && !has}
          disabled={has !== undefined}
          onChange={(event) => {
            annotate.isCellxgene.value = event.currentTarget.checked;
          }}
        />
        <span>
          also as <code>cell_type</code> (CELLxGENE){has && <small class="soft">: the file has it</small>}
        </span>
      </label>
    </>
  );
}

/** Files of the annotation; `unsettled` groups have no name in them. */
export function ExportCard({ unsettled }: { unsettled: number }) {
  const busy = useSignal("");
  const isNamed = annotate.writtenAs.value !== null;
  const files: [name: string, title: string, isReady: boolean, run: () => void | Promise<void>][] = [
    [".h5ad", "Your file with these names and the predictions added", state.report.value !== null, exportAnnotated],
    ["CSV by barcode", "A row a cell", true, exportAnnotationCsv],
    ["Supplement table", "A row a group: its name and what it rests on (CSV)", true, exportAnnotationTable],
    ["JSON", "Another file of the study can start from it; drop it on the page to go on", !state.isRunning.value, exportAnnotationJson],
  ];
  const start = async (name: string, run: () => void | Promise<void>) => {
    busy.value = name;
    try {
      await run();
    } catch (error) {
      fail(error);
    }
    busy.value = "";
  };
  return (
    <Card
      title="Export the names"
      lead={
        unsettled > 0
          ? `${many(unsettled, "group")} without an accepted name: ${unsettled === 1 ? "its" : "their"} cells are left empty in the files.`
          : "Every group has a name."
      }
    >
      <div class="asks">
        <ColumnNames />
      </div>
      <div class="asks annotation-tools">
        {files.map(([name, title, isReady, run]) => (
          <button
            type="button"
            key={name}
            class="btn"
            title={title}
            disabled={!isNamed || !isReady || busy.value !== ""}
            onClick={() => void start(name, run)}
          >
            {busy.value === name ? "Writing…" : name}
          </button>
        ))}
      </div>
    </Card>
  );
}
