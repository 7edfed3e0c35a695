import type { seeded } from "../../../scripts/lib/random.mjs";

type Bytes = Uint8Array<ArrayBuffer>;
type Random = ReturnType<typeof seeded>;

/** Ways to spoil bytes, as disks, networks and programs do. */
const mutations: ((file: Bytes, random: Random) => Bytes)[] = [
  (file, random) => {
    for (let i = 1 + random.uniform() * 8; i > 0; i--) file[at(file, random)]! ^= 1 << Math.floor(random.uniform() * 8);
    return file;
  },
  (file, random) => {
    for (let i = 1 + random.uniform() * 4; i > 0; i--) file[at(file, random)] = [0, 1, 127, 128, 255][Math.floor(random.uniform() * 5)]!;
    return file;
  },
  (file, random) => file.fill(random.uniform() < 0.5 ? 0 : 255, at(file, random), at(file, random)),
  (file, random) => {
    const [from, length] = [at(file, random), Math.floor(random.uniform() * 200)];
    file.copyWithin(at(file, random), from, from + length);
    return file;
  },
  (file, random) => file.slice(0, at(file, random)),
  (file, random) => {
    const [from, length] = [at(file, random), 1 + Math.floor(random.uniform() * 64)];
    return Uint8Array.from([...file.subarray(0, from), ...file.subarray(from + length)]);
  },
  (file, random) => {
    // The first kilobytes are headers: nothing else there.
    const view = new DataView(file.buffer, file.byteOffset);
    view.setUint32(
      4 * Math.floor(random.uniform() * Math.min(500, file.length >> 2)),
      [0, 1, 0xffff_ffff, 0x7fff_ffff, 0x8000_0000][Math.floor(random.uniform() * 5)]!,
      true,
    );
    return file;
  },
];
const at = (file: Uint8Array, random: Random) => Math.floor(random.uniform() * file.length);

/** A spoiled copy of bytes, each seed by another of the ways. */
export function mutated(bytes: Uint8Array, seed: number, random: Random): Bytes {
  return mutations[seed % mutations.length]!(Uint8Array.from(bytes), random);
}
