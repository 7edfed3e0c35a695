import { AnalysisError } from "../../contract/errors";
import type { GivenFile } from "../../contract/types";
import { unpackFailure } from "../platform/unpacked";
import { readFailure } from "../readers/byte-source";
import { namedBytes, type Inflate, type NamedBytes } from "./named-bytes";

/** A dropped file as a stream. */
export function fileBytes({ path, file }: GivenFile): NamedBytes {
  const stored = (from = 0, to = file.size) => streamOf(file.slice(from, to).stream(), (error) => readFailure(file.name, error));
  return namedBytes(path, file.size, stored, inflate);
}

/** A stream's chunks; what it fails by is told by `failure`. */
export async function* streamOf(stream: ReadableStream<Uint8Array>, failure: (error: unknown) => Error): AsyncGenerator<Uint8Array> {
  // Not every browser iterates over streams.
  const reader = stream.getReader();
  try {
    for (;;) {
      const { value, done } = await reader.read().catch((error: unknown) => {
        throw failure(error);
      });
      if (done) return;
      yield value;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** By the decompression that browsers have. */
export const inflate: Inflate = (packed, packing, name) => {
  const read = packed[Symbol.asyncIterator]();
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const { value, done } = await read.next();
      if (done) controller.close();
      else controller.enqueue(value as Uint8Array<ArrayBuffer>);
    },
    async cancel() {
      await read.return?.();
    },
  });
  return streamOf(source.pipeThrough(new DecompressionStream(packing)), (error) =>
    error instanceof AnalysisError ? error : unpackFailure(name, error),
  );
};
