import type { FileInfo } from "../contract/types";
import { count, escaped, table } from "./report-html";

/** Of several files, what each is called and what is read of it; those left out, and why. Empty of one file. */
export function samplesHtml({ study }: Pick<FileInfo, "study">): string {
  if (!study) return "";
  const { samples, leftOut, genes } = study;
  const names = `Samples: ${count(genes.every)} of ${count(genes.any)} genes are measured in every file`;
  return `${table(
    names,
    ["Sample", "File", "Cells", "Genes", "Matrix", "Values", "Fingerprint"],
    samples.map(({ sample, file, cells, genes: own, matrix, values, fingerprint }) => [
      escaped(sample),
      escaped(file),
      count(cells),
      count(own),
      escaped(matrix),
      escaped(values),
      `<code>${escaped(fingerprint.slice(0, 16))}</code>`,
    ]),
  )}
${table(
  "Files left out",
  ["File", "Why"],
  leftOut.map(({ file, why }) => [escaped(file), escaped(why)]),
)}`;
}
