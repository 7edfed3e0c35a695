import { batch, signal } from "@preact/signals";
import { STEPS } from "../share/link";
import { clearSelection } from "../features/map/selection";
import * as state from "../store";
import { toggleTheme } from "./theme";

/** The glossary and the keys are shown. */
export const isHelpOpen = signal(false);

export interface Shortcut {
  keys: string[];
  does: string;
  /** Runs anywhere but in a field. Absent: the map's own, while it has the focus. */
  run?(): void;
}

const click = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();
const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus();

export const SHORTCUTS: Shortcut[] = [
  ...STEPS.map((step, i): Shortcut => ({
    keys: [String(i + 1)],
    does: `go to ${step[0]!.toUpperCase()}${step.slice(1)}`,
    run: () => state.choose({ step }),
  })),
  { keys: ["m"], does: "focus the map", run: () => focus(".stage canvas") },
  { keys: ["l"], does: "lasso on or off", run: () => click(".map .bar .btn[aria-pressed]") },
  { keys: ["c"], does: "choose what the cells are coloured by", run: () => focus(".map .bar select") },
  { keys: ["t"], does: "light or dark theme", run: toggleTheme },
  {
    keys: ["Escape"],
    does: "clear the selection",
    run: () => {
      if (!isHelpOpen.value) clearSelection();
    },
  },
  {
    keys: ["?"],
    does: "show or hide this help",
    run: () => {
      isHelpOpen.value = !isHelpOpen.value;
    },
  },
  { keys: ["←", "↑", "→", "↓"], does: "move the map" },
  { keys: ["Shift+←", "Enter"], does: "with the lasso on: arrows move a frame, with Shift they size it, Enter selects" },
  { keys: ["+", "-", "0"], does: "zoom in, zoom out, show all cells" },
  { keys: ["Enter"], does: "show the cell in the middle of the map" },
  { keys: ["Ctrl+Z", "Ctrl+Shift+Z"], does: "undo and redo in Annotate" },
];

export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Listens for the keys; once, when the page starts. */
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
