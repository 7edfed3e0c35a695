import { computed, effect, signal, untracked } from "@preact/signals";
import { openLink } from "../open/address";
import { fromHash, toHash } from "../share/link";
import { AnalysisError } from "../../contract/errors";
import { fail } from "../engine-client";
import { hiddenByLesson, site } from "../site/state";
import * as state from "../store";
import { applyView } from "../share/view-link";
import { parseLesson, type Lesson } from "./parse";

/** The lesson open, read; null while none is, or it is on its way. */
export const lesson = signal<Lesson | null>(null);
export const step = computed(() => lesson.value?.steps[state.lessonAt.value - 1] ?? null);

/** A lesson's name in links: its file's, without the ending. */
export const nameOf = (url: string) => url.replace(/^.*\//, "").replace(/\.md$/i, "");

/** Shows a step of the lesson that is open: its view, and its data. */
export function goTo(at: number): void {
  const now = lesson.value;
  const name = state.lessonName.value;
  const wanted = now?.steps[at - 1];
  if (!now || !name || !wanted) return;
  applyView({ ...fromHash(wanted.view), lesson: name, at });
  openData(now);
}

function openData({ data }: Lesson): void {
  const source = state.source.value;
  const url = new URL(data, document.baseURI).href;
  if (source?.kind !== "url" || source.url !== url) openLink(data, true);
}

/** Opens a lesson at its first step. */
export function openLesson(name: string): void {
  history.pushState(null, "", `${location.pathname}${location.search}#${toHash({ lesson: name })}`);
  state.choose({ lesson: name, lessonAt: 1 });
}

/** Back to the page as it is; data and view stay. */
export function closeLesson(): void {
  state.choose({ lesson: null });
}

/** Fetches the lesson that is asked for, and shows its step where the address says no more than its name. */
export function startLessons(): void {
  let fetched = "";
  effect(() => {
    const name = state.lessonName.value;
    const all = site.value;
    if (name === null) {
      fetched = "";
      lesson.value = null;
      hiddenByLesson.value = [];
      return;
    }
    if (!all || fetched === name) return;
    fetched = name;
    const found = all.lessons?.find(({ url }) => nameOf(url) === name);
    const isBare = untracked(() => toHash({ ...fromHash(location.hash), at: 1 }) === toHash({ lesson: name, at: 1 }));
    void read(found?.url ?? null, name).then(
      (loaded) => {
        if (state.lessonName.value !== name) return;
        lesson.value = loaded;
        hiddenByLesson.value = loaded.hide;
        if (isBare) goTo(state.lessonAt.value);
        else openData(loaded);
      },
      (error) => {
        state.choose({ lesson: null });
        fail(error);
      },
    );
  });
}

async function read(url: string | null, name: string): Promise<Lesson> {
  const response = url === null ? null : await fetch(`./${url}`);
  if (!response?.ok) throw new AnalysisError("bad-input", `This page has no lesson named ${name}.`);
  return parseLesson(await response.text(), url!);
}
