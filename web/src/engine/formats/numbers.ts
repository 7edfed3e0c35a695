/** A number as numpy reads it: with a sign, an exponent, nan or inf; null for anything else. */
export function numberOf(bytes: Uint8Array, from: number, to: number): number | null {
  if (to === from || to - from > 60) return null;
  const text = String.fromCharCode(...bytes.subarray(from, to));
  if (/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) return Number(text);
  if (/^[+-]?nan$/i.test(text)) return NaN;
  const infinite = /^([+-]?)inf(inity)?$/i.exec(text);
  return infinite ? (infinite[1] === "-" ? -Infinity : Infinity) : null;
}

export function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(a.length + b.length);
  out.set(a);
  out.set(b, a.length);
  return out;
}
