import { AnalysisError } from "../../contract/errors";
import type { PartTableName } from "../../contract/parts";
import type { PartSource } from "../../contract/types";
import { sha256 } from "../base/sha256";
import type { Job } from "../pool/job";
import { genesRead } from "./identity";

/** Parts in the order of their cells. */
export const inOrder = (parts: readonly PartSource[]): PartSource[] => parts.toSorted((a, b) => a.header.first - b.header.first);

/**
 * Reads one table of parts, which are held to be of the job's file, matrix, genes and version, and to be as they were written.
 * Throws AnalysisError.
 */
export async function tableReader(
  { environment, core, file, matrix }: Pick<Job, "environment" | "core" | "file" | "matrix">,
  table: PartTableName,
): Promise<(part: PartSource) => Promise<Uint8Array<ArrayBuffer>>> {
  const genes = await genesRead(file, matrix);
  const { fingerprint, cells } = file.info;
  return async ({ name, header, tables }) => {
    const [found, source] = [header.tables[table], tables[table]];
    if (!found || !source) throw new AnalysisError("bad-input", `${name} lacks the table ${table}. Make it again.`);
    const checks: [kind: string, what: string, is: string | number, expected: string | number][] = [
      ["another file", "fingerprint", header.fingerprint, fingerprint],
      ["another file", "cells", header.cells, cells],
      ["another matrix", "matrix", found.matrix, matrix],
      ["other names of genes", "genes", found.genes, genes],
      ["another version of Phenolens", "phenolens", header.phenolens, core.version()],
    ];
    for (const [kind, what, is, expected] of checks)
      if (is !== expected)
        throw new AnalysisError(
          "bad-input",
          `${name} is of ${kind} (${header.file}: ${what} ${is}, not ${expected}). Leave it out, or make it again.`,
        );
    const opened = await environment.openSource(source, () => {});
    const bytes = opened.read(0, opened.size) as Uint8Array<ArrayBuffer>;
    opened.close();
    if ((await sha256(bytes)) !== found.sha256) throw damaged(name);
    return bytes;
  };
}

export const damaged = (name: string): AnalysisError =>
  new AnalysisError("bad-file", `${name} is damaged: its table is not the one that was written. Make it again.`);
