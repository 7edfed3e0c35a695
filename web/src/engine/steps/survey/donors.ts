import type { DonorSides, DonorTests } from "../../../../../wasm/bind/phenolens_core";
import type { MarkerGroup } from "../../../contract/survey";
import { unwrap } from "../../base/core";
import { donorsOf } from "../../file/donors";
import { gather, type SurveyJob } from "./gather";
import type { DonorSums, KeptGroups } from "./state";

/** Samples (donors' cells of a group) times genes: a double is kept of each, in every lane. */
const MOST_SUMS = 6e7;

/**
 * One pass that sums counts by donor and group; the caller deletes the sums. Where there are no donors, or too many to sum over, a
 * sentence that says so.
 */
export async function donorSums(job: SurveyJob, { by, names, codes }: KeptGroups, column: string): Promise<DonorSums | string> {
  const { file, matrix } = job;
  const { codes: donorCodes, categories } = await donorsOf(file, column);
  const known = new Map<number, number>();
  let without = 0;
  const samples = codes.map((group, cell) => {
    if (group < 0) return -1;
    const donor = donorCodes[cell]!;
    if (donor < 0) {
      without++;
      return -1;
    }
    const key = donor * names.length + group;
    let sample = known.get(key);
    if (sample === undefined) known.set(key, (sample = known.size));
    return sample;
  });
  if (known.size === 0) return `No cell with a group by ${by} has a donor in ${column}.`;
  const { genes } = file.matrixInfo(matrix);
  if (known.size * genes > MOST_SUMS)
    return (
      `${categories.length.toLocaleString("en")} donors of ${column} in ${names.length.toLocaleString("en")} groups are more sums of ` +
      `${genes.toLocaleString("en")} genes than fit in memory: choose a column of fewer donors or groups.`
    );
  const keys = [...known.keys()];
  const donors = Int32Array.from(keys, (key) => Math.floor(key / names.length));
  const sums = await gather({ ...job, mask: null }, { of: "pseudobulk", genes, samples: known.size }, { step: "donors", groups: samples });
  return { column, count: new Set(donors).size, without, sums, groups: Int32Array.from(keys, (key) => key % names.length), donors };
}

const asked = ({ groups, donors }: DonorSums, group: number) => ({ group, groups, donors });

export const donorTests = (kept: DonorSums, group: number): DonorTests => unwrap(kept.sums.donor_tests(asked(kept, group)));

const donorsWord = (n: number) => `${n} ${n === 1 ? "donor" : "donors"}`;

/** Why donors are too few, as the end of a sentence. */
function whyNot({ own, rest }: DonorSides): string {
  return `${donorsWord(own)} with ten cells in the group, ${rest} with ten in the rest; both need three`;
}

/** How a group is compared over donors. */
export function donorDesign(kept: DonorSums | null, group: number): Pick<MarkerGroup, "design" | "whyNot" | "donors" | "donorsRest"> {
  if (!kept) return { design: null, whyNot: null, donors: 0, donorsRest: 0 };
  const sides = unwrap(kept.sums.donor_sides(asked(kept, group)));
  const counts = { donors: sides.own, donorsRest: sides.rest };
  return sides.design === "none"
    ? { design: null, whyNot: whyNot(sides), ...counts }
    : {
        design: sides.design,
        whyNot: null,
        ...counts,
        ...(sides.design === "paired" ? { donors: sides.both, donorsRest: sides.both } : {}),
      };
}

/** What p and q values of the markers are of, a sentence each. */
export function donorNotes(kept: DonorSums | string | null, groups: readonly MarkerGroup[]): string[] {
  const overCells = "p and q are over cells: they describe these cells, not patients.";
  if (kept === null) return [`${overCells} Tests over donors need a column that names them.`];
  if (typeof kept === "string") return [overCells, kept];
  const tested = groups.filter(({ design }) => design);
  const others = groups.filter(({ design }) => !design);
  const notes: string[] = [];
  if (tested.length > 0) {
    const paired = tested.filter(({ design }) => design === "paired").length;
    const how = [
      ...(paired > 0 ? [`within donors for ${paired} of ${groups.length} groups`] : []),
      ...(tested.length > paired ? [`between donors for ${tested.length - paired}`] : []),
    ];
    notes.push(
      `Donors (${kept.column}, ${kept.count}) are the units: moderated t (limma-trend) of counts summed over each donor's cells, ` +
        `${how.join(", ")}.`,
    );
  }
  if (others.length > 0)
    notes.push(
      `Not tested over donors, so that p and q are over cells and describe these cells, not patients: ` +
        `${others.map(({ name, whyNot: why }) => `${name} (${why})`).join("; ")}.`,
    );
  if (kept.without > 0)
    notes.push(`${kept.without.toLocaleString("en")} cells without a donor in ${kept.column} do not count over donors.`);
  return notes;
}
