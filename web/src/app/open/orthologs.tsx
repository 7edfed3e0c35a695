import { useRef } from "preact/hooks";
import { mapped, offered, readAsNamed, readByBuiltIn, readByTable } from "./read-as";

/** For files of another species than a model's: genes mapped by their one-to-one orthologs, built in or of the user's table. */
export function Orthologs() {
  const input = useRef<HTMLInputElement | null>(null);
  const other = offered.value;
  return (
    <p class="after">
      {mapped.value || (other ? "" : "Another species? ")}
      {mapped.value && (
        <button type="button" class="link" onClick={() => void readAsNamed()}>
          Use the file's own gene names
        </button>
      )}
      {!mapped.value && other && (
        <>
          <button type="button" class="link" onClick={() => void readByBuiltIn()}>
            Map {other.from} genes to {other.to} orthologs
          </button>
          , or{" "}
        </>
      )}
      {!mapped.value && (
        <button type="button" class="link" onClick={() => input.current?.click()}>
          {other ? "load another ortholog table" : "Load an ortholog table"}
        </button>
      )}
      {!mapped.value && " (two columns, or one column per species, as exported by Ensembl BioMart)."}
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
          if (file) void readByTable(file);
        }}
      />
    </p>
  );
}
