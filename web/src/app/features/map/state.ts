import { computed, signal } from "@preact/signals";
import { ownTable } from "../../../plots/own-colors";
import { rampTable, slotTable } from "../../../plots/palette";
import type { Scene } from "../../../plots/scatter/painter";
import type { QualityMetric } from "../../../contract/survey";
import { DARK, LIGHT } from "../../../plots/style";
import { byColumn, byDivergingValue, byPrediction, byValue, type Coloring } from "./coloring";
import { consensus } from "../predict/consensus-state";
import { currentVote } from "../predict/vote-state";
import type { ColorBy } from "../../share/link";
import * as state from "../../store";
import * as survey from "../survey/state";
import { annotationColoring } from "../annotate/coloring";
import { agreement } from "../trust/state";
import { attributions } from "../why/state";
import { headTitle } from "../../ui/words";

/** The class of the legend the pointer or focus is on; the map dims the others. */
export const highlighted = signal<number | null>(null);

/** Cells that a card points at; the map dims the others. */
export const lit = signal<Uint32Array<ArrayBuffer> | null>(null);

const cellValues = signal<{ title: string; values: Float32Array; isShare?: boolean } | null>(null);
/** Colours the map by values per cell that a card has at hand. */
export function showValues(shown: { title: string; values: Float32Array; isShare?: boolean }): void {
  cellValues.value = shown;
  state.choose({ colorBy: { kind: "values", name: shown.title } });
}

state.forgetWith("results", () => {
  cellValues.value = null;
  const { kind } = state.colorBy.value;
  if (kind === "agreement" || kind === "consensus" || kind === "values") state.choose({ colorBy: { kind: "prediction" } });
});

export const QUALITY_TITLES: Record<QualityMetric, string> = {
  totals: "Counts per cell",
  detected: "Genes detected",
  mitochondrial: "Mitochondrial fraction",
  ribosomal: "Ribosomal fraction",
  top50: "Fraction in top 50 genes",
};

function fileColoring(name: string): Coloring | null {
  const column = state.columns.value.get(name);
  const evaluation = state.evaluations.value.get(state.head.value);
  if (!column) return null;
  const isLabels = name === state.labelColumn.value;
  const book = state.colorBook(isLabels ? state.head.value : `column ${name}`);
  return byColumn(book, name, column, evaluation?.column === name ? evaluation.matches : [], state.activeHead.value);
}

function modelColoring(what: "prediction" | "entropy", cells: number): Coloring | null {
  const scores = state.activeScores.value;
  const head = state.activeHead.value;
  if (!scores || !head) return null;
  const vote = what === "prediction" ? currentVote()?.found : null;
  if (vote) {
    const { labels, codes } = vote;
    return byColumn(state.colorBook(head.phenotype), "Majority voting", {
      name: "majority_voting",
      kind: "category",
      codes,
      categories: labels,
    });
  }
  if (what === "prediction")
    return byPrediction(state.colorBook(head.phenotype), `Predicted ${headTitle(head.phenotype).toLowerCase()}`, cells, scores, head);
  const most = Math.log(Math.max(head.classes.length, 2));
  const entropy = (i: number) => (i < scores.cells && scores.top[i * scores.k] !== 65535 ? scores.entropy[i] / most : Number.NaN);
  return byValue(`Entropy of ${headTitle(head.phenotype).toLowerCase()}`, cells, entropy, { from: 0 });
}

/** Where two models agree; with labels, which of them is right. */
function agreementColoring(): Coloring | null {
  const now = agreement.value;
  if (!now) return null;
  const name = (model: string) => {
    const info = state.modelByName.value.get(model);
    return info ? state.modelLabel(info) : model;
  };
  const [first, second] = now.models.map(name);
  const categories = now.hasLabels
    ? ["both correct", `only ${first} correct`, `only ${second} correct`, "neither correct"]
    : ["same prediction", "", "", "different predictions"];
  const codes = Int32Array.from(now.codes, (code) => (code === 255 ? -1 : code));
  const book = state.colorBook("agreement");
  book.add([2, 0, 1, 3].map((code) => categories[code]));
  return byColumn(book, `${first} and ${second}`, { name: "agreement", kind: "category", codes, categories });
}

/** What the models agree on. */
function consensusColoring(): Coloring | null {
  const found = consensus.value;
  if (!found) return null;
  const { terms, codes } = found;
  const categories = terms.map(({ name }) => name);
  return byColumn(state.colorBook("cell_type"), "Consensus of the models", { name: "consensus", kind: "category", codes, categories });
}

/** The survey's clusters, and which cells its limits leave. */
function surveyColoring(what: "clusters" | "limits"): Coloring | null {
  if (what === "clusters") {
    const found = survey.clusters.value;
    const book = state.colorBook("clusters");
    book.add(found?.sizes.map((_, i) => String(i)) ?? []);
    return (
      found &&
      byColumn(book, "Cluster", { name: "cluster", kind: "category", codes: found.codes, categories: found.sizes.map((_, i) => String(i)) })
    );
  }
  const mask = survey.mask.value?.mask;
  const book = state.colorBook("limits");
  book.add(["within limits", "", "", "outside limits"]);
  return mask
    ? byColumn(book, "Quality", {
        name: "limits",
        kind: "category",
        codes: Int32Array.from(mask, (kept) => (kept ? 0 : 3)),
        categories: ["within limits", "", "", "outside limits"],
      })
    : null;
}

