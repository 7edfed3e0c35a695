/** A field of a protobuf message: its number, and what it holds: a number, or the bytes of a text or a message. */
export interface Field {
  number: number;
  value: bigint | Uint8Array;
}

/** The bytes are no protobuf message. */
export class NotProtobuf extends Error {}

/** The fields of a message in their order; larger ones are views of the bytes. Throws NotProtobuf where they do not fit. */
export function* fieldsOf(bytes: Uint8Array): Generator<Field> {
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      if (at >= bytes.length) throw new NotProtobuf("it ends within a number");
      const byte = bytes[at++]!;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new NotProtobuf("a number has no end");
  };
  const take = (length: number): Uint8Array => {
    if (length < 0 || at + length > bytes.length) throw new NotProtobuf("a part goes beyond its end");
    const part = bytes.subarray(at, at + length);
    at += length;
    return part;
  };
  while (at < bytes.length) {
    const tag = Number(varint());
    const [number, kind] = [Math.floor(tag / 8), tag % 8];
    if (number === 0) throw new NotProtobuf("a field has the number 0");
    if (kind === 0) yield { number, value: varint() };
    else if (kind === 1) yield { number, value: take(8) };
    else if (kind === 2) yield { number, value: take(Number(varint())) };
    else if (kind === 5) yield { number, value: take(4) };
    else throw new NotProtobuf(`a field is of the kind ${kind}`);
  }
}

/** The messages or texts of one field. */
export const partsOf = (bytes: Uint8Array, wanted: number): Uint8Array[] =>
  [...fieldsOf(bytes)].flatMap(({ number, value }) => (number === wanted && value instanceof Uint8Array ? [value] : []));

/** The last number of one field, as the format has it; `otherwise` where there is none. */
export function numberOf(bytes: Uint8Array, wanted: number, otherwise: number): number {
  let found = otherwise;
  for (const { number, value } of fieldsOf(bytes))
    if (number === wanted && typeof value === "bigint") found = Number(BigInt.asIntN(64, value));
  return found;
}

/** The text of one field, or "". */
export const textOf = (bytes: Uint8Array, wanted: number): string => new TextDecoder().decode(partsOf(bytes, wanted).at(-1));
