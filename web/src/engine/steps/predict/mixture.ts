import type { Notice } from "../../../contract/types";
import type { Analyzed } from "../../file/analyzed";
import type { OpenedFile } from "../../file/opened-file";

/** Cells named in a sentence. */
const NAMED = 3;
/** Logarithms whose cells sum to something else than the others by more than this were scaled to another total. */
const OTHER_TARGET = 0.1;

const count = (value: number) => value.toLocaleString("en");

/**
 * Cells that are on another scale than the rest of the matrix: every value was seen in the sweep, not only those of the
 * sample it was judged by.
 * Whole numbers among logarithms, fractions among counts, logarithms of another target.
 */
export async function mixtures(file: OpenedFile, analyzed: Analyzed): Promise<Notice[]> {
  const { values, scale, path } = file.matrixInfo(analyzed.matrix);
  const { totals } = analyzed.quality;
  const { whole } = analyzed;
  const cells = Array.from(totals.keys()).filter((cell) => totals[cell]! > 0);
  const isWhole = (cell: number) => whole[cell] === 1;
  const found: Notice[] = [];
  const say = async (odd: number[], are: string, rest: string, advice: string) => {
    if (odd.length === 0 || odd.length === cells.length) return;
    const ids = await file.cellIds();
    const names = odd.slice(0, NAMED).map((cell) => ids[cell]);
    const which = `${names.join(", ")}${odd.length > NAMED ? ", ..." : ""}`;
    found.push({
      code: "mixed-cells",
      message: `${count(odd.length)} of ${count(cells.length)} cells of ${path} hold ${are} (${which}), ${rest}. ${advice}`,
    });
  };
  if (scale.stored === "mixed") {
    const counts = cells.filter(isWhole);
    await say(
      counts,
      "whole counts",
      `the other ${count(cells.length - counts.length)} logarithms`,
      "Each was read by its own scale; compare no counts between them.",
    );
    return found;
  }
  const advice = "Cells are on different scales: write all on one before you trust their totals, shares or predictions.";
  if (values === "counts")
    await say(
      cells.filter((cell) => !isWhole(cell)),
      "values with fractions, such as logarithms",
      "the others whole counts",
      advice,
    );
  if (values === "log1p") {
    await say(cells.filter(isWhole), "whole counts", "the others logarithms", advice);
    // Only where cells were seen to have one total.
    if (scale.target > 0)
      await say(
        cells.filter((cell) => !isWhole(cell) && Math.abs(totals[cell]! / scale.target - 1) > OTHER_TARGET),
        "logarithms of another total",
        `the others of counts per ${count(Math.round(scale.target))}`,
        advice,
      );
  }
  return found;
}
