import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AnalysisError } from "../contract/errors";
import { PART_FORMAT, type PartHeader, type PartTableName } from "../contract/parts";
import type { Source, PartSource } from "../contract/types";
import type { SweptCommand } from "./swept";

/** The file of a part's folder that says what it is of. */
export const PART = "part.json";

/** Where a part's table lies. */
export const tableIn = (folder: string, table: PartTableName): string => join(folder, `${table}.arrow`);

/** What the parts of a command have in common. */
export type SharedCommand = Omit<SweptCommand, "out" | "quiet" | "lanes" | "parts">;

export interface PartFile extends PartHeader {
  asked: SharedCommand;
}

/** Reads what a part is of; its tables are read when it is merged. Throws AnalysisError. */
export async function readPart(folder: string): Promise<PartSource & { asked: SharedCommand }> {
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
  const { asked, ...header } = found;
  if (header.format !== PART_FORMAT || !asked || !header.tables || typeof header.first !== "number" || !Array.isArray(header.runs))
    throw new AnalysisError("unsupported", `${folder} is of the format ${header.format}; ${PART_FORMAT} is read. Make it again.`);
  const tables: Partial<Record<PartTableName, Source>> = {};
  for (const table of Object.keys(header.tables) as PartTableName[]) tables[table] = { kind: "path", path: tableIn(folder, table) };
  return { name: folder, header: header as PartHeader, tables, asked };
}
