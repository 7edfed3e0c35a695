import { decompress } from "fzstd";
import { registry } from "zarrita";
import { blosc } from "./blosc";
import { lz4Block } from "./lz4";

/** Four bytes of length come before a block of LZ4 as numcodecs writes it. */
const lz4 = (bytes: Uint8Array) => lz4Block(bytes.subarray(4), new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true));

// Decoders of texts read the whole buffer, which is this chunk alone.
const zstd = (bytes: Uint8Array) => decompress(bytes).slice();

/**
 * Has chunks unpacked by code that a page may run: zarrita's own choice, numcodecs, writes functions as text, which the page's policy
 * forbids.
 */
export function useOwnCodecs(): void {
  for (const [names, decode] of [
    [["blosc", "numcodecs.blosc"], blosc],
    [["zstd", "numcodecs.zstd"], zstd],
    [["lz4", "numcodecs.lz4"], lz4],
  ] as const) {
    const codec = {
      kind: "bytes_to_bytes" as const,
      decode,
      encode(): never {
        throw new Error("Stores are not written.");
      },
    };
    for (const name of names) registry.set(name, () => ({ fromConfig: () => codec }) as never);
  }
}
