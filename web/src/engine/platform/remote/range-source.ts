import { AnalysisError } from "../../../contract/errors";
import type { ByteSource } from "../../readers/byte-source";
import { changed, refused } from "./answers";
import { checkSame, type Offer } from "./probe";

const MB = 1 << 20;
/** Asked again once: a connection that was dropped while the file lay open is no reason to fail. */
const TRIES = 2;

/** Reads by HTTP ranges, synchronously, as HDF5 needs it. Only workers may. */
export function rangeSource(name: string, { url, size, validator }: Extract<Offer, { kind: "ranges" }>): ByteSource {
  const read = (position: number, end: number): Uint8Array => {
    const { status, headers, bytes } = ask(name, url, position, end);
    if (status === 200 || status === 416) throw changed(name);
    if (status !== 206) throw refused(url, status);
    checkSame(name, headers, size, validator);
    if (bytes.length !== end - position) {
      throw new AnalysisError(
        "network",
        `${name}: its host sent ${bytes.length} bytes where ${end - position} were asked for. Open it again.`,
      );
    }
    return bytes;
  };
  return {
    name,
    size,
    windowBytes: MB,
    shared: { kind: "url", url, known: { size, validator } },
    read: (position, length) => read(position, Math.min(size, position + length)),
    close() {},
  };
}

function ask(name: string, url: string, position: number, end: number): { status: number; headers: Headers; bytes: Uint8Array } {
  for (let left = TRIES; ; left--) {
    const request = new XMLHttpRequest();
    request.open("GET", url, false);
    request.responseType = "arraybuffer";
    request.setRequestHeader("Range", `bytes=${position}-${end - 1}`);
    try {
      request.send();
    } catch (cause) {
      if (left > 1) continue;
      throw new AnalysisError("network", `${name} stopped answering while it was read. Check the connection and open it again.`, { cause });
    }
    if (left > 1 && (request.status === 429 || request.status >= 500)) continue;
    // Asking for one header that the host does not show would be a complaint on the console.
    const headers = new Headers(
      request
        .getAllResponseHeaders()
        .trim()
        .split(/\r?\n/)
        .filter(Boolean)
        .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1).trim()]),
    );
    return { status: request.status, headers, bytes: new Uint8Array((request.response as ArrayBuffer | null) ?? new ArrayBuffer(0)) };
  }
}
