import { AnalysisError } from "../../contract/errors";
import { baseName, type NamedBytes } from "./named-bytes";

/** Bytes of a table of names that is read whole; one of 30 million barcodes has half a gigabyte. */
const MOST_BYTES = 600e6;

/** Lines of a small text, without the last where it is empty. Throws AnalysisError where it is no text, or too large. */
export async function linesOf(file: NamedBytes): Promise<string[]> {
  const lines: string[] = [];
  const decoder = new TextDecoder("utf-8");
  let rest = "";
  let bytes = 0;
  for await (const chunk of file.chunks()) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw new AnalysisError(
        "unsupported",
        `${baseName(file.name)} is larger than ${MOST_BYTES / 1e6} MB, too large for a table of names.`,
      );
    if (chunk.includes(0)) throw new AnalysisError("bad-file", `${baseName(file.name)} is no text: it holds zero bytes.`);
    const parts = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = parts.pop()!;
    for (const line of parts) lines.push(line.endsWith("\r") ? line.slice(0, -1) : line);
  }
  rest += decoder.decode();
  if (rest !== "") lines.push(rest.endsWith("\r") ? rest.slice(0, -1) : rest);
  return lines;
}
