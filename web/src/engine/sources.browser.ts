import { AnalysisError } from "../pipeline/errors";
import type { Source } from "../pipeline/types";
import { readFailure, type ByteSource } from "./readers/byte-source";

const MB = 1 << 20;

/** A File or Blob, read with the synchronous reader that only workers have. */
export function blobSource(name: string, blob: Blob): ByteSource {
  const reader = new FileReaderSync();
  return {
    name,
    size: blob.size,
    windowBytes: 4 * MB,
    read(position, length) {
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(reader.readAsArrayBuffer(blob.slice(position, position + length)));
      } catch (error) {
        throw readFailure(name, error);
      }
      const asked = Math.min(length, blob.size - position);
      if (bytes.length < asked) throw readFailure(name, new Error(`got ${bytes.length} of ${asked} bytes at ${position}`));
      return bytes;
    },
    close() {},
  };
}

/** Opens a dropped file or an address; where the host knows no ranges the whole file is fetched first. */
export async function openBrowserSource(source: Source, report: (done: number, total: number) => void): Promise<ByteSource> {
  if (source.kind === "file") return blobSource(source.file.name, source.file);
  if (source.kind === "path") throw new AnalysisError("bad-input", `A page cannot open the path ${source.path}: drop the file on it.`);
  const { url } = source;
  const name = nameOf(url);
  const size = await probe(url);
  if (size !== null) return rangeSource(name, url, size);
  return blobSource(name, await download(name, url, report));
}

function nameOf(url: string): string {
  const last = new URL(url, self.location.href).pathname.split("/").pop();
  return last ? decodeURIComponent(last) : url;
}

/** Size of the file where its host answers ranges; null where it sends the whole. */
async function probe(url: string): Promise<number | null> {
  const abort = new AbortController();
  const response = await get(url, { headers: { Range: "bytes=0-7" }, signal: abort.signal });
  const total = /\/(\d+)$/.exec(response.headers.get("Content-Range") ?? "")?.[1];
  const size = response.status === 206 && total ? Number(total) : null;
  abort.abort();
  return size;
}

async function get(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, init);
  } catch (cause) {
    throw new AnalysisError("network", `${url} could not be read: the host is not reachable, or does not allow other pages to read it (no CORS header). Download the file and drop it here.`, { cause });
  }
  if (!response.ok) throw new AnalysisError("network", `${url} answered ${response.status} ${response.statusText}. Check the address.`);
  return response;
}

/** Reads by HTTP ranges, synchronously, as HDF5 needs it. */
function rangeSource(name: string, url: string, size: number): ByteSource {
  return {
    name,
    size,
    windowBytes: MB,
    read(position, length) {
      const end = Math.min(size, position + length);
      const request = new XMLHttpRequest();
      request.open("GET", url, false);
      request.responseType = "arraybuffer";
      request.setRequestHeader("Range", `bytes=${position}-${end - 1}`);
      try {
        request.send();
      } catch (cause) {
        throw new AnalysisError("network", `${name} stopped answering while it was read. Check the connection and open it again.`, { cause });
      }
      const bytes = new Uint8Array(request.response as ArrayBuffer);
      if (request.status !== 206 || bytes.length !== end - position) {
        throw new AnalysisError("network", `${name}: the host answered ${request.status} with ${bytes.length} bytes where ${end - position} were asked for. Open it again.`);
      }
      return bytes;
    },
    close() {},
  };
}

async function download(name: string, url: string, report: (done: number, total: number) => void): Promise<Blob> {
  const response = await get(url, {});
  const total = Number(response.headers.get("Content-Length") ?? 0);
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  const reader = response.body!.getReader();
  try {
    for (;;) {
      const { value, done: ended } = await reader.read();
      if (ended) return new Blob(parts);
      parts.push(value);
      report((done += value.length), total);
    }
  } catch (cause) {
    throw new AnalysisError("network", `The download of ${name} stopped after ${done} bytes. Check the connection and open it again.`, { cause });
  }
}
