import type { DoubtKind } from "../../../contract/annotation";
import type { GroupRow, MarkerHits, Rather } from "../../../contract/groups";
import type { LightColor } from "../../../contract/trust";

/**
 * Limits of a group's signs: amber beyond the first, red beyond the second. Markers: of 50 groups with known types, nine in ten had
 * a third of their type's markers among their top genes; of the other types' lists nine in ten had under a tenth there.
 */
const LIMITS = {
  mixed: [0.2, 0.5],
  differ: [0.2, 0.5],
  far: [0.3, 0.5],
  unsure: [0.5, 0.8],
  missing: [0.75, 0.9],
} as const;
/** A class's markers are read where so many of them are measured. */
export const FEWEST_MARKERS = 5;
/** By so much more of its markers must another class's be there than the label's. */
const RATHER = 0.3;
/** Or so many of its markers be there, and so many more than nine in ten sets of cells of the label have. */
const SURPRISE = { share: 0.6, above: 0.5 };
/** Cells under which a group is said to be small. */
const SMALL = 20;
/** Genes named in a sentence. */
const NAMED = 4;

const percent = (part: number) => `${Math.round(100 * part)}%`;
export const shareOf = ({ found, missing }: MarkerHits) => found.length / Math.max(1, found.length + missing.length);

/** Another class's markers among a group's top genes, and the share of them to be expected in cells of the label; null where not known. */
export interface Rival {
  hits: MarkerHits;
  expected: number | null;
}

/** The class whose markers a group's top genes fit clearly better than its label's, or that are there against expectation. */
export function ratherOf(own: MarkerHits | null, rivals: readonly Rival[]): Rather | null {
  if (!own) return null;
  const least = shareOf(own);
  const surprise = ({ hits, expected }: Rival) => shareOf(hits) - (expected ?? least);
  const clear = rivals.filter((one) => {
    const share = shareOf(one.hits);
    return share - least >= RATHER || (one.expected !== null && share >= SURPRISE.share && surprise(one) >= SURPRISE.above);
  });
  const [best] = clear.sort((a, b) => surprise(b) - surprise(a));
  return best ? { ...best.hits, surprise: surprise(best) } : null;
}

export type Measured = Omit<GroupRow, "suspicion" | "color" | "reasons">;
/** What speaks for or against a label: `strength` 0 to 1. */
export type Sign = { kind: DoubtKind; strength: number; color: LightColor; says: string };

export function sign(kind: DoubtKind, value: number, [amber, red]: readonly [number, number], says: string, strength = value): Sign {
  return { kind, strength, color: value > red ? "red" : value > amber ? "amber" : "green", says };
}

const genes = (names: readonly string[]) => `${names.slice(0, NAMED).join(", ")}${names.length > NAMED ? ", ..." : ""}`;

function markerSigns({ label, markers, rather, topGenes }: Measured): Sign[] {
  const signs: Sign[] = [];
  if (markers) {
    const { found, missing } = markers;
    const share = shareOf(markers);
    const known = found.length + missing.length;
    const says =
      found.length === 0
        ? `none of the ${known} known markers of ${label} is among its top genes (${genes(topGenes)})`
        : `only ${found.length} of ${known} known markers of ${label} ${found.length === 1 ? "is" : "are"} among its top genes`;
    // Half of a list is as many as groups of the right type have.
    signs.push(sign("markers", 1 - share, LIMITS.missing, says, Math.max(0, 1 - 2 * share)));
  }
  if (rather && markers) {
    const total = rather.found.length + rather.missing.length;
    signs.push({
      kind: "markers",
      strength: rather.surprise,
      color: "amber",
      says: `its top genes are rather those of ${rather.label} (${rather.found.length} of ${total} markers: ${genes(rather.found)})`,
    });
  }
  return signs;
}

/** Every sign that can be read of a group's label. */
export function signsOf(row: Measured): Sign[] {
  const { share, probability, agreement, far } = row;
  const alike = agreement === null ? "" : `other models agree on ${percent(agreement)} of its cells`;
  return [
    sign("mixed", 1 - share, LIMITS.mixed, `mixed: ${percent(share)} of its cells have this label`),
    ...(Number.isNaN(probability)
      ? []
      : [sign("unsure", 1 - probability, LIMITS.unsure, `mean probability ${probability.toFixed(2).replace(/^0/, "")}`)]),
    ...(agreement === null ? [] : [sign("models disagree", 1 - agreement, LIMITS.differ, alike)]),
    ...(far === null
      ? []
      : [
          sign(
            "far from training",
            far,
            LIMITS.far,
            `${percent(far)} of its cells are unlike the training cells`,
            Math.max(0, (far - 0.05) / 0.95),
          ),
        ]),
    ...markerSigns(row),
  ];
}

/** What is said of groups of few cells and of few donors; `donors` of the whole file. */
export function smallSigns({ cells, donors: own }: Pick<Measured, "cells" | "donors">, donors: number): Omit<Sign, "strength">[] {
  const signs: Omit<Sign, "strength">[] = [];
  if (cells < SMALL) signs.push({ kind: "few cells", color: "none", says: `${cells} ${cells === 1 ? "cell" : "cells"} only` });
  if (own === 1 && donors > 2 && cells >= SMALL)
    signs.push({ kind: "few donors", color: "none", says: `all of one donor, of ${donors} in the file` });
  return signs;
}

/** How suspicious a group's label is, its colour and the reasons in words; `donors` of the whole file. */
export function judgedGroup(row: Measured, donors: number): GroupRow {
  const signs = signsOf(row);
  const told = signs.filter(({ color }) => color === "red" || color === "amber");
  const isRed = told.some(({ color }) => color === "red");
  // What a model says of itself is no check of it.
  const isChecked = row.agreement !== null || row.far !== null || row.markers !== null;
  const reasons = told.sort((a, b) => b.strength - a.strength).map(({ says }) => says);
  return {
    ...row,
    suspicion: 1 - signs.reduce((left, { strength }) => left * (1 - Math.min(1, Math.max(0, strength))), 1),
    color: isRed ? "red" : told.length > 0 ? "amber" : isChecked ? "green" : "none",
    reasons: [...reasons, ...smallSigns(row, donors).map(({ says }) => says)],
  };
}
