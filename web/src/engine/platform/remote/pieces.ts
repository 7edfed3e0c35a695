import { cutShort, refused } from "./answers";
import { ask } from "./probe";

/** A host that wants a pause, or has trouble for a moment, is asked again so often, each time after twice as long. */
const TRIES = 3;
const PAUSE_MS = 200;

/** Bytes of a file, from a place in it or from its end. */
export type Part = { offset: number; length: number } | { suffixLength: number };

/**
 * A small file at an address, or a part of it; null where there is none (404), or none that may be seen (403), as hosts say of what is
 * absent whose lists are hidden: `mayHide` tells whether that is to be believed. Throws AnalysisError(network) where it cannot be had.
 */
export async function fetchPiece(
  url: string,
  name: string,
  mayHide: () => Promise<boolean>,
  part?: Part,
): Promise<Uint8Array<ArrayBuffer> | null> {
  for (let left = TRIES; ; left--) {
    const response = await ask(url, part ? { Range: rangeOf(part) } : {}, { cache: "default" });
    if (response.ok) {
      const bytes = await response.arrayBuffer().then(
        (buffer) => new Uint8Array(buffer),
        () => null,
      );
      if (bytes) return part && response.status !== 206 ? partOf(bytes, part) : bytes;
      if (left <= 1) throw cutShort(name, 0, Number(response.headers.get("Content-Length") ?? 0));
    } else {
      await response.body?.cancel().catch(() => undefined);
      const { status } = response;
      if (status === 404 || (status === 403 && (await mayHide()))) return null;
      if (left <= 1 || (status !== 429 && status < 500)) throw refused(url, status);
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * 2 ** (TRIES - left)));
  }
}

const rangeOf = (part: Part): string =>
  "suffixLength" in part ? `bytes=-${part.suffixLength}` : `bytes=${part.offset}-${part.offset + part.length - 1}`;

/** Of a host that sends the whole where a part was asked for. */
const partOf = (whole: Uint8Array<ArrayBuffer>, part: Part): Uint8Array<ArrayBuffer> =>
  "suffixLength" in part ? whole.slice(-part.suffixLength) : whole.slice(part.offset, part.offset + part.length);
