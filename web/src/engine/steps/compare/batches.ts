import { batchColumns } from "../../../contract/compare-columns";
import type { OpenedFile } from "../../file/opened-file";
import { sampleValues } from "./covariates";
import type { Resolved } from "./question";
import type { Samples } from "./samples";

/** Columns of batches (by their names) no value of which is shared by the two conditions: no test can tell the two apart. */
export async function confounded(
  file: OpenedFile,
  { question, sides }: Resolved,
  samples: Samples,
): Promise<{ column: string; words: string }[]> {
  const typeColumn = question.types.kind === "column" ? question.types.column : "";
  const others = file.info.columns.filter(({ name }) => ![question.condition, question.donors, typeColumn].includes(name));
  const found: { column: string; words: string }[] = [];
  for (const column of batchColumns(others)) {
    const { values, names, varied } = await sampleValues(file, column, samples);
    if (varied.length > 0) continue;
    const of = (side: 0 | 1) =>
      new Set([...values.keys()].filter((i) => samples.samples[i]!.side === side && !Number.isNaN(values[i]!)).map((i) => values[i]!));
    const [first, second] = [of(0), of(1)];
    const [a, b] = [[...first], [...second]];
    // A batch of its own for every sample is another name of the sample.
    const isSample = a.length + b.length >= samples.samples.length;
    if (a.length === 0 || b.length === 0 || isSample || a.some((value) => second.has(value))) continue;
    const told = (some: number[]) =>
      some
        .slice(0, 3)
        .map((place) => names[place])
        .join(", ") + (some.length > 3 ? " and others" : "");
    found.push({
      column,
      words:
        `${column} differs wholly between the conditions (${sides[0]}: ${told(a)}; ${sides[1]}: ${told(b)}): what is found between ` +
        `the conditions may be the difference between these, and no test can tell.`,
    });
  }
  return found;
}
