import { AnalysisError } from "../../../contract/errors";

const HEADINGS = /^(|x|v1|0|genes?|gene_(name|symbol|id)s?|symbols?|features?|names?|index)$/i;

/** A model's genes in its order, of a table with a line for each: the first field that is no number. */
export function geneList(name: string, text: string): string[] {
  const rows = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map((line) => line.split(/[,;\t]/).map((field) => field.trim().replace(/^"(.*)"$/, "$1")));
  const genes = rows.map((fields) => fields.find((field) => field !== "" && !/^\d+(\.\d+)?$/.test(field)) ?? "");
  if (genes.length > 0 && rows[0]!.every((field) => HEADINGS.test(field))) genes.shift();
  const empty = genes.indexOf("");
  if (genes.length === 0 || empty >= 0)
    throw new AnalysisError(
      "bad-file",
      `${name} has ${genes.length === 0 ? "no gene in it" : `no gene's name in a line (${empty + 1})`}; a ` +
        "model's genes stand one a line, in its order.",
    );
  return genes;
}
