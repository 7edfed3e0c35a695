import { PickFile } from "../ui/pick-file";
import { mapped, offered, readAsNamed, readByBuiltIn, readByTable } from "./read-as";

/** For files of another species than a model's: genes mapped by their one-to-one orthologs, built in or of the user's table. */
export function Orthologs() {
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
            Read these {other.from} genes as {other.to} orthologs
          </button>
          , or{" "}
        </>
      )}
      {!mapped.value && (
        <PickFile label="Ortholog table" accept=".tsv,.csv,.txt" look="link" onPick={readByTable}>
          {other ? "load another ortholog table" : "Load an ortholog table"}
        </PickFile>
      )}
      {!mapped.value && " (two columns, or one column per species, as exported by Ensembl BioMart)."}
    </p>
  );
}
