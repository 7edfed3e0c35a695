import type { AnnotationRow, Doubt, LevelCount } from "../../../contract/annotation";
import type { LightColor } from "../../../contract/trust";
import { sign, signsOf, smallSigns, type Measured } from "../groups/suspicion";

/** Genes a cell: red below as in scanpy's tutorials, amber below this share of the file's median. */
const DEPTH = { genes: 200, share: 0.5 };
/** Share of cells called doublets: amber beyond the first, red beyond the second. */
const DOUBLETS = [0.25, 0.5] as const;
/** A group is of few donors where so much of it is of one, while the file has as many as this. */
const ONE_DONOR = { share: 0.9, donors: 3 };

const percent = (part: number) => `${Math.round(100 * part)}%`;

export interface Evidence {
  measured: Measured;
  quality: AnnotationRow["quality"];
  /** Of the whole file. */
  usual: AnnotationRow["quality"];
  donors: LevelCount[] | null;
  /** Donors of the whole file. */
  allDonors: number;
  doublets: AnnotationRow["doublets"];
  /** Models that the label rests on are none: it is of markers alone. */
  isByMarkers: boolean;
}

function depthSign({ detected }: AnnotationRow["quality"], usual: AnnotationRow["quality"]): Doubt[] {
  const says = `low depth: a median of ${Math.round(detected)} genes a cell, ${Math.round(usual.detected)} in the file`;
  if (detected < DEPTH.genes) return [{ kind: "low depth", color: "red", says }];
  return detected < DEPTH.share * usual.detected ? [{ kind: "low depth", color: "amber", says }] : [];
}

function donorSign(donors: LevelCount[] | null, allDonors: number): Doubt[] {
  const [most] = donors ?? [];
  if (!most || !donors || donors.length < 2 || allDonors < ONE_DONOR.donors || most.share < ONE_DONOR.share) return [];
  return [{ kind: "few donors", color: "amber", says: `${percent(most.share)} of its cells are of ${most.level}` }];
}

/** What speaks against a group's name, the gravest first, and its light. */
export function doubtsOf(evidence: Evidence): { color: LightColor; doubts: Doubt[] } {
  const { measured, quality, usual, donors, allDonors, doublets, isByMarkers } = evidence;
  const signs = signsOf(measured).filter(({ kind }) => !isByMarkers || kind === "markers" || kind === "far from training");
  const called = doublets
    ? [sign("doublet-like", doublets.share, DOUBLETS, `${percent(doublets.share)} of its cells look like doublets`)]
    : [];
  const told = [...signs, ...called].filter(({ color }) => color === "red" || color === "amber").sort((a, b) => b.strength - a.strength);
  const small = smallSigns(measured, allDonors).map((one): Doubt => ({ ...one, color: "amber" }));
  const doubts: Doubt[] = [
    ...told.map(({ kind, color, says }): Doubt => ({ kind, color, says })),
    ...depthSign(quality, usual),
    ...small,
    ...donorSign(donors, allDonors),
  ];
  const inOrder = [...doubts.filter(({ color }) => color === "red"), ...doubts.filter(({ color }) => color === "amber")];
  const isChecked = measured.agreement !== null || measured.far !== null || measured.markers !== null;
  return { color: inOrder[0]?.color ?? (isChecked ? "green" : "none"), doubts: inOrder };
}
