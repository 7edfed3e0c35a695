import type { DoubtName, Doubts } from "../../pipeline/trust";
import { unwrap, type CoreModule } from "../core";
import type { OpenedFile } from "../opened-file";
import { NO_CLASS } from "../scores";
import type { Judged } from "./judged";

const distances = new WeakMap<object, Float32Array<ArrayBuffer>>();

/** Each cell's distance to the nearest profile of the classes called, where the embedding was kept. */
function distancesOf(core: CoreModule, file: OpenedFile, { model, store, head }: Judged): Float32Array<ArrayBuffer> | null {
  const known = distances.get(store);
  if (known) return known;
  const whole = file.result(model).wholeEmbedding();
  if (!whole) return null;
  const code = Uint16Array.from({ length: file.info.cells }, (_, cell) => store.top[cell * store.k] ?? NO_CLASS);
  const found = unwrap(core.profile_distances({ ...whole, code, classes: head.classes.length }));
  distances.set(store, found);
  return found;
}

/** How well each kind of doubt tells the positive ones of some cells; `clusters` are donors. Cells without an answer are left out. */
export function doubtsOf(core: CoreModule, file: OpenedFile, one: Judged, cells: Uint32Array, isPositive: (cell: number) => boolean, clusters: Int32Array | null): Doubts {
  const distance = distancesOf(core, file, one);
  const usable = cells.filter((cell) => one.first[cell] !== NO_CLASS && (!distance || !Number.isNaN(distance[cell]!)));
  const positive = Uint8Array.from(usable, (cell) => Number(isPositive(cell)));
  const donors = clusters ? { clusters: Int32Array.from(usable, (cell) => clusters[cell]!) } : {};
  const scores: [DoubtName, (cell: number) => number][] = [
    ["entropy", (cell) => one.entropy[cell]!],
    ["probability", (cell) => -one.confidence[cell]!],
    ["margin", (cell) => -one.margin[cell]!],
  ];
  if (distance) scores.push(["distance", (cell) => distance[cell]!]);
  return scores.map(([score, of]) => ({ score, roc: unwrap(core.roc({ score: Float32Array.from(usable, of), positive, ...donors })) }));
}
