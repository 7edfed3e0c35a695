import type { CompareSample } from "../../../contract/compare";
import type { Resolved } from "./question";

/** Cells by the units that are compared: a sample is one donor's cells in one condition. */
export interface Samples {
  /** By donor in the file's order, then by side; where donors are not known, a sample is all cells of a side. */
  samples: CompareSample[];
  /** The donor of each sample, by its code; -1 where donors are not known. */
  donorOf: Int32Array<ArrayBuffer>;
  /** Types that have cells, by the file's order. */
  types: string[];
  /** Row-major samples x types. */
  cells: Uint32Array<ArrayBuffer>;
  /** Per cell, -1: of none. */
  sampleOf: Int32Array<ArrayBuffer>;
  typeOf: Int32Array<ArrayBuffer>;
  /** Cells of either side; of these, those whose donor has no name, and those of a named donor without a type. */
  all: [number, number];
  unnamed: [number, number];
  untyped: [number, number];
  hasDonors: boolean;
}

export function samplesOf({ side, donors, types }: Resolved): Samples {
  const cells = side.length;
  const hasDonors = donors !== null && side.some((own, cell) => own >= 0 && donors.codes[cell]! >= 0);
  const counts = { all: [0, 0] as [number, number], unnamed: [0, 0] as [number, number], untyped: [0, 0] as [number, number] };
  const keyOf = new Int32Array(cells).fill(-1);
  const keys = new Set<number>();
  const isUsed = new Uint8Array(types.names.length);
  for (let cell = 0; cell < cells; cell++) {
    const own = side[cell]!;
    if (own < 0) continue;
    counts.all[own as 0 | 1]++;
    const donor = hasDonors ? donors.codes[cell]! : 0;
    if (donor < 0 || !hasDonors) counts.unnamed[own as 0 | 1]++;
    if (donor < 0) continue;
    const type = types.codes[cell]!;
    if (type < 0) {
      counts.untyped[own as 0 | 1]++;
      continue;
    }
    isUsed[type] = 1;
    keys.add((keyOf[cell] = 2 * donor + own));
  }
  const order = [...keys].sort((a, b) => a - b);
  const place = new Map(order.map((key, i) => [key, i]));
  const typePlace = Int32Array.from(isUsed);
  let used = 0;
  for (let type = 0; type < typePlace.length; type++) typePlace[type] = isUsed[type] ? used++ : -1;
  const sampleOf = Int32Array.from(keyOf, (key) => (key < 0 ? -1 : place.get(key)!));
  const typeOf = Int32Array.from(sampleOf, (sample, cell) => (sample < 0 ? -1 : typePlace[types.codes[cell]!]!));
  const table = new Uint32Array(order.length * used);
  const totals = new Float64Array(order.length);
  sampleOf.forEach((sample, cell) => {
    if (sample < 0) return;
    table[sample * used + typeOf[cell]!]!++;
    totals[sample]!++;
  });
  return {
    ...counts,
    samples: order.map((key, i) => ({
      donor: hasDonors ? donors.categories[key >> 1]! : "",
      side: (key & 1) as 0 | 1,
      cells: totals[i]!,
    })),
    donorOf: Int32Array.from(order, (key) => (hasDonors ? key >> 1 : -1)),
    types: types.names.filter((_, type) => isUsed[type]),
    cells: table,
    sampleOf,
    typeOf,
    hasDonors,
  };
}
