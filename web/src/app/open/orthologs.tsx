import { useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { count } from "../../plots/format";
import { analyze, call, fail } from "../engine-client";
import * as state from "../store";

/** For files of another species than the models': genes known by their one-to-one orthologs, of a table the user has. */
export function Orthologs() {
  const input = useRef<HTMLInputElement | null>(null);
  const said = useSignal("");
  const isMouse = state.info.value?.geneVerdict.species === "mouse";
  const ask = async (table: { table: string } | { builtIn: "mouse" }, words: (found: number, pairs: number, columns: string) => string) => {
    if (!state.info.value) return;
    try {
      const { found, pairs, coverage, taken } = await call("orthologs", { ...table, matrix: state.shownMatrix.value });
      said.value = words(found, pairs, taken ? `, columns ${taken.from} and ${taken.to}` : "");
      state.info.value = { ...state.info.value, coverage };
      await analyze(state.info.value.matrix);
    } catch (error) {
      fail(error);
    }
  };
  const use = async (file: File | undefined) => {
    if (file)
      await ask(
        { table: await file.text() },
        (found, pairs, columns) =>
          `${count(found)} genes are known by their orthologs, of ${count(pairs)} one-to-one pairs in ${file.name}${columns}.`,
      );
  };
  const useMouse = () =>
    ask(
      { builtIn: "mouse" },
      (found) =>
        `${count(found)} genes are known by their human orthologs (Ensembl, one to one). The models have seen human cells only: ` +
        `read them with care.`,
    );
  return (
    <p class="after">
      {said.value || (isMouse ? "" : "Cells of another species? ")}
      {!said.value && isMouse && (
        <>
          <button type="button" class="link" onClick={() => void useMouse()}>
            Read these mouse genes as their human orthologs
          </button>
          , or{" "}
        </>
      )}
      {!said.value && (
        <button type="button" class="link" onClick={() => input.current?.click()}>
          {isMouse ? "load another table" : "Load a table of orthologs"}
        </button>
      )}
      {!said.value && " (two columns, or a column for each of many species, as Ensembl BioMart exports them)."}
      <input
        ref={input}
        type="file"
        class="sr"
        tabIndex={-1}
        aria-label="Table of orthologs"
        accept=".tsv,.csv,.txt"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          void use(file);
        }}
      />
    </p>
  );
}
