import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AnalysisError } from "../contract/errors";
import { PART_FORMAT, type PartHeader } from "../contract/parts";
import type { PartSource } from "../contract/types";
import type { AnalyzeCommand } from "./commands/analyze";

/** Files of a part's folder: what it is of, and what was found of each cell. */
export const PART = "part.json";
export const TABLE = "cells.arrow";

/** What the parts of an analysis have in common. */
export type SharedAnalysis = Omit<AnalyzeCommand, "out" | "quiet" | "lanes" | "parts">;

export interface PartFile extends PartHeader {
  analysis: SharedAnalysis;
}

/** Reads what a part is of; its table is read when it is merged. Throws AnalysisError. */
export async function readPart(folder: string): Promise<PartSource & { analysis: SharedAnalysis }> {
  let text: string;
  try {
    text = await readFile(join(folder, PART), "utf8");
  } catch (cause) {
    throw new AnalysisError(
      "bad-input",
      `${folder} is no part: it has no ${PART} (${(cause as NodeJS.ErrnoException).code}). Give folders that phenolens part wrote.`,
      { cause },
    );
  }
  let found: Partial<PartFile>;
  try {
    found = JSON.parse(text) as Partial<PartFile>;
  } catch (cause) {
    throw new AnalysisError("bad-file", `${folder} is damaged: its ${PART} is cut short. Make it again.`, { cause });
  }
  const { analysis, ...header } = found;
  if (header.format !== PART_FORMAT || !analysis || typeof header.first !== "number" || !Array.isArray(header.runs))
    throw new AnalysisError("unsupported", `${folder} is of the format ${header.format}; ${PART_FORMAT} is read. Make it again.`);
  return { name: folder, header: header as PartHeader, source: { kind: "path", path: join(folder, TABLE) }, analysis };
}
