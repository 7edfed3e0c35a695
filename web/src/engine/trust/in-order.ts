import { unwrap, type CoreModule } from "../core";

interface InOrder {
  values: Float32Array<ArrayBuffer>;
  places: Int32Array<ArrayBuffer>;
}

const kept = new WeakMap<Float32Array, { version: number; order: InOrder }>();

/** A value per cell from the lowest to the highest, with the cells they belong to: sorted once a version of the values. */
export function inOrder(core: CoreModule, values: Float32Array, version: number): InOrder {
  const last = kept.get(values);
  if (last?.version === version) return last.order;
  const order = unwrap(core.ordered({ values }));
  kept.set(values, { version, order });
  return order;
}
