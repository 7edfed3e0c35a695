import { effect } from "@preact/signals";
import type { Column } from "../../../contract/types";
import { call, fail } from "../../engine-client";
import * as state from "../../store";

/*
 * Columns of the file and genes of the matrix, read once each. Several may be read at the same time; one that failed is read
 * again when it is asked for again.
 */

/** Genes kept at once: each is four bytes a cell. */
const GENES_KEPT = 8;

type Read = <T>(key: string, read: () => Promise<T>, take: (found: T) => void) => Promise<void>;

/** Reads something unless that is under way; what arrives after it has been forgotten with its file or matrix is dropped. */
function reader(scope: "results" | "file"): Read {
  let reading = new Map<string, Promise<void>>();
  state.forgetWith(scope, () => {
    reading = new Map();
  });
  return (key, read, take) => {
    const mine = reading;
    const begun = mine.get(key);
    if (begun) return begun;
    const started = read()
      .then((found) => {
        if (reading === mine) take(found);
      })
      .finally(() => mine.delete(key));
    mine.set(key, started);
    return started;
  };
}

const readColumn = reader("file");
const readGene = reader("results");

/** Reads a column of obs where that has not been done; rejects where the engine does, and may then be called again. */
export async function loadColumn(name: string): Promise<void> {
  if (!name || state.columns.peek().has(name)) return;
  await readColumn(
    name,
    () => call("column", { name }),
    (column) => {
      state.columns.value = new Map(state.columns.value).set(name, column);
    },
  );
}

/** Takes a column made on the page for what is read by its name from now on; null where there is none any more. */
export function putColumn(name: string, column: Column | null): void {
  const all = new Map(state.columns.value);
  if (column) all.set(name, column);
  else all.delete(name);
  state.columns.value = all;
}

async function loadGene(gene: string): Promise<void> {
  if (state.genes.peek().has(gene)) return;
  await readGene(
    gene,
    () => call("gene", { matrix: state.shownMatrix.value, gene }),
    ({ values }) => {
      state.genes.value = new Map([...[...state.genes.value].slice(1 - GENES_KEPT), [gene, values]]);
    },
  );
}

/** Reads the columns and genes that the map is coloured by, and the labels; once, when the page starts. */
export function startColumns(): void {
  effect(() => {
    const color = state.colorBy.value;
    if (state.phase.value !== "open") return;
    for (const name of new Set([state.labelColumn.value, color.kind === "column" ? color.name : ""])) void loadColumn(name).catch(fail);
    if (color.kind === "gene" && state.survey.value) void loadGene(color.name).catch(fail);
  });
}

state.forgetWith("results", () => {
  state.genes.value = new Map();
});
state.forgetWith("file", () => {
  state.columns.value = new Map();
});