/** Slots of a column's labels, or of the clusters, as on the map. */
export function slotsOf(by: string): ReadonlyMap<string, number> {
  const now = by === "clusters" ? surveyColoring("clusters") : fileColoring(by);
  return new Map(now?.kind === "classes" ? now.classes.map(({ label, slot }) => [label, slot]) : []);
}

/** The colour chosen; predictions where the clusters are gone, and where no model fits, the file's labels or its counts. */
export const shownColor = computed<ColorBy>(() => {
  const wanted = state.colorBy.value;
  const color: ColorBy = wanted.kind === "clusters" && !survey.clusters.value ? { kind: "prediction" } : wanted;
  const isOfModel = color.kind === "prediction" || color.kind === "entropy";
  if (!isOfModel || state.usableModels.value.length > 0 || !state.info.value) return color;
  return state.labelColumn.value ? { kind: "column", name: state.labelColumn.value } : { kind: "quality", name: "totals" };
});

/** How the cells are coloured now; null while what it needs is on its way. */
export const coloring = computed<Coloring | null>(() => {
  const info = state.info.value;
  if (!info) return null;
  void state.colorEpoch.value;
  const color = shownColor.value;
  switch (color.kind) {
    case "prediction":
      return state.byFile.value ? fileColoring(state.labelColumn.value) : modelColoring("prediction", info.cells);
    case "entropy":
      return modelColoring("entropy", info.cells);
    case "agreement":
      return agreementColoring();
    case "consensus":
      return consensusColoring();
    case "annotation":
      return annotationColoring();
    case "clusters":
    case "limits":
      return surveyColoring(color.kind);
    case "column":
      return fileColoring(color.name);
    case "gene": {
      const values = state.genes.value.get(color.name);
      return values ? byValue(color.name, info.cells, (i) => values[i], { from: 0, isGene: true }) : null;
    }
    case "values": {
      const now = cellValues.value;
      return now ? byValue(now.title, info.cells, (i) => now.values[i], now.isShare ? { isShare: true } : {}) : null;
    }
    case "attribution": {
      const values = attributions.value.get(color.name);
      return values ? byDivergingValue(color.name, info.cells, (i) => values[i]) : null;
    }
    case "quality": {
      const { name } = color;
      const values = name === "ribosomal" || name === "top50" ? survey.qualityValues.value.get(name) : state.quality.value?.[name];
      return values
        ? byValue(QUALITY_TITLES[name], info.cells, (i) => values[i], { isShare: name !== "totals" && name !== "detected" })
        : null;
    }
  }
});

/** Cells kept in front: the legend's class, else those that a card points at, else the selection. */
const bright = computed<Uint8Array | null>(() => {
  const now = coloring.value;
  const chosen = lit.value ?? state.selection.value;
  const cells = state.info.value?.cells ?? 0;
  if (now?.kind === "classes" && highlighted.value !== null) {
    const mask = new Uint8Array(cells);
    for (let i = 0; i < cells; i++) if (now.classOf[i] === highlighted.value) mask[i] = 1;
    return mask;
  }
  if (!chosen) return null;
  const mask = new Uint8Array(cells);
  for (const cell of chosen) mask[cell] = 1;
  return mask;
});

const noCodes = computed(() => new Uint8Array(state.info.value?.cells ?? 0).fill(255));

/** What the map draws now; null until there are positions. */
export const scene = computed<Scene | null>(() => {
  const places = state.positions.value;
  if (!places) return null;
  const dark = state.isDark.value;
  const now = coloring.value;
  return {
    xy: places.xy,
    codes: now?.codes ?? noCodes.value,
    table:
      now?.kind === "values" || !now
        ? rampTable(dark, now?.kind === "values" && now.isDiverging)
        : now.own
          ? ownTable(now.own, dark)
          : slotTable(dark),
    bright: bright.value,
    isRanked: now?.kind === "values",
    background: (dark ? DARK : LIGHT).card,
  };
});

/** What cells without a class or value are, in the legend. */
export const missingWord = (): string =>
  shownColor.value.kind === "column" || shownColor.value.kind === "annotation" || state.byFile.value
    ? "no label"
    : state.isRunning.value
      ? "not read yet"
      : "not read or not predicted";

/** The cells of a class of the legend. */
export function cellsOfClass(index: number): Uint32Array<ArrayBuffer> {
  const now = coloring.value;
  if (now?.kind !== "classes") return new Uint32Array();
  const found: number[] = [];
  for (let i = 0; i < now.classOf.length; i++) if (now.classOf[i] === index) found.push(i);
  return Uint32Array.from(found);
}
