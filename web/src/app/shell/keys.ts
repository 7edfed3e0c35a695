import { batch, signal } from "@preact/signals";
import { STEPS } from "../share/link";
import * as state from "../store";
import { toggleTheme } from "./theme";

/** The glossary and the keys are shown. */
export const isHelpOpen = signal(false);

export interface Shortcut {
  keys: string[];
  does: string;
  /** Pressed anywhere but in a field. Absent: the map's own, while it has the focus. */
  run?(): void;
}

const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

export const SHORTCUTS: Shortcut[] = [
  ...STEPS.map((step, i): Shortcut => ({
    keys: [String(i + 1)],
    does: `go to ${step[0]!.toUpperCase()}${step.slice(1)}`,
    run: () => {
      state.step.value = step;
    },
  })),
  { keys: ["m"], does: "focus the map", run: () => focus(".stage canvas") },
  { keys: ["l"], does: "draw a lasso, or stop", run: () => press(".map .bar .btn[aria-pressed]") },
  { keys: ["c"], does: "choose what colours the cells", run: () => focus(".map .bar select") },
  { keys: ["t"], does: "light or dark", run: toggleTheme },
  {
    keys: ["Escape"],
    does: "let the selection go",
    run: () => {
      if (!isHelpOpen.value) state.selection.value = null;
    },
  },
  {
    keys: ["?"],
    does: "this list and the glossary",
    run: () => {
      isHelpOpen.value = !isHelpOpen.value;
    },
  },
  { keys: ["←", "↑", "→", "↓"], does: "move the map" },
  { keys: ["+", "-", "0"], does: "zoom the map in, out, show all" },
  { keys: ["Enter"], does: "ask about the cell in the map's middle" },
];

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Listens for the keys. Once, when the page starts. */
export function startKeys(): void {
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
    if (event.key !== "?" && state.phase.value !== "open") return;
    const found = SHORTCUTS.find(({ keys, run }) => run && keys.includes(event.key));
    if (!found) return;
    if (event.key !== "Escape") event.preventDefault();
    batch(() => found.run!());
  });
}
