import { AnalysisError } from "../../../contract/errors";
import { unpackFailure } from "../../platform/unpacked";
import { baseName, gathered, type NamedBytes } from "../named-bytes";

/** How files begin that R has packed by other programs than gzip, and what unpacks them. */
const PACKED: [begins: RegExp, by: string, unpack: (stored: AsyncIterable<Uint8Array>) => Promise<AsyncIterable<Uint8Array>>][] = [
  [/^BZh[1-9]/, "bzip2", async (stored) => (await import("./bzip2")).bunzip2(stored)],
  [/^\u00fd7zXZ\0/, "xz", async (stored) => (await import("./xz")).unxz(stored)],
];

/** The bytes of a file of R's, unpacked where gzip, bzip2 or xz has packed them. Throws AnalysisError where it is damaged. */
export async function* unpacked(file: NamedBytes): AsyncGenerator<Uint8Array> {
  const begins = String.fromCharCode(...(await gathered(file.stored(0, 6))));
  const found = PACKED.find(([pattern]) => pattern.test(begins));
  if (!found) return yield* file.chunks();
  const [, by, unpack] = found;
  try {
    yield* await unpack(file.stored());
  } catch (error) {
    throw error instanceof AnalysisError ? error : unpackFailure(baseName(file.name), error, by);
  }
}
