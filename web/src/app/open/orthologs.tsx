import { useRef } from "preact/hooks";
import { useSignal } from "@preact/signals";
import { count } from "../../plots/format";
import { analyze, call, fail, setCoverage } from "../engine-client";
import * as state from "../store";

/** The species of the table that comes with the page. */
const BUILT_IN = ["human", "mouse"];

/** For files of another species than a model's: genes mapped by their one-to-one orthologs, built in or of the user's table. */
export function Orthologs() {
  const input = useRef<HTMLInputElement | null>(null);
  const result = useSignal("");
  const own = state.info.value?.geneVerdict.species ?? "unknown";
  // The other species of the built-in table, where a model here was trained on it.
  const other = BUILT_IN.includes(own) ? BUILT_IN.find((species) => species !== own) : undefined;
  const isOffered = [...state.modelByName.value.values()].some(({ species }) => species === other);
  const ask = async (
    table: { table: string | null } | { builtIn: "mouse" },
    words: (found: number, pairs: number, columns: string, species: string) => string,
  ) => {
    if (!state.info.value) return;
    try {
      const { found, pairs, coverage, taken, species } = await call("orthologs", { ...table, matrix: state.shownMatrix.value });
      result.value = words(found, pairs, taken ? `, columns ${taken.from} and ${taken.to}` : "", species);
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
          `${count(found)} genes were mapped by their orthologs, from ${count(pairs)} one-to-one pairs in ${file.name}${columns}. `,
      );
  };
  const useBuiltIn = () =>
    ask(
      { builtIn: "mouse" },
      (found, _pairs, _columns, species) =>
        `${count(found)} genes were mapped to ${species} one-to-one orthologs (Ensembl). The models that run now were trained on ` +
        `${species} cells only: interpret the predictions with caution. `,
    );
  return (
    <p class="after">
      {result.value || (isOffered ? "" : "Another species? ")}
      {result.value && (
        <button type="button" class="link" onClick={() => void ask({ table: null }, () => "")}>
          Use the file's own gene names
        </button>
      )}
      {!result.value && isOffered && (
        <>
          <button type="button" class="link" onClick={() => void useBuiltIn()}>
            Map {own} genes to {other} orthologs
          </button>
          , or{" "}
        </>
      )}
      {!result.value && (
        <button type="button" class="link" onClick={() => input.current?.click()}>
          {isOffered ? "load another ortholog table" : "Load an ortholog table"}
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
