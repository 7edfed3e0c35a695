import { signal, type ReadonlySignal } from "@preact/signals";
import type { FoundInFiles, GivenFile, StudyFile } from "../../contract/types";
import { ask } from "../engine-client";

/** What files hold, as what is opened, and what is left of them in a sentence. */
export interface FoundSources {
  files: StudyFile[];
  models: Record<string, File>;
  left: string;
}

/** A table that may hold cells or a reference's profiles, and what the user is asked about. */
export interface TableAsked {
  name: string;
  /** What some of its columns, or rows, are called. */
  profiles: string[];
  answer(as: "cells" | "profiles" | null): void;
}

const shown = signal<TableAsked | null>(null);
/** What the user is asked about now. */
export const askedTable: ReadonlySignal<TableAsked | null> = shown;

/**
 * Finds the samples of files that were given together; null where the user closed the question. A table alone may be cells or profiles:
 * where its names do not say, `table` does, or the user is asked.
 */
export async function findSources(files: Record<string, File>, table?: "cells"): Promise<FoundSources | null> {
  const given = Object.entries(files).map(([path, file]): GivenFile => ({ path, file }));
  const found = await ask("findSamples", { files: given });
  const [only] = found.samples;
  const isAlone = found.samples.length === 1 && found.plain.length === 0;
  if (isAlone && only?.mayBeProfiles && !table) {
    const as = await answered(only.main, only.mayBeProfiles);
    if (as === null) return null;
    if (as === "profiles") return { files: [], models: files, left: "" };
  }
  return {
    files: inOrder(sources(found, given)),
    models: Object.fromEntries(found.models.flatMap((path) => (files[path] ? [[path, files[path]]] : []))),
    left: leftWords(found),
  };
}

function answered(name: string, profiles: string[]): Promise<"cells" | "profiles" | null> {
  shown.value?.answer(null);
  return new Promise((resolve) => {
    shown.value = {
      name,
      profiles,
      answer(as) {
        shown.value = null;
        resolve(as);
      },
    };
  });
}

function sources({ samples, plain }: FoundInFiles, given: GivenFile[]): StudyFile[] {
  const named = samples.length + plain.length > 1;
  return [
    ...plain.flatMap((path): StudyFile[] =>
      given.filter((one) => one.path === path).map(({ file }) => ({ source: { kind: "file", file } })),
    ),
    ...samples.map(({ name, main }): StudyFile => ({
      source: { kind: "sample", name, main, files: given },
      ...(named ? { sample: name } : {}),
    })),
  ];
}

const nameOf = ({ source }: StudyFile) => (source.kind === "file" ? source.file.name : source.kind === "sample" ? source.name : "");
const inOrder = (files: StudyFile[]) => files.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), "en", { numeric: true }));

const NAMED = 3;
/** What was given and is not opened, in a sentence. */
function leftWords({ left, models, samples, plain }: FoundInFiles): string {
  const all = samples.length + plain.length > 0 ? [...models, ...left] : left;
  if (all.length === 0) return "";
  const names = all.slice(0, NAMED).map((path) => path.slice(path.lastIndexOf("/") + 1));
  const more = all.length > NAMED ? ` and ${all.length - NAMED} more` : "";
  return `Not opened: ${names.join(", ")}${more}.${models.length > 0 ? " Drop models afterwards." : ""}`;
}
