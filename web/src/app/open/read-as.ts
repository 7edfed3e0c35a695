import { computed, signal } from "@preact/signals";
import { count } from "../../plots/format";
import { analyze, call, fail, setCoverage } from "../engine-client";
import * as state from "../store";

/* Genes of the open file read as the orthologs of another species, by the built-in table or one of the user's. */

/** The species of the table that comes with the page. */
const BUILT_IN = ["human", "mouse"];

/** What was mapped, in a sentence; empty while the file's genes are read as they are. */
export const mapped = signal("");

/** The file's species and the one its genes can be read as here: of the built-in table, with a model trained on it; else null. */
export const offered = computed<{ from: string; to: string } | null>(() => {
  const from = state.info.value?.geneVerdict.species ?? "unknown";
  const to = BUILT_IN.includes(from) ? BUILT_IN.find((species) => species !== from) : undefined;
  return to && state.models.value.some(({ species }) => species === to) ? { from, to } : null;
});

type Table = { table: string | null } | { builtIn: "mouse" };

/** Reads the genes so and runs the models that can now read them. */
async function readAs(table: Table, words: (found: number, pairs: number, columns: string, species: string) => string): Promise<void> {
  if (!state.info.value) return;
  try {
    const { found, pairs, coverage, taken, species } = await call("orthologs", { ...table, matrix: state.shownMatrix.value });
    mapped.value = words(found, pairs, taken ? `, columns ${taken.from} and ${taken.to}` : "", species);
    setCoverage(coverage);
    await analyze(state.info.value.matrix);
  } catch (error) {
    fail(error);
  }
}

export const readByBuiltIn = () =>
  readAs(
    { builtIn: "mouse" },
    (found, _pairs, _columns, species) =>
      `${count(found)} genes were mapped to ${species} one-to-one orthologs (Ensembl). The models that run now were trained on ` +
      `${species} cells only: interpret the predictions with caution. `,
  );

export const readByTable = async (file: File) =>
  readAs(
    { table: await file.text() },
    (found, pairs, columns) =>
      `${count(found)} genes were mapped by their orthologs, from ${count(pairs)} one-to-one pairs in ${file.name}${columns}. `,
  );

export const readAsNamed = () => readAs({ table: null }, () => "");

state.forgetWith("file", () => {
  mapped.value = "";
});
