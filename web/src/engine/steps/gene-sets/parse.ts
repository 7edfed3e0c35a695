import { AnalysisError } from "../../../contract/errors";

export interface GeneSet {
  name: string;
  description: string;
  /** Names as listed, each once. */
  genes: string[];
}

/** Files of sets are a few megabytes; more is something else. */
const MOST_CHARACTERS = 200e6;
const MOST_SETS = 200_000;

/**
 * Reads a file of gene sets. GMT (a set a line: name, description, genes, with tabs between) unless its name ends in .gmx
 * (a set a column: name, description, genes below). Lines that are empty or begin with # are passed over; a set of the
 * same name again adds its genes.
 */
export function parseGeneSets({ name, text }: { name: string; text: string }): { sets: GeneSet[]; notes: string[] } {
  if (text.length > MOST_CHARACTERS)
    throw new AnalysisError(
      "bad-input",
      `${name} has ${Math.round(text.length / 1e6)} million characters: too many for a file of gene sets.`,
    );
  if (text.includes("\0")) throw new AnalysisError("bad-input", `${name} is not text; a GMT or GMX file of gene sets was expected.`);
  const lines = text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/);
  const rows = /\.gmx$/i.test(name)
    ? columnsOf(lines)
    : lines
        .map((line, i) => ({ at: `line ${i + 1}`, fields: line.split("\t") }))
        .filter(({ fields }) => fields.some((field) => field.trim()) && !fields[0]!.startsWith("#"));
  const sets = new Map<string, GeneSet>();
  const notes: string[] = [];
  let empty = 0;
  let again = 0;
  for (const { at, fields } of rows) {
    const [title = "", description = "", ...listed] = fields.map((field) => field.trim());
    if (fields.length < 3)
      throw new AnalysisError(
        "bad-input",
        `${name}, ${at}: “${(fields[0] ?? "").slice(0, 60)}” is no gene set; a GMT line has a name, a description and genes, with ` +
          `tabs between (name the file .gmx where sets are columns).`,
      );
    // GMX has no comments, and MSigDB writes GSEA's weights as GENE,1.0 in some files.
    const genes = listed.map((gene) => gene.split(",")[0]!.trim()).filter((gene) => gene && gene.toLowerCase() !== "na");
    if (!title || genes.length === 0) {
      empty++;
      continue;
    }
    const known = sets.get(title);
    if (known) {
      again++;
      known.genes = [...new Set([...known.genes, ...genes])];
    } else sets.set(title, { name: title, description, genes: [...new Set(genes)] });
    if (sets.size > MOST_SETS) throw new AnalysisError("bad-input", `${name} has more than ${MOST_SETS.toLocaleString("en")} sets.`);
  }
  if (sets.size === 0)
    throw new AnalysisError("bad-input", `${name} holds no gene set: a GMT line has a name, a description and genes, with tabs between.`);
  if (empty > 0) notes.push(`${empty} ${empty === 1 ? "set" : "sets"} without a name or genes passed over.`);
  if (again > 0) notes.push(`${again} ${again === 1 ? "set" : "sets"} named again: genes were added to the first.`);
  return { sets: [...sets.values()], notes };
}

function columnsOf(lines: string[]): { at: string; fields: string[] }[] {
  const table = lines.filter((line) => line.trim()).map((line) => line.split("\t"));
  const width = Math.max(0, ...table.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => ({
    at: `column ${column + 1}`,
    fields: table.map((row) => row[column] ?? ""),
  })).filter(({ fields }) => fields.some((field) => field.trim()));
}
