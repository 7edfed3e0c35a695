import { computed, signal } from "@preact/signals";
import { guessDonors } from "../../../contract/donor-columns";
import { MEANS_NONE, PRESETS, type Recipe, type TrainedHead, type TrainReport } from "../../../contract/training";
import { guessColumn } from "../../../contract/guess-column";
import * as state from "../../store";

/** The training panel is shown in place of the predictions. */
export const isOpen = signal(false);

/* What the user chose; null where the page's guess stands. */
export const column = signal<string | null>(null);
export const donors = signal<string | null>(null);
export const preset = signal(PRESETS[0].name);
/** What was changed of the preset's recipe. */
export const changed = signal<Partial<Recipe>>({});
export const title = signal("");
/** Labels that the user switched from ignored to included, or back. */
export const switched = signal<ReadonlySet<string>>(new Set());
/** Samples of several files that are not trained on, by their names. */
export const samplesLeftOut = signal<ReadonlySet<string>>(new Set());
export const isThorough = signal(true);
export const keepsCells = signal(true);

/** A head's score, which is there before the rest of the report. */
export const early = signal<TrainedHead | null>(null);
export const report = signal<TrainReport | null>(null);

export const recipe = computed<Recipe>(() => ({ ...PRESETS.find(({ name }) => name === preset.value)!.recipe, ...changed.value }));

/** Columns that can hold labels, and those that can hold donors. */
export const labelColumns = computed(
  () => state.info.value?.columns.filter(({ kind, categories }) => kind !== "number" && kind !== "boolean" && categories !== 1) ?? [],
);
export const donorColumns = computed(() => state.info.value?.columns.filter(({ categories }) => categories !== 1) ?? []);

export const labelColumn = computed(
  () => column.value ?? (guessColumn("cell_type", labelColumns.value) || labelColumns.value[0]?.name || ""),
);
export const donorColumn = computed(
  () =>
    donors.value ??
    guessDonors(
      donorColumns.value.filter(({ name }) => name !== labelColumn.value),
      ["batch", "replicate", "mouse"],
    ),
);
export const modelTitle = computed(
  () => title.value.trim() || (state.info.value ? `${state.info.value.name.replace(/\.[^.]*$/, "")} ${labelColumn.value}` : "My model"),
);

/** Labels that are not trained on: those that mean "none", but for what was chosen manually. */
export const ignoredLabels = computed(() => {
  const loaded = state.columns.value.get(labelColumn.value);
  const words = loaded && loaded.kind !== "number" ? loaded.categories : [];
  return words.filter((word) => MEANS_NONE.test(word.trim()) !== switched.value.has(word));
});

/** Those of them that the study still has. */
export const withoutSamples = computed(
  () => state.info.value?.study?.samples.map(({ sample }) => sample).filter((name) => samplesLeftOut.value.has(name)) ?? [],
);

/** Forgets what was of the file that was open; models that were trained stay. */
export function forget(): void {
  // Another file opens on what is predicted for it.
  isOpen.value = false;
  column.value = null;
  donors.value = null;
  switched.value = new Set();
  samplesLeftOut.value = new Set();
  title.value = "";
  early.value = null;
  report.value = null;
}

/** A name as model folders have it. */
export function nameOf(words: string): string {
  return (
    words
      .toLowerCase()
      .replaceAll(/[^a-z0-9._-]+/g, "-")
      .replaceAll(/^[^a-z0-9]+|-+$/g, "")
      .slice(0, 80) || "my-model"
  );
}
