import { json } from "../../exports/metrics-json";
import type { ColumnInfo, FileInfo } from "../../contract/types";
import type { CommandKind, Common } from "../command";

export interface InspectCommand extends Common {
  command: "inspect";
  isJson: boolean;
}

/** Prints what a file holds, as text or JSON. */
export const inspect: CommandKind<InspectCommand> = {
  usage: "  phenolens inspect FILE [--json]\n",
  options: { json: { type: "boolean" } },
  parse: (common, values) => ({ command: "inspect", ...common, isJson: values.json === true }),
  async run(engine, { file, isJson }) {
    await engine.models([]);
    const info = await engine.call("open", { source: { kind: "path", path: file } });
    process.stdout.write(isJson ? json(info) : report(info));
    return [];
  },
};

const number = (value: number) => value.toLocaleString("en");

function report(info: FileInfo): string {
  const lines = [
    `${info.name}: ${number(info.cells)} cells x ${number(info.genes)} genes, ${(info.bytes / 1e6).toFixed(1)} MB`,
    `fingerprint ${info.fingerprint}`,
    "",
    "Matrices",
    ...info.matrices.map(
      (matrix) =>
        `  ${matrix.path === info.matrix ? "*" : " "} ${matrix.path}: ${matrix.layout} ${matrix.dtype}, ${number(matrix.cells)} x ` +
        `${number(matrix.genes)}, ${number(matrix.stored)} stored, ${matrix.features ?? matrix.scale.stored}. ${matrix.why}`,
    ),
    ...info.unusable.map(({ path, why }) => `    ${path}: cannot be used. ${why}`),
    `  Taken: ${info.matrix || "none"}. ${info.matrixWhy}`,
    "",
    "Genes",
    `  names from ${info.geneVerdict.source}, species ${info.geneVerdict.species}. ${info.geneVerdict.why}`,
    "",
    "Models",
    ...info.coverage.map((coverage) => `  ${coverage.model}: ${coverage.verdict}. ${coverage.reason}`),
    "",
    "Columns of obs",
    ...info.columns.map(columnLine),
    "",
    `Embeddings: ${info.embeddings.join(", ") || "none"}`,
    ...(info.notices.length ? ["", "Notices", ...info.notices.map((notice) => `  ${notice.message}`)] : []),
  ];
  return `${lines.join("\n")}\n`;
}

function columnLine({ name, kind, categories }: ColumnInfo): string {
  return `  ${name}: ${kind}${categories === undefined ? "" : ` of ${number(categories)}`}`;
}
