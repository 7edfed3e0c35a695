import type { CoreModule } from "../../base/core";

type Crossing = Extract<ReturnType<CoreModule["crossing"]>, { ok: true }>["value"];

/** Labels of fewer cells are no types that a batch lacks. */
const LEAST_CELLS = 20;
const NAMED = 4;

interface Batches {
  column: string;
  batches: string[];
  /** Cells that have no category in one of the columns. */
  without: { columns: string[]; cells: number };
}

/**
 * What a correction leaves out and cannot know: cells without a batch, labels of one batch alone, and a condition that is the batches by
 * another name.
 */
export function warningsOf(
  { column, batches, without }: Batches,
  labels: { names: string[]; crossing: Crossing } | null,
  condition: { name: string; crossing: Crossing } | null,
): string[] {
  const found: string[] = [];
  if (without.cells > 0) {
    const named = without.columns.join(" or ");
    found.push(
      without.cells === 1
        ? `1 cell has no ${named}: it stays where it is, and mixing is not measured by it.`
        : `${without.cells.toLocaleString("en")} cells have no ${named}: they stay where they are, and mixing is not measured by them.`,
    );
  }
  if (labels) {
    const { table, only } = labels.crossing;
    const width = labels.names.length;
    const cellsOf = (label: number) => batches.reduce((sum, _, batch) => sum + table[batch * width + label]!, 0);
    const alone = [...labels.names.keys()]
      .filter((label) => only[label]! >= 0 && cellsOf(label) >= LEAST_CELLS)
      .map((label) => `${labels.names[label]} (${batches[only[label]!]}, ${cellsOf(label).toLocaleString("en")} cells)`);
    if (alone.length > 0)
      found.push(
        `Of one ${column} alone: ${alone.slice(0, NAMED).join(", ")}${alone.length > NAMED ? ` and ${alone.length - NAMED} more` : ""}. ` +
          "The other batches have no such cells to lay them over, and a correction may merge them with another type.",
      );
  }
  if (condition) {
    const { relation, blocks } = condition.crossing;
    const cannot =
      `a correction for ${column} takes what ${condition.name} did with it. Compare conditions on uncorrected counts, as ` +
      "Compare does.";
    if (relation === "same") found.push(`${condition.name} and ${column} are the same division of the cells: ${cannot}`);
    else if (relation === "first-in-second") found.push(`Each ${column} is of one ${condition.name} alone: ${cannot}`);
    else if (relation === "partly" && blocks > 1)
      found.push(`${condition.name} and ${column} fall into ${blocks} separate blocks: between these, ${cannot}`);
  }
  return found;
}
