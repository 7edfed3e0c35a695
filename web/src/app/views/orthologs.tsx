import { useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { count } from "../../plots/format";
import { analyze, call, fail } from "../session";
import * as state from "../state";

/** For files of another species than the models': genes known by their one-to-one orthologs, of a table the user has. */
export function Orthologs() {
  const input = useRef<HTMLInputElement | null>(null);
  const said = useSignal("");
  const use = async (file: File | undefined) => {
    if (!file || !state.info.value) return;
    try {
      const { found, pairs, coverage } = await call("orthologs", { table: await file.text() });
      said.value = `${count(found)} genes are known by their orthologs, of ${count(pairs)} one-to-one pairs in ${file.name}.`;
      state.info.value = { ...state.info.value, coverage };
      await analyze(state.info.value.matrix);
    } catch (error) {
      fail(error);
    }
  };
  return (
    <p class="after">
      {said.value || "Cells of another species? "}
      {!said.value && <button type="button" class="link" onClick={() => input.current?.click()}>Load a table of orthologs</button>}
      {!said.value && " (two columns, as Ensembl BioMart exports them)."}
      <input ref={input} type="file" class="sr" tabIndex={-1} aria-label="Table of orthologs" accept=".tsv,.csv,.txt" onChange={(event) => { const [file] = event.currentTarget.files ?? []; event.currentTarget.value = ""; void use(file); }} />
    </p>
  );
}
