import { join } from "node:path";
import { writeFileSync } from "node:fs";
import { gzipSync } from "fflate";
import { fileBytes } from "../../../web/src/engine/formats/given-bytes";
import { namedBytes, type NamedBytes } from "../../../web/src/engine/formats/named-bytes";
import type { Reading } from "../../../web/src/contract/types";
import { openReader, scratch } from "./data";
import type { Overlay } from "../../../web/src/engine/writers/overlay";
import type { Reader } from "../../../web/src/engine/readers/reader";

/** Text as a file, in pieces of so many bytes. */
export function textBytes(name: string, text: string | Uint8Array, piece = 7): NamedBytes {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  async function* stored(from = 0, to = bytes.length): AsyncGenerator<Uint8Array> {
    for (let at = from; at < Math.min(to, bytes.length); at += piece) yield bytes.subarray(at, Math.min(at + piece, to));
  }
  return namedBytes(name, bytes.length, stored, fileBytes({ path: name, file: new File([], name) }).inflate);
}

/** Writes files into a folder of their own, packed where their names say so; gives the folder. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = scratch();
  for (const [name, contents] of Object.entries(files)) {
    const bytes = typeof contents === "string" ? new TextEncoder().encode(contents) : contents;
    writeFileSync(join(folder, name), typeof contents === "string" && name.endsWith(".gz") ? gzipSync(bytes) : bytes);
  }
  return folder;
}

/** All of a matrix, dense. */
export async function dense(reader: Reader, matrix = "X"): Promise<number[][]> {
  const { cells, genes } = reader.matrices.find(({ path }) => path === matrix)!;
  const block = await reader.block(matrix, 0, cells);
  const rows = Array.from({ length: cells }, () => Array.from({ length: genes }, () => 0));
  if (block.layout === "csr")
    for (let cell = 0; cell < cells; cell++)
      for (let at = block.indptr[cell]!; at < block.indptr[cell + 1]!; at++) rows[cell]![block.indices[at]!]! += block.values[at]!;
  else block.values.forEach((value, at) => (rows[Math.floor(at / genes)]![at % genes] = value));
  return rows;
}

/** Opens a path, gives what `look` finds, and closes it. */
export async function opened<T>(path: string, look: (reader: Reader) => T | Promise<T>, reading: Reading = {}): Promise<T> {
  const reader = await openReader(path, reading);
  try {
    return await look(reader);
  } finally {
    reader.close();
  }
}

/** What was written, as one array. */
export function whole(out: Overlay): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(out.size);
  out.read(bytes, 0, out.size, 0);
  return bytes;
}
