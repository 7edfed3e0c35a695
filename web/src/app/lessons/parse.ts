import { AnalysisError } from "../../contract/errors";
import { partsOf } from "../site/parts";
import type { Part } from "../site/site-file";

/** Words of a paragraph: plain, or with a look. Links lead to a view (`#...`) or to an https address. */
export type Span = { kind: "text" | "bold" | "italic" | "code"; text: string } | { kind: "link"; text: string; to: string };
export type Block =
  | { kind: "paragraph" | "try"; spans: Span[] }
  | { kind: "list"; items: Span[][] }
  /** A question whose answer is opened. */
  | { kind: "question"; question: Span[]; answer: Span[] };

export interface LessonStep {
  title: string;
  /** The view shown beside it, as a link's hash; what it does not say is the default. */
  view: string;
  blocks: Block[];
}

export interface Lesson {
  title: string;
  minutes: number;
  /** Path or address of the data it is about. */
  data: string;
  hide: Part[];
  steps: LessonStep[];
}

const INLINE = /\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`|\[([^\]]+)\]\(([^)\s]+)\)/g;

/** The looks of a paragraph's words: bold, italic, code and links, not nested. */
export function spansOf(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const match of text.matchAll(INLINE)) {
    if (match.index > at) spans.push({ kind: "text", text: text.slice(at, match.index) });
    at = match.index + match[0].length;
    const [whole, bold, italic, code, words, to] = match;
    if (bold !== undefined) spans.push({ kind: "bold", text: bold });
    else if (italic !== undefined) spans.push({ kind: "italic", text: italic });
    else if (code !== undefined) spans.push({ kind: "code", text: code });
    // An address of any other kind is shown as it was written.
    else if (/^(#|https:\/\/)/.test(to!)) spans.push({ kind: "link", text: words!, to: to! });
    else spans.push({ kind: "text", text: whole });
  }
  if (at < text.length) spans.push({ kind: "text", text: text.slice(at) });
  return spans;
}

/** One block of lines that belong together. */
function blockOf(lines: string[]): Block {
  const text = lines.map((line) => line.replace(/^(>|\?)\s?/, "")).join(" ");
  if (lines[0]!.startsWith("? ")) {
    const [question, answer = ""] = text.split(/\s*=>\s*/, 2);
    return { kind: "question", question: spansOf(question!), answer: spansOf(answer) };
  }
  if (lines[0]!.startsWith(">")) return { kind: "try", spans: spansOf(text) };
  if (lines[0]!.startsWith("- ")) {
    const items: string[] = [];
    for (const line of lines) {
      if (line.startsWith("- ")) items.push(line.slice(2));
      else items[items.length - 1] += ` ${line.trim()}`;
    }
    return { kind: "list", items: items.map(spansOf) };
  }
  return { kind: "paragraph", spans: spansOf(text) };
}

/**
 * Reads a lesson: `# Title`, lines `minutes: 8`, `data: demo/demo.h5ad` and `hide: rail, train`, then steps `## Title`,
 * each with `[view](#step=...)` on its first line. `> ` asks to try something, `? question => answer` opens its answer.
 * Throws a sentence that names the line.
 */
export function parseLesson(text: string, name = "The lesson"): Lesson {
  const bad = (words: string, line?: number) =>
    new AnalysisError("bad-input", `${name}${line === undefined ? "" : `, line ${line + 1},`} ${words}`);
  const lesson: Lesson = { title: "", minutes: 0, data: "", hide: [], steps: [] };
  let step: LessonStep | null = null;
  let gathered: string[] = [];
  const close = () => {
    if (gathered.length > 0) step?.blocks.push(blockOf(gathered));
    gathered = [];
  };
  for (const [i, raw] of text.replaceAll("\r", "").split("\n").entries()) {
    const line = raw.trimEnd();
    if (line.startsWith("## ")) {
      close();
      step = { title: line.slice(3).trim(), view: "", blocks: [] };
      lesson.steps.push(step);
    } else if (line.startsWith("# ")) lesson.title = line.slice(2).trim();
    else if (!step) {
      if (line === "") continue;
      const [, key, value] = /^(\w+):\s*(.+)$/.exec(line) ?? [];
      if (key === "minutes" && Number(value) > 0) lesson.minutes = Number(value);
      else if (key === "data") lesson.data = value!;
      else if (key === "hide") lesson.hide = partsOf(value!);
      else throw bad("has a line other than minutes, data or hide before its first step (## Title).", i);
    } else if (line === "") close();
    else {
      const view = /^\[view\]\(#(\S*)\)$/.exec(line)?.[1];
      if (view !== undefined) {
        if (step.blocks.length > 0 || gathered.length > 0) throw bad("has a [view](#...) that is not the first line of its step.", i);
        step.view = view;
      } else gathered.push(line);
    }
  }
  close();
  if (!lesson.title) throw bad("has no title: start it with # Title.");
  if (!lesson.data) throw bad("does not name its data: add a line such as data: demo/demo.h5ad before its first step.");
  if (lesson.steps.length === 0) throw bad("has no steps: each starts with ## Title.");
  return lesson;
}
