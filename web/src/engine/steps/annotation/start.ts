import {
  ANNOTATION_VERSION,
  type Annotation,
  type AnnotationBy,
  type AnnotationGrouping,
  type NamedGroup,
} from "../../../contract/annotation";
import { AnalysisError } from "../../../contract/errors";
import { packCodes } from "../../../contract/packed-codes";
import type { OpenedFile } from "../../file/opened-file";
import { groupsByColumn, resolveGroups } from "../survey/grouping";
import { lastSurvey } from "../survey/state";

/** Groups of the start: names unlike one another in the file's order, a code per cell, colours where the file has them. */
interface Start {
  names: string[];
  codes: Int32Array;
  colors?: string[];
  grouping: AnnotationGrouping;
}

const EMPTY = { resolution: null, seed: null, modularity: null };

async function startOf(file: OpenedFile, by: AnnotationBy): Promise<Start> {
  if (by.kind === "clusters") {
    const { names, codes } = await resolveGroups(file, by);
    const { resolution, seed, modularity } = lastSurvey(file).clusters!;
    return { names, codes, grouping: { kind: "clusters", by: "clusters", resolution, seed, modularity } };
  }
  if (by.kind === "column") return { ...(await groupsByColumn(file, by.column)), grouping: { kind: "column", by: by.column, ...EMPTY } };
  const codes = new Int32Array(file.info.cells).fill(-1);
  const names: string[] = [];
  by.groups.forEach(({ name, cells }, group) => {
    let free = name;
    for (let n = 2; names.includes(free); n++) free = `${name} (${n})`;
    names.push(free);
    for (const cell of cells) {
      if (cell >= codes.length)
        throw new AnalysisError("bad-input", `${name} holds cell ${cell}, but ${file.info.name} has ${codes.length}.`);
      codes[cell] = group;
    }
  });
  return { names, codes, grouping: { kind: "cells", by: "selections", ...EMPTY } };
}

/** The groups of the open file, not named yet; those without cells are left out. Throws AnalysisError("bad-input"). */
export async function startAnnotation(file: OpenedFile, matrix: string, by: AnnotationBy, madeBy: string): Promise<Annotation> {
  const { names, codes, colors, grouping } = await startOf(file, by);
  const used = new Set(codes);
  const groups = names.flatMap((name, group): NamedGroup[] =>
    used.has(group)
      ? [
          {
            id: name,
            members: [name],
            name: "",
            ontologyId: "",
            mark: "named",
            source: "",
            confidence: null,
            note: "",
            color: colors?.[group] ?? "",
            isAccepted: false,
          },
        ]
      : [],
  );
  if (groups.length === 0) throw new AnalysisError("bad-input", `No cell has a group by ${grouping.by}.`);
  return {
    version: ANNOTATION_VERSION,
    file: { name: file.info.name, fingerprint: file.info.fingerprint, cells: file.info.cells, matrix },
    grouping,
    start: names.map((name, group) => ({ name, color: colors?.[group] ?? "" })),
    codes: packCodes(codes),
    splits: [],
    groups,
    reference: null,
    models: [],
    thresholds: {},
    markers: "",
    madeBy,
  };
}
