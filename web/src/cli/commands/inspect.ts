import { json } from "../../exports/metrics-json";
import type { ColumnInfo, FileInfo, StudyInfo } from "../../contract/types";
import { openFiles, type CommandKind, type Common } from "../command";

export interface InspectCommand extends Common {
  command: "inspect";
  isJson: boolean;
}

/** Prints what a file holds, as text or JSON. */
export const inspect: CommandKind<InspectCommand> = {
  usage: "  phenolens inspect FILE... [--json]\n",
  takesStudy: true,
  options: { json: { type: "boolean" } },
  parse: (common, values) => ({ command: "inspect", ...common, isJson: values.json === true }),
  async run(engine, command) {
    await engine.models([]);
    const info = await openFiles(engine, command);
    process.stdout.write(command.isJson ? json(info) : report(info));
    return [];
  },
};

const number = (value: number) => value.toLocaleString("en");

/** Several files, each in a line. */
function studyLines({ samples, leftOut, genes, column }: StudyInfo): string[] {
  return [
    `Samples (obs/${column}); ${number(genes.every)} of ${number(genes.any)} genes are measured in all`,
    ...samples.map(
      ({ sample, file, cells, genes: own, matrix, values, matrixWhy }) =>
        `    ${sample}: ${file}, ${number(cells)} cells x ${number(own)} genes, ${matrix} (${values}). ${matrixWhy}`,
    ),
    ...leftOut.map(({ file, why }) => `    left out: ${file}. ${why}`),
    "",
  ];
}

function report(info: FileInfo): string {
  const lines = [
    `${info.name}: ${number(info.cells)} cells x ${number(info.genes)} genes, ${(info.bytes / 1e6).toFixed(1)} MB`,
    `fingerprint ${info.fingerprint}`,
    "",
    ...(info.study ? studyLines(info.study) : []),
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
    ...info.geneVerdict.genomes.map(({ species, genes }) => `  ${species}: ${number(genes)} genes`),
    `  mitochondrial: ${number(info.geneVerdict.mitochondrial)}, of ribosomal proteins: ${number(info.geneVerdict.ribosomal)}`,
    `  columns that can name them (--genes-from): ${["_index", ...info.geneColumns].join(", ")}`,
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
