import type { Interval } from "../../contract/types";

/** A result small enough to come with the page: what the first screen draws before any worker or model. */
export interface Snapshot {
  /** One sentence on what the data are; says that they are simulated. */
  caption: string;
  /** Names of the file and of the model. */
  file: string;
  model: string;
  phenotype: string;
  cells: number;
  genes: number;
  labels: string[];
  /** x and y interleaved. */
  xy: Float32Array;
  /** First guess of each cell, an index of `labels`; 65535 for none. */
  codes: Uint16Array;
  probability: Float32Array;
  /** Over ln(classes of the head), 0 to 1. */
  entropyNorm: Float32Array;
  /** Share right at first guess where the data carry labels. */
  top1: Interval | null;
  mostUndecided: string;
}

const FORMAT = "phenolens-snapshot/1";

interface Wire extends Omit<Snapshot, "xy" | "codes" | "probability" | "entropyNorm"> {
  format: string;
  /** Positions as uint16 over `extent`, probabilities and entropies as uint8: what a screen can show. */
  extent: [minX: number, maxX: number, minY: number, maxY: number];
  xy: string;
  codes: string;
  probability: string;
  entropyNorm: string;
}

function toBase64(array: Uint8Array | Uint16Array): string {
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

const toByte = (shares: Float32Array) => Uint8Array.from(shares, (share) => Math.round(Math.min(Math.max(share, 0), 1) * 255));
const fromByte = (text: string) => Float32Array.from(fromBase64(text), (byte) => byte / 255);

function extentOf(xy: Float32Array): [number, number, number, number] {
  const extent: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < xy.length; i++) {
    const at = (i % 2) * 2;
    if (!Number.isFinite(xy[i])) continue;
    extent[at] = Math.min(extent[at], xy[i]);
    extent[at + 1] = Math.max(extent[at + 1], xy[i]);
  }
  return extent;
}

/** The text of `demo/result.json`. */
export function encodeSnapshot(snapshot: Snapshot): string {
  const extent = extentOf(snapshot.xy);
  const places = Uint16Array.from(snapshot.xy, (at, i) => {
    const [low, high] = i % 2 === 0 ? [extent[0], extent[1]] : [extent[2], extent[3]];
    return Number.isFinite(at) ? Math.round(((at - low) / Math.max(high - low, 1e-12)) * 65534) : 65535;
  });
  const wire: Wire = {
    format: FORMAT,
    ...snapshot,
    extent,
    xy: toBase64(places),
    codes: toBase64(snapshot.codes),
    probability: toBase64(toByte(snapshot.probability)),
    entropyNorm: toBase64(toByte(snapshot.entropyNorm)),
  };
  return JSON.stringify(wire);
}

/** Reads `demo/result.json`; throws on another format. */
export function decodeSnapshot(text: string): Snapshot {
  const { format, extent, ...wire } = JSON.parse(text) as Wire;
  if (format !== FORMAT) throw new Error(`The demo's result has format ${String(format)}, not ${FORMAT}.`);
  const places = new Uint16Array(fromBase64(wire.xy).buffer);
  const xy = Float32Array.from(places, (place, i) => {
    const [low, high] = i % 2 === 0 ? [extent[0], extent[1]] : [extent[2], extent[3]];
    return place === 65535 ? Number.NaN : low + (place / 65534) * (high - low);
  });
  return {
    ...wire,
    xy,
    codes: new Uint16Array(fromBase64(wire.codes).buffer),
    probability: fromByte(wire.probability),
    entropyNorm: fromByte(wire.entropyNorm),
  };
}
