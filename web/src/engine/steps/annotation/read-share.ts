import type { GivenGroups, Suggestion } from "../../../contract/annotation";
import type { OpenedFile } from "../../file/opened-file";

/** What speaks for a name: all voices of a consensus, else the one model. */
interface Models {
  /** Models that name cell types, and those of them that take part in a consensus. */
  named: readonly string[];
  voices: readonly string[];
}

/**
 * The share of each group's cells that are of files which the models behind its name read; where it has no name, which any of them reads.
 * A study's other files have no say in it.
 */
export function readShares(
  file: OpenedFile,
  matrix: string,
  { named, voices }: Models,
  groups: Pick<GivenGroups, "codes">,
  suggestions: readonly Suggestion[],
): number[] {
  const results = new Map(named.map((model) => [model, file.result(model, matrix)]));
  const isRead = suggestions.map(({ source }) => {
    const behind = (source === "consensus" ? voices : results.has(source) ? [source] : []).map((model) => results.get(model)!);
    if (behind.length > 0) return (cell: number) => behind.every((one) => !one.isUnread(cell));
    const all = [...results.values()];
    return (cell: number) => all.length === 0 || all.some((one) => !one.isUnread(cell));
  });
  const [cells, read] = [new Float64Array(suggestions.length), new Float64Array(suggestions.length)];
  groups.codes.forEach((group, cell) => {
    if (group < 0) return;
    cells[group]!++;
    if (isRead[group]!(cell)) read[group]!++;
  });
  return suggestions.map((_, group) => (cells[group]! > 0 ? read[group]! / cells[group]! : 1));
}
