import { useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { count } from "../../plots/format";
import { analyze, call, fail, setCoverage } from "../engine-client";
import * as state from "../store";

/** For files of another species than the models': genes mapped by their one-to-one orthologs, built in or of the user's table. */
export function Orthologs() {
  const input = useRef<HTMLInputElement | null>(null);
  const result = useSignal("");
  const isMouse = state.info.value?.geneVerdict.species === "mouse";
  const ask = async (table: { table: string } | { builtIn: "mouse" }, words: (found: number, pairs: number, columns: string) => string) => {
    if (!state.info.value) return;
    try {
      const { found, pairs, coverage, taken } = await call("orthologs", { ...table, matrix: state.shownMatrix.value });
      result.value = words(found, pairs, taken ? `, columns ${taken.from} and ${taken.to}` : "");
      setCoverage(coverage);
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
          `${count(found)} genes were mapped by their orthologs, from ${count(pairs)} one-to-one pairs in ${file.name}${columns}.`,
      );
  };
  const useMouse = () =>
    ask(
      { builtIn: "mouse" },
      (found) =>
        `${count(found)} genes were mapped to human one-to-one orthologs (Ensembl). The models were trained on ` +
        `human cells only: interpret the predictions with caution.`,
    );
  return (
    <p class="after">
      {result.value || (isMouse ? "" : "Another species? ")}
      {!result.value && isMouse && (
        <>
          <button type="button" class="link" onClick={() => void useMouse()}>
            Map mouse genes to human orthologs
          </button>
          , or{" "}
        </>
      )}
      {!result.value && (
        <button type="button" class="link" onClick={() => input.current?.click()}>
          {isMouse ? "load another ortholog table" : "Load an ortholog table"}
        </button>
      )}
      {!result.value && " (two columns, or one column per species, as exported by Ensembl BioMart)."}
      <input
        ref={input}
        type="file"
        class="sr"
        tabIndex={-1}
        aria-label="Ortholog table"
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
