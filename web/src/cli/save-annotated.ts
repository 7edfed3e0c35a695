import { chmod, copyFile, open } from "node:fs/promises";
import { chosenHead, LEAST_PROBABILITY, type ObsColumns } from "../contract/obs-columns";
import type { Request } from "../contract/protocol";
import { toWire } from "../contract/errors";
import type { ModelInfo } from "../contract/types";
import { ColorBook } from "../plots/palette";
import { UsageError, type Values } from "./command";
import type { Engine } from "./engine";

/** Options of commands that write annotated.h5ad. */
export const OBS_OPTIONS = { "all-columns": { type: "boolean" }, "min-probability": { type: "string" } } as const;
export const OBS_USAGE = "[--all-columns] [--min-probability P]";

/** What annotated.h5ad is to hold in obs. */
export function obsColumns(values: Values): ObsColumns & { least: number } {
  const text = values["min-probability"] as string | undefined;
  const least = text === undefined ? LEAST_PROBABILITY : Number(text);
  if (text === "" || !(least >= 0 && least <= 1)) throw new UsageError(`--min-probability takes a number from 0 to 1, not ${text}.`);
  return { least, hasAll: values["all-columns"] === true };
}

/** Clusters that are given colours. */
const COLORED_CLUSTERS = 200;

function clusterColors(): string[] {
  const book = new ColorBook();
  const names = Array.from({ length: COLORED_CLUSTERS }, (_, cluster) => String(cluster));
  book.add(names);
  return names.map((name) => book.color(name, false));
}

/** The head that stands for all, and its classes' colours as the page deals them, and the clusters'. */
function inColor(models: readonly ModelInfo[], asked: ObsColumns): ObsColumns {
  const obs = { ...asked, clusterColors: clusterColors() };
  const chosen = chosenHead(models);
  const head = models.find(({ name }) => name === chosen?.model)?.heads.find(({ phenotype }) => phenotype === chosen?.phenotype);
  if (!head) return obs;
  const labels = head.classes.map(({ label }) => label);
  const book = new ColorBook();
  book.add(labels);
  return { ...obs, chosen, colors: Object.fromEntries(labels.map((label) => [label, book.color(label, false)])) };
}

/** Cells beyond which the map of the clusters is left out. */
const MOST_CELLS = 100_000;

/** Writes the file with the results of `models` added, UMAP layouts among them; says why where it is no copy. */
export async function saveAnnotated(
  engine: Engine,
  { file, cells }: { file: string; cells: number },
  models: ModelInfo[],
  seed: number,
  path: string,
  obs: ObsColumns,
  named: Omit<Request<"annotate">, "obs"> = {},
): Promise<string> {
  for (const { name } of models) {
    await engine.call("layout", { model: name, seed }).catch((error: unknown) => {
      // Too many cells to lay out: the file goes without.
      if (toWire(error).code !== "unsupported") throw error;
    });
  }
  if (cells <= MOST_CELLS)
    await engine.call("surveyLayout", { seed, minDist: 0.5, epochs: 0 }).catch((error: unknown) => {
      // No clusters were looked for, so there is no graph of neighbours to lay out.
      if (toWire(error).code !== "bad-input") throw error;
    });
  const { kind, path: original, kept, size, pages, why } = await engine.call("annotate", { ...named, obs: inColor(models, obs) });
  if (kind === "copy") await copyFile(original ?? file, path);
  // A copy of what must not be written to can be written to.
  if (kind === "copy") await chmod(path, 0o644);
  const handle = await open(path, kind === "copy" ? "r+" : "w");
  try {
    await handle.truncate(kept);
    for (const { position, bytes } of pages) await handle.write(bytes, 0, bytes.length, position);
    await handle.truncate(size);
  } finally {
    await handle.close();
  }
  return why;
}
