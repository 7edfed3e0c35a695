import { AnalysisError } from "../../contract/errors";
import { PART_FORMAT, type PartHeader } from "../../contract/parts";

/** Parts with what a person calls them. */
export interface NamedPart {
  name: string;
  header: PartHeader;
}

/** Throws where parts are not all of one analysis, overlap, or leave cells out; names the part. */
export function checkWhole(parts: NamedPart[]): void {
  const inOrder = parts.toSorted((a, b) => a.header.first - b.header.first);
  const [first] = inOrder;
  if (!first) throw new AnalysisError("bad-input", "No part was given.");
  for (const { name, header } of inOrder) {
    if (header.format !== PART_FORMAT)
      throw new AnalysisError("unsupported", `${name} is of the format ${header.format}; ${PART_FORMAT} is read. Make it again.`);
    const backends = ({ runs }: PartHeader) => runs.map(({ model, backend }) => `${model} on ${backend}`).join(", ");
    if (backends(header) !== backends(first.header))
      throw new AnalysisError(
        "bad-input",
        `${name} ran ${backends(header)}, but ${first.name} ${backends(first.header)}: the last digits would differ. ` +
          "Make all parts with the same --backend.",
      );
  }
  let end = 0;
  for (const [i, { name, header }] of inOrder.entries()) {
    const before = inOrder[i - 1];
    if (header.first < end)
      throw new AnalysisError(
        "bad-input",
        `${name} and ${before!.name} both hold the cells ${header.first}:${Math.min(end, header.first + header.count)}. Leave one out.`,
      );
    if (header.first > end) throw lacking(end, header.first);
    end = header.first + header.count;
  }
  if (end < first.header.cells) throw lacking(end, first.header.cells);
}

const lacking = (from: number, to: number): AnalysisError =>
  new AnalysisError("bad-input", `The cells ${from}:${to} are in no part. Make that part too.`);
