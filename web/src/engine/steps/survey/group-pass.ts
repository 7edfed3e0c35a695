import { AnalysisError } from "../../../contract/errors";
import type { Grouping } from "../../../contract/survey";
import { gather, type SurveyJob } from "./gather";
import { resolveGroups, withUnlabelled } from "./grouping";
import { surveyState, type KeptGroups } from "./state";

/** Groups times genes: a few doubles are kept of each, in every lane. */
const MOST_SUMS = 2e7;

const same = (a: Int32Array, b: Int32Array) => a.length === b.length && a.every((value, i) => value === b[i]);

/** Groups of the cells in the mask, and their sums: those kept where they are the same, else of a pass. */
export async function groupSums(job: SurveyJob, by: Grouping): Promise<KeptGroups> {
  const { file, matrix, mask } = job;
  const named = await resolveGroups(file, by);
  if (!named.codes.some((code, cell) => code >= 0 && (!mask || mask[cell])))
    throw new AnalysisError("bad-input", `No cell has a group by ${named.by}.`);
  const { genes } = file.matrixInfo(matrix);
  if (named.names.length * genes > MOST_SUMS)
    throw new AnalysisError(
      "bad-input",
      `${named.by} has ${named.names.length.toLocaleString("en")} groups, which with ${genes.toLocaleString("en")} ` +
        `genes are more sums than fit in memory: choose a column of at most ` +
        `${Math.floor(MOST_SUMS / genes).toLocaleString("en")} groups.`,
    );
  // Clusters are of the cells that took part; a column's cells without a label did.
  const groups = by.kind === "column" ? withUnlabelled(named) : named;
  const codes = mask ? groups.codes.map((code, cell) => (mask[cell] ? code : -1)) : groups.codes;
  const state = surveyState(file, matrix);
  const old = state.groups;
  if (old && old.names.join("\n") === groups.names.join("\n") && same(old.codes, codes)) return { ...old, by: groups.by };
  const sums = await gather(
    { ...job, mask: null },
    { of: "groups", genes, groups: groups.names.length },
    { step: "groups", groups: codes },
  );
  const sizes = new Float64Array(groups.names.length);
  for (const code of codes) if (code >= 0) sizes[code]!++;
  old?.sums.delete();
  state.forgetMarkers();
  return (state.groups = { ...groups, codes: codes.slice(), sums, sizes });
}
