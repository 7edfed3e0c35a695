import { batch, effect } from "@preact/signals";
import { fromHash, toHash, type View } from "./link";
import * as state from "./state";

function apply(view: View): void {
  batch(() => {
    if (view.step) state.step.value = view.step;
    if (view.model === "file") state.byFile.value = true;
    else if (view.model) state.modelChoice.value = view.model;
    if (view.head) state.head.value = view.head;
    if (view.color) state.colorBy.value = view.color;
    if (view.layout) state.layout.value = view.layout;
    if (view.theme) state.theme.value = view.theme;
    if (view.backend) state.backend.value = view.backend;
  });
}

function current(): View {
  const model = state.byFile.value ? "file" : state.modelChoice.value;
  return {
    ...(state.phase.value === "first" ? {} : { step: state.step.value }),
    ...(model ? { model } : {}),
    ...(state.head.value === "cell_type" ? {} : { head: state.head.value }),
    color: state.colorBy.value,
    ...(state.layout.value ? { layout: state.layout.value } : {}),
    ...(state.theme.value ? { theme: state.theme.value } : {}),
    ...(state.backend.value === "auto" ? {} : { backend: state.backend.value }),
  };
}

/** Reads the hash into the state now and when it is edited, and writes the state back into it. */
export function startViewLink(): void {
  apply(fromHash(location.hash));
  addEventListener("hashchange", () => apply(fromHash(location.hash)));
  effect(() => {
    const hash = toHash(current());
    if (hash !== location.hash.replace(/^#/, "")) history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
  });
}

/** The window is named after the file that is open. */
export function startTitle(): void {
  effect(() => {
    const name = state.info.value?.name;
    document.title = name ? `${name} · Phenolens` : "Phenolens";
  });
}
