import { batch, effect, signal, untracked } from "@preact/signals";
import packageText from "../../../../package.json?raw";
import { looksLikeAnnotation, readAnnotation } from "../../contract/annotation-json";
import type { FileInfo } from "../../contract/types";
import { saveText } from "../../exports/save";
import { changeFiles, fail } from "../engine-client";
import { fromHash, toHash } from "./link";
import { clearSelection, rule, wantedRule } from "../features/map/selection";
import { setMatches } from "../features/trust/labels";
import { take } from "../features/annotate/edits";
import { loadAnnotation } from "../features/annotate/load";
import { annotation } from "../features/annotate/state";
import { clearMessage, showMessage } from "../shell/message";
import * as state from "../store";
import { baseName } from "../features/export/base-name";
import { applyView, currentView } from "./view-link";
import { readSession, type SessionFile } from "./session-file";
import { find, forget, keep } from "./store";
import { awaitsFiles, gathered, listed, openedSamples, wantedFiles } from "./study-files";

/** A session that was opened before its file. */
export const waitingSession = signal<SessionFile | null>(null);
/** The file that was open in this tab before it was reloaded. */
export const lastFile = signal<{ name: string; fingerprint: string; handle: FileSystemFileHandle | null } | null>(null);

const version = (JSON.parse(packageText) as { version: string }).version;
const LAST = "phenolens-last";
/** Milliseconds of rest before what changed is kept. */
const REST_MS = 400;

let handle: { file: File; handle: FileSystemFileHandle } | null = null;
/** Remembers how the browser can open a dropped file again. */
export function rememberHandle(file: File, opener: FileSystemFileHandle): void {
  handle = { file, handle: opener };
}

function matchesByName(): SessionFile["matches"] {
  const classes = (head: string) => state.heads.value.find(({ phenotype }) => phenotype === head)?.classes ?? [];
  return Object.fromEntries(
    Object.entries(state.byHand.value).map(([head, codes]) => [
      head,
      Object.fromEntries(Object.entries(codes).map(([label, code]) => [label, classes(head)[code]?.label ?? null])),
    ]),
  );
}

/** Of a study, its files. */
function samplesOf(info: FileInfo): Pick<SessionFile["file"], "samples"> {
  if (!info.study) return {};
  return {
    samples: openedSamples(info, state.source.value).map(({ file, sample, fingerprint, url, matrix }) => ({
      file,
      sample,
      fingerprint,
      ...(url === undefined ? {} : { url }),
      ...(matrix === undefined ? {} : { matrix }),
    })),
  };
}

/** The session of the open file; null while none is. */
export function currentSession(): SessionFile | null {
  const info = state.info.value;
  if (!info) return null;
  const { name, bytes, cells, genes, fingerprint } = info;
  const source = state.source.value;
  const { select: _, file: __, print: ___, theme: ____, lesson: _____, at: ______, names: _______, ...all } = currentView(true);
  const { files: ________, ...view } = all;
  return {
    format: "phenolens-session/1",
    version,
    file: { name, bytes, cells, genes, fingerprint, ...(source?.kind === "url" ? { url: source.url } : {}), ...samplesOf(info) },
    view: toHash(view),
    matches: matchesByName(),
    selection: wantedRule.value ?? rule.value,
    results: [...state.evaluations.value.values()].flatMap(({ phenotype, column, metrics }) =>
      metrics.map((one) => ({
        model: one.model,
        version: state.modelByName.value.get(one.model)?.version ?? "",
        phenotype,
        column,
        cells: one.cells,
        top1: one.topK[0]?.value ?? 0,
        low: one.topK[0]?.low ?? 0,
        high: one.topK[0]?.high ?? 0,
        macroF1: one.macroF1,
      })),
    ),
  };
}

/** Downloads the session as a file. */
export function saveSession(): void {
  const session = currentSession();
  const names = annotation.value;
  if (session)
    saveText(
      `${JSON.stringify(names ? { ...session, annotation: names } : session, null, 1)}\n`,
      `${baseName()}.phenolens.json`,
      "application/json",
    );
}

/**
 * Takes a session file: at once where its file is open, by its address where it has one, else when that file is dropped. An annotation is
 * applied to the open file, whichever it was made of.
 */
export async function openSession(file: File, openUrl: (url: string) => void): Promise<void> {
  try {
    const text = await file.text();
    if (isAnnotation(text)) return await openAnnotation(text, file.name);
    const session = readSession(text, file.name);
    if (state.info.value && isOf(session, state.info.value) && !isRenamed(session, state.info.value)) return takeSession(session);
    waitingSession.value = session;
    const { url, fingerprint, samples } = session.file;
    if (samples) return waitForFiles(session, file.name);
    if (url) {
      // Data of another origin open on another page: there the session is found again by the file and the hash.
      await keep({ fingerprint, session, hash: session.view, at: Date.now() });
      history.replaceState(null, "", `${location.pathname}${location.search}#${session.view}`);
      openUrl(url);
    } else showMessage(`${file.name} is a session of ${session.file.name}: drop that file now to restore it.`);
  } catch (error) {
    fail(error);
  }
}

/** A study is restored once all its files are here, in any order; those with an address are opened with the others. */
function waitForFiles({ file: { samples = [] } }: SessionFile, name: string): void {
  const { files, used, missing } = gathered(samples, state.info.value ? openedSamples(state.info.value, state.source.value) : []);
  wantedFiles.value = { of: name, files: samples, found: used };
  if (missing.length === 0) void changeFiles(files).catch(fail);
  else showMessage(`${name} is a session of ${samples.length} files: drop ${listed(missing)} now, together or one after another.`);
}

