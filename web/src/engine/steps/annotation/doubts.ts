import type { AnnotationRow, Doubt, LevelCount } from "../../../contract/annotation";
import type { LightColor } from "../../../contract/trust";
import { sign, signsOf, smallSigns, type Measured, type Sign } from "../groups/suspicion";

/** Genes a cell: red below as in scanpy's tutorials, amber below this share of the file's median. */
const DEPTH = { genes: 200, share: 0.5 };
/** Share of cells called doublets: amber beyond the first, red beyond the second. */
const DOUBLETS = [0.25, 0.5] as const;
/** Share of cells of files that no model behind the name reads: amber beyond the first, red beyond the second. */
const UNREAD = [0.2, 0.5] as const;
/** A group is of few donors where so much of it is of one, while the file has as many as this. */
const ONE_DONOR = { share: 0.9, donors: 3 };

const percent = (part: number) => `${Math.round(100 * part)}%`;

export interface Evidence {
  measured: Measured;
  /** Share of the cells that the models behind the name read. */
  read: number;
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

function readSign(read: number, cells: number): Sign[] {
  if (read === 1) return [];
  const count = Math.round(read * cells);
  const says =
    count === 0 ? "no model reads its cells" : `named by ${count} of its ${cells} cells: models do not read the files of the others`;
  return [sign("not read", 1 - read, UNREAD, says)];
}

/** What speaks against a group's name, the gravest first, and its light. */
export function doubtsOf(evidence: Evidence): { color: LightColor; doubts: Doubt[] } {
  const { measured, read, quality, usual, donors, allDonors, doublets, isByMarkers } = evidence;
  const own = signsOf(measured).filter(({ kind }) => !isByMarkers || kind === "markers" || kind === "far from training");
  // Of cells that none reads there is no share with a label.
  const signs = [...readSign(read, measured.cells), ...own.filter(({ kind }) => read > 0 || kind !== "mixed")];
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
