import type { DoubtName, Doubts } from "../../../contract/trust";
import { unwrap, type CoreModule } from "../../base/core";
import { Kept } from "../../file/kept";
import type { OpenedFile } from "../../file/opened-file";
import { NO_CLASS, type HeadStore } from "../../file/scores";
import { cellsWhere, floats, gather, marks, words } from "./arrays";
import type { Judged } from "./judged";

const DISTANCES = new Kept<Map<string, { store: HeadStore; done: number; found: Float32Array<ArrayBuffer> }>>(
  "No distance has been measured yet.",
);

/**
 * Each cell's distance to the nearest profile of the classes called, where the embedding was kept; measured again once
 * more cells are done.
 */
function distancesOf(core: CoreModule, file: OpenedFile, { model, store, head, done }: Judged): Float32Array<ArrayBuffer> | null {
  const { matrix } = file.analyzed;
  const all = DISTANCES.find(file, matrix) ?? DISTANCES.put(file, matrix, new Map());
  const key = `${model}\n${head.phenotype}`;
  const known = all.get(key);
  if (known?.store === store && known.done === done) return known.found;
  const whole = file.result(model).wholeEmbedding();
  if (!whole) return null;
  const code = words(file.info.cells, (cell) => store.top[cell * store.k] ?? NO_CLASS);
  const found = unwrap(core.profile_distances({ ...whole, code, classes: head.classes.length }));
  all.set(key, { store, done, found });
  return found;
}

/**
 * How well each kind of doubt tells the positive ones of some cells; `clusters` are donors. `distances` are those to the training cells;
 * where they are not known, the distance is to the classes called. Cells without an answer are left out.
 */
export function doubtsOf(
  core: CoreModule,
  file: OpenedFile,
  one: Judged,
  cells: Uint32Array,
  isPositive: (cell: number) => boolean,
  clusters: Int32Array | null,
  distances: Float32Array | null,
): Doubts {
  const distance = distances ?? distancesOf(core, file, one);
  const usable = cellsWhere(cells, (cell) => one.first[cell] !== NO_CLASS && (!distance || !Number.isNaN(distance[cell]!)));
  const positive = marks(usable.length, (i) => isPositive(usable[i]!));
  const donors = clusters ? { clusters: gather(clusters, usable) } : {};
  const scores: [DoubtName, (cell: number) => number][] = [
    ["entropy", (cell) => one.entropy[cell]!],
    ["probability", (cell) => -one.confidence[cell]!],
    ["margin", (cell) => -one.margin[cell]!],
  ];
  const { fits } = one.store;
  if (fits) scores.push(["delta", (cell) => -fits.delta[cell]!]);
  if (distance) scores.push(["distance", (cell) => distance[cell]!]);
  return scores.map(([score, of]) => ({
    score,
    roc: unwrap(core.roc({ score: floats(usable.length, (i) => of(usable[i]!)), positive, ...donors })),
  }));
}
