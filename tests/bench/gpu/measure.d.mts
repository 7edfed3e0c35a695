/** What is measured of an ONNX file; see measure.mjs. */
export interface Asked {
  provider: string;
  tokens: number;
  genes: number;
  inputs: Record<string, "genes" | "values" | "mask" | "nothing" | "first">;
  widths: Record<string, number>;
  output: string;
  external?: { path: string; data: Uint8Array };
  batches: number[];
  repeats: number;
  limit: number;
}

export interface Measured {
  load: number;
  first: number;
  perCell: number;
  batch: number;
  transfer: number | null;
  found: number[];
}

export function measure(ort: unknown, bytes: Uint8Array, asked: Asked): Promise<Measured>;
