import { createWriteStream, rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { AnalysisError } from "../../contract/errors";
import { checkStart, cutShort, refused } from "../platform/remote/answers";
import { nameIn } from "../platform/remote/name-in";
import { ask } from "../platform/remote/probe";
import { findFile } from "../platform/remote/records";
import { downloadedNote } from "../platform/unpacked";

/** A file of an address, in the folder for temporary files until `remove` is called. */
export interface Fetched {
  path: string;
  note: string;
  remove(): void;
}

/** Fetches a file whole. Throws AnalysisError(network). */
export async function fetched(address: string): Promise<Fetched> {
  const { url, note } = await findFile(address);
  const name = nameIn(url);
  const response = await ask(url, {});
  if (!response.ok || !response.body) throw refused(url, response.status);
  const total = response.headers.get("Content-Encoding") ? 0 : Number(response.headers.get("Content-Length") ?? 0);
  const folder = await mkdtemp(join(tmpdir(), "phenolens-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const path = join(folder, name.replaceAll(/[^\w.-]/g, "_"));
  let done = 0;
  async function* checked(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      if (done === 0) checkStart(url, response.url, chunk, response.headers.get("Content-Type"));
      done += chunk.length;
      yield chunk;
    }
    if (done < total) throw cutShort(name, done, total);
  }
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), checked, createWriteStream(path));
  } catch (error) {
    remove();
    throw error instanceof AnalysisError ? error : cutShort(name, done, total);
  }
  return { path, note: [note, downloadedNote(name, done)].filter(Boolean).join(" "), remove };
}