function isAnnotation(text: string): boolean {
  try {
    return looksLikeAnnotation(JSON.parse(text));
  } catch {
    return false;
  }
}

async function openAnnotation(text: string, name: string): Promise<void> {
  const theirs = readAnnotation(text, name);
  if (state.info.value) await loadAnnotation(theirs);
  else showMessage(`${name} is an annotation of ${theirs.file.name}: open that file, or another one of the study, and drop it again.`);
}

function takeSession(session: SessionFile): void {
  batch(() => {
    waitingSession.value = null;
    applyView(fromHash(session.view), true);
    const classes = (head: string) =>
      state.models.value.flatMap(({ heads }) => heads).find(({ phenotype }) => phenotype === head)?.classes ?? [];
    setMatches(
      Object.fromEntries(
        Object.entries(session.matches).map(([head, labels]) => [
          head,
          Object.fromEntries(
            Object.entries(labels).map(([label, to]) => [label, to === null ? -1 : classes(head).findIndex((one) => one.label === to)]),
          ),
        ]),
      ),
    );
    wantedRule.value = session.selection;
    if (session.annotation) take(session.annotation);
  });
}

/** Back to how the page shows a file at first. */
export function resetSession(): void {
  const info = state.info.value;
  if (!info) return;
  void forget(info.fingerprint);
  void forget(info.earlierFingerprint);
  batch(() => {
    applyView({}, true);
    setMatches({});
    wantedRule.value = null;
    clearSelection();
    clearMessage();
  });
}

const isUntouched = (session: SessionFile) =>
  session.view === "" && session.selection === null && Object.keys(session.matches).length === 0;

/** Sessions of earlier releases name their file by what then was its fingerprint. */
const isOf = ({ file }: SessionFile, info: FileInfo) =>
  file.fingerprint === info.fingerprint || file.fingerprint === info.earlierFingerprint;

/** Whether samples of a study have other names than in its session. */
const isRenamed = ({ file: { samples } }: SessionFile, { study }: FileInfo) =>
  samples !== undefined && samples.some(({ sample }, i) => study?.samples[i]?.sample !== sample);

/** What was kept of a file is restored with it, unless a link says what to show. */
async function bringBack(info: FileInfo, hash: string): Promise<void> {
  if (awaitsFiles(info)) return;
  const { fingerprint, earlierFingerprint } = info;
  const waiting = waitingSession.value;
  if (waiting && isOf(waiting, info)) return takeSession(waiting);
  if (waiting) showMessage(`The session is of ${waiting.file.name}, not of this file.`);
  const kept = (await find(fingerprint)) ?? (await find(earlierFingerprint));
  if (!kept || state.info.value?.fingerprint !== fingerprint || isUntouched(kept.session)) return;
  // A link, and a lesson, say themselves what to show.
  if ((hash !== "" && hash !== kept.hash) || state.lessonName.value !== null) return;
  // Files dropped again get the names that their samples were given.
  const source = state.source.value;
  const isUnnamed = source?.kind === "study" && source.files.every(({ sample }) => sample === undefined);
  if (isUnnamed && isRenamed(kept.session, info)) return waitForFiles(kept.session, "the session");
  takeSession(kept.session);
  showMessage("Labels, selection and view of this file were restored.", { title: "Reset", run: resetSession });
}

async function findLast(): Promise<void> {
  try {
    const last = JSON.parse(sessionStorage.getItem(LAST) ?? "null") as { name: string; fingerprint: string } | null;
    if (!last) return;
    const kept = await find(last.fingerprint);
    if (state.phase.value === "first") lastFile.value = { ...last, handle: kept?.handle ?? null };
  } catch {
    // Storage is closed to the page.
  }
}

function setLast(last: { name: string; fingerprint: string } | null): void {
  try {
    if (last) sessionStorage.setItem(LAST, JSON.stringify(last));
    else sessionStorage.removeItem(LAST);
  } catch {
    // As above.
  }
}

/** Keeps what is done with a file on this computer, and brings it back with the file. `hash` is the address's when the page was opened. */
export function startSessions(hash: string): void {
  void findLast();
  let openedFor = "";
  let isSettled = false;
  let timer = 0;
  effect(() => {
    const info = state.info.value;
    const fingerprint = info?.fingerprint ?? "";
    if (fingerprint === openedFor) return;
    openedFor = fingerprint;
    isSettled = false;
    if (!info) return;
    const first = hash;
    hash = "";
    untracked(() => {
      lastFile.value = null;
      setLast(state.source.value?.kind === "file" || state.source.value?.kind === "sample" ? { name: info.name, fingerprint } : null);
      void bringBack(info, first).finally(() => {
        isSettled = true;
      });
    });
  });
  effect(() => {
    const session = currentSession();
    const address = location.hash.replace(/^#/, "");
    if (!session) return;
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      const { fingerprint } = session.file;
      if (!isSettled || state.info.value?.fingerprint !== fingerprint) return;
      const source = state.source.value;
      const own = source?.kind === "file" && handle?.file === source.file ? { handle: handle.handle } : {};
      void keep({ fingerprint, session, hash: address, at: Date.now(), ...own });
    }, REST_MS);
  });
}
