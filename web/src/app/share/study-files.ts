import { signal } from "@preact/signals";
import type { FileInfo, Source, StudyFile } from "../../contract/types";
import { changeFiles, fail } from "../engine-client";
import { showMessage } from "../shell/message";
import * as state from "../store";
import type { SessionSample } from "./session-file";

/** A file that is open, by itself or with others. */
export interface OpenedSample extends SessionSample {
  given: StudyFile;
}

type Wanted = Pick<SessionSample, "file" | "sample"> & Partial<SessionSample>;

/** Files that a link or a session is of, until all are open, and those of them that were. */
export const wantedFiles = signal<{ of: string; files: readonly Wanted[]; found: readonly OpenedSample[] } | null>(null);

/** `a.h5ad, b.h5ad and c.h5ad`. */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;

/** The files that are open, each with what it is opened by. */
export function openedSamples({ name, fingerprint, study }: FileInfo, source: Source | null): OpenedSample[] {
  if (!source || source.kind === "path") return [];
  if (source.kind !== "study") return [{ file: name, sample: "", fingerprint, given: { source }, ...addressOf(source) }];
  return (study?.samples ?? []).map(({ file, sample, fingerprint: print, place, matrix, matrixWhy }) => {
    const given = source.files[place]!;
    const byHand = matrixWhy === "Chosen by hand." ? { matrix } : {};
    return { file, sample, fingerprint: print, given, ...byHand, ...addressOf(given.source) };
  });
}

const addressOf = (source: Source) => (source.kind === "url" ? { url: source.url } : {});

/**
 * The files that are wanted, in their order and by their samples' names, of those that are there: the same contents, or where these are not
 * known the same name. Those with an address need not be there. What is missing is named.
 */
export function gathered(
  wanted: readonly Wanted[],
  there: readonly OpenedSample[],
): { files: StudyFile[]; used: OpenedSample[]; missing: string[] } {
  const left = new Set(there);
  const files: StudyFile[] = [];
  const used: OpenedSample[] = [];
  const missing: string[] = [];
  for (const { file, sample, fingerprint, url, matrix } of wanted) {
    const found = [...left].find((one) => (fingerprint === undefined ? one.file === file : one.fingerprint === fingerprint));
    if (found) {
      left.delete(found);
      used.push(found);
    }
    if (!found && !url) missing.push(file);
    else {
      const { source } = found?.given ?? { source: { kind: "url" as const, url: url! } };
      files.push({ source, sample, ...(matrix === undefined ? {} : { matrix }) });
    }
  }
  return { files, used, missing };
}

let asked: { info: FileInfo; isWaiting: boolean } | null = null;

/**
 * Looks whether the files just opened are all that a link or a session is of: puts them in its order under its names, or asks for those
 * that are missing. True while others are waited for or opened in place of these. Asked again of the same files, it says the same.
 */
export function awaitsFiles(info: FileInfo): boolean {
  if (asked?.info !== info) asked = { info, isWaiting: isWaiting(info) };
  return asked.isWaiting;
}

function isWaiting(info: FileInfo): boolean {
  const wanted = wantedFiles.value;
  if (!wanted) return false;
  const open = openedSamples(info, state.source.value);
  const isSame = open.length === wanted.files.length && wanted.files.every((one, i) => isLike(one, open[i]!));
  const { files, used, missing } = gathered(wanted.files, [...open, ...wanted.found]);
  // Others were opened, or the same again in their order: nothing is left to be done.
  if (isSame || !open.some((one) => used.includes(one))) {
    wantedFiles.value = null;
    return false;
  }
  if (missing.length > 0) {
    wantedFiles.value = { ...wanted, found: used };
    showMessage(`${used.length} of the ${wanted.files.length} files of ${wanted.of} are open: drop ${listed(missing)} as well.`);
    return true;
  }
  wantedFiles.value = null;
  void changeFiles(files).catch(fail);
  return true;
}

const isLike = (wanted: Wanted, { file, fingerprint, sample }: OpenedSample): boolean =>
  wanted.sample === sample && (wanted.fingerprint === undefined ? wanted.file === file : wanted.fingerprint === fingerprint);
