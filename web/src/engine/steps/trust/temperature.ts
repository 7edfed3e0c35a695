import type { TemperatureFit } from "../../../contract/trust";
import { unwrap, type CoreModule } from "../../base/core";
import { cellsWhere, placesWhere } from "./arrays";
import type { Judged } from "./judged";
import { halvesOf, type Units } from "./units";

/** Cells a temperature is fitted on and judged on, taken evenly: more would change its third digit. */
const FITTED = 20_000;
const JUDGED = 60_000;

/**
 * A temperature for the model on these labels: fitted on one half, shown on the other; null with too few cells for
 * either, and for a head with a probability a class, of which a temperature would share nothing out.
 */
export function temperatureOf(core: CoreModule, one: Judged, cells: Uint32Array, units: Units): TemperatureFit | null {
  if (one.head.link === "logistic") return null;
  // A broader term is no class whose probability could be fitted.
  const known = one.broader.length > 0 ? cellsWhere(cells, (cell) => one.codes[cell]! < one.head.classes.length) : cells;
  const halves = halvesOf(known, units);
  const half = (side: number) =>
    cellsAt(
      known,
      placesWhere(known.length, (i) => halves[i] === side),
    );
  const fitted = evenly(half(0), FITTED);
  const held = evenly(half(1), JUDGED);
  if (fitted.length < 10 || held.length < 10) return null;
  const { k, top, probability, rest, restSquares } = one.store;
  const chosen = Uint32Array.from([...fitted, ...held]);
  const rows = <T extends Uint16Array | Float32Array>(values: T): T => {
    const out = new (values.constructor as new (length: number) => T)(chosen.length * k);
    chosen.forEach((cell, i) => out.set(values.subarray(cell * k, (cell + 1) * k) as never, i * k));
    return out;
  };
  return unwrap(
    core.fit_temperature({
      k,
      top: rows(top),
      probability: rows(probability),
      rest: Float32Array.from(chosen, (cell) => rest[cell]!),
      restSquares: Float32Array.from(chosen, (cell) => restSquares[cell]!),
      truth: Int32Array.from(chosen, (cell) => one.codes[cell]!),
      classes: one.head.classes.length,
      half: Uint8Array.from(chosen, (_, i) => Number(i >= fitted.length)),
    }),
  );
}

function cellsAt(cells: Uint32Array, places: Uint32Array): Uint32Array {
  for (let i = 0; i < places.length; i++) places[i] = cells[places[i]!]!;
  return places;
}

function evenly(cells: Uint32Array, most: number): Uint32Array {
  if (cells.length <= most) return cells;
  return Uint32Array.from({ length: most }, (_, i) => cells[Math.floor((i * cells.length) / most)]!);
}
