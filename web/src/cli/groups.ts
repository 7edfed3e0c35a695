import { readFile } from "node:fs/promises";
import { AnalysisError, toWire } from "../contract/errors";
import type { GroupsBy, GroupsReport, MarkerFile } from "../contract/groups";
import type { FileInfo, ModelInfo } from "../contract/types";
import { UsageError, type Values } from "./command";
import type { Engine } from "./engine";

/** Cells up to which groups are looked at unasked: clusters and their genes take passes over the file. */
const UNASKED_CELLS = 20_000;

/** What is asked of groups of cells. */
export interface GroupsQuestion {
  /** Undefined: clusters, of files that are not too large. */
  by: GroupsBy | "none" | undefined;
  resolution: number;
  /** Path of marker genes of the user's own. */
  markers: string | undefined;
}

export const GROUPS_OPTIONS = {
  "per-group": { type: "string" },
  resolution: { type: "string" },
  markers: { type: "string" },
} as const;

export const GROUPS_USAGE = `[--per-group clusters|labels|COLUMN|none] [--resolution R] [--markers FILE]`;

export function resolutionOf(values: Values): number {
  const resolution = values.resolution === undefined ? 1 : Number(values.resolution);
  if (!(resolution > 0 && Number.isFinite(resolution)))
    throw new UsageError(`--resolution takes a number above 0, not ${String(values.resolution)}.`);
  return resolution;
}

export function groupsQuestion(values: Values): GroupsQuestion {
  const by = values["per-group"] as string | undefined;
  const resolution = resolutionOf(values);
  const named: Record<string, GroupsQuestion["by"]> = { clusters: { kind: "clusters" }, labels: { kind: "classes" }, none: "none" };
  return {
    by: by === undefined ? undefined : (named[by] ?? { kind: "column", column: by }),
    resolution,
    markers: values.markers as string | undefined,
  };
}

/** Columns of obs that a question names. */
export const groupColumns = ({ by }: GroupsQuestion): string[] => (typeof by === "object" && by.kind === "column" ? [by.column] : []);

/** Clusters the cells as the Survey step does unless it is told otherwise. */
export async function cluster(
  engine: Engine,
  info: FileInfo,
  matrix: string,
  resolution: number,
  lanes: number,
  seed: number,
): Promise<void> {
  const step = { matrix, mask: null, lanes };
  const flavour = info.matrices.find((one) => one.path === matrix)?.values === "counts" ? "seurat_v3" : "seurat";
  await engine.call("variableGenes", { ...step, flavour, top: 2000, column: null });
  await engine.call("surveyComponents", { ...step, genes: null, scale: "log1p", components: 50 });
  await engine.call("surveyNeighbors", { matrix, of: { kind: "components" }, mask: null, k: 15, seed, lanes });
  await engine.call("surveyClusters", { resolution, seed });
}

export async function readMarkers(path: string | undefined): Promise<{ markers?: MarkerFile }> {
  if (path === undefined) return {};
  const text = await readFile(path, "utf8").catch((cause: Error) => {
    throw new AnalysisError("bad-input", `The marker genes ${path} cannot be read (${cause.message}).`, { cause });
  });
  return { markers: { name: path, text } };
}

/** What each model says of each group; nothing where it was not asked for and the file is large. Sentences in `said`. */
export async function groupsOf(
  engine: Engine,
  info: FileInfo,
  question: GroupsQuestion,
  heads: readonly { model: ModelInfo; phenotype: string }[],
  run: { matrix: string; lanes: number; seed: number; donors?: string | undefined },
  said: string[],
): Promise<GroupsReport[]> {
  const { matrix, lanes, seed, donors } = run;
  if (question.by === "none" || heads.length === 0) return [];
  if (question.by === undefined && info.cells > UNASKED_CELLS) {
    said.push(
      `Labels were not looked at per group, as there are ${info.cells.toLocaleString("en")} cells: ask for it by --per-group clusters.`,
    );
    return [];
  }
  let by: GroupsBy = question.by ?? { kind: "clusters" };
  if (by.kind === "clusters") {
    try {
      await cluster(engine, info, matrix, question.resolution, lanes, seed);
    } catch (error) {
      const { code, message } = toWire(error);
      if (question.by !== undefined || (code !== "bad-input" && code !== "unsupported")) throw error;
      said.push(`The cells could not be clustered (${message.replace(/\.$/, "")}): groups are of their labels.`);
      by = { kind: "classes" };
    }
  }
  const asked = {
    matrix,
    by,
    lanes,
    ...(donors === undefined ? {} : { donors }),
    ...(await readMarkers(question.markers)),
  };
  const found: GroupsReport[] = [];
  for (const { model, phenotype } of heads) {
    const report = await engine.call("labelledGroups", { ...asked, model: model.name, phenotype });
    found.push(report);
    said.push(...report.notes, ...suspects(model, report));
  }
  return found;
}

/** A line for each group whose label is not to be relied on. */
const suspects = (model: ModelInfo, { by, rows }: GroupsReport): string[] =>
  rows
    .filter(({ color }) => color === "red")
    .map(
      (row) => `${model.name}, ${by} ${row.group}: ${row.cells.toLocaleString("en")} cells called ${row.label}; ${row.reasons.join("; ")}.`,
    );
