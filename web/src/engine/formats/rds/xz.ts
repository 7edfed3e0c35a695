import * as xz from "xz-decompress";
import { streamOf } from "../given-bytes";

// Bundlers give what the package exports by name, Node all of it as the default.
const { XzReadableStream } = xz.default ?? xz;

/** What xz has packed, in pieces; memory is that of its dictionary, 64 MiB as R writes. Throws where it is damaged. */
export function unxz(stored: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = stored[Symbol.asyncIterator]();
  const source = new ReadableStream<Uint8Array>({
    async pull(controller) {
      let next = await input.next();
      while (!next.done && next.value.length === 0) next = await input.next();
      // Of a file that is cut off the library says that there is nothing more to work on.
      if (next.done) controller.close();
      else controller.enqueue(next.value);
    },
    async cancel() {
      await input.return?.();
    },
  });
  return streamOf(new XzReadableStream(source), (error) => error as Error);
}
