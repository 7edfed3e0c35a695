import type { UsableFile } from "./usable";

/** Files of the species that most cells are of; the others, whose genes are of another, and why they are left out. */
export function sameSpecies(usable: readonly UsableFile[]): { files: UsableFile[]; others: { file: string; why: string }[] } {
  const cells = new Map<string, number>();
  for (const { info } of usable) {
    const { species } = info.geneVerdict;
    if (species !== "unknown") cells.set(species, (cells.get(species) ?? 0) + info.cells);
  }
  const most = [...cells].reduce<[string, number] | null>((best, one) => (best && best[1] >= one[1] ? best : one), null)?.[0];
  const isOther = ({ info: { geneVerdict } }: UsableFile) => geneVerdict.species !== "unknown" && geneVerdict.species !== most;
  return {
    files: usable.filter((one) => !isOther(one)),
    others: usable.filter(isOther).map(({ info }) => ({
      file: info.name,
      why:
        `Its genes are of ${info.geneVerdict.species}, those of the other files of ${most} (${info.geneVerdict.why.replace(/\.$/, "")}): ` +
        "open it by itself.",
    })),
  };
}
