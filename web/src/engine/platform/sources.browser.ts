import { AnalysisError } from "../../contract/errors";
import type { Source } from "../../contract/types";
import { readFailure, type ByteSource } from "../readers/byte-source";
import { isGzip, unpackedName, unpackedNote, unpackFailure } from "./unpacked";
import { download } from "./remote/download";
import { probe } from "./remote/probe";
import { rangeSource } from "./remote/range-source";
import { nameIn } from "./remote/name-in";
import { findFile } from "./remote/records";

const MB = 1 << 20;

/** A File or Blob, read with the synchronous reader that only workers have. */
export function blobSource(file: File): ByteSource {
  const reader = new FileReaderSync();
  const { name, size } = file;
  return {
    name,
    size,
    windowBytes: 2 * MB,
    shared: { kind: "file", file },
    read(position, length) {
      let bytes: Uint8Array;
      try {
        bytes = new Uint8Array(reader.readAsArrayBuffer(file.slice(position, position + length)));
      } catch (error) {
        throw readFailure(name, error);
      }
      const asked = Math.min(length, size - position);
      if (bytes.length < asked) throw readFailure(name, new Error(`got ${bytes.length} of ${asked} bytes at ${position}`));
      return bytes;
    },
    close() {},
  };
}

/** Opens a dropped file or an address; where the host sends no parts of files the whole is fetched first. */
export async function openBrowserSource(source: Source, report: (done: number, total: number) => void): Promise<ByteSource> {
  if (source.kind === "file" && source.isPart) return { ...blobSource(source.file), isPart: true };
  if (source.kind === "file") return unpacked(blobSource(source.file), source.file);
  if (source.kind === "sample") throw new AnalysisError("internal", "A sample is converted before it is opened.");
  if (source.kind === "store") return (await import("../formats/zarr/reopen.browser")).reopenStore(source);
  if (source.kind === "study") throw new AnalysisError("internal", "A study is opened file by file.");
  if (source.kind === "path") throw new AnalysisError("bad-input", `A page cannot open the path ${source.path}: drop the file on it.`);
  if (source.known) return rangeSource(nameIn(source.url), { kind: "ranges", url: source.url, ...source.known });
  const { url, note } = await findFile(source.url);
  const name = nameIn(url);
  const offer = await probe(url, name);
  if (offer.kind === "ranges") {
    const ranges = rangeSource(name, offer);
    if (isGzip(ranges.read(0, 2)))
      throw new AnalysisError(
        "unsupported",
        `${name} is packed by gzip and cannot be read by parts: download it and drop it here, or put it up unpacked.`,
      );
    return note ? { ...ranges, note } : ranges;
  }
  const file = new File([await download(name, url, offer.response, report)], name);
  const opened = await unpacked(blobSource(file), file);
  return note ? { ...opened, note } : opened;
}

/** A file that gzip has packed, unpacked as a stream; any other as it is. */
async function unpacked(source: ByteSource, file: File): Promise<ByteSource> {
  if (!isGzip(source.read(0, 2))) return source;
  try {
    const blob = await new Response(file.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
    return { ...blobSource(new File([blob], unpackedName(file.name))), note: unpackedNote(file.name, file.size, blob.size) };
  } catch (cause) {
    throw unpackFailure(file.name, cause);
  }
}
