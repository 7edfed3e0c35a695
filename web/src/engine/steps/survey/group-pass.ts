import { AnalysisError } from "../../../contract/errors";
import type { Grouping } from "../../../contract/survey";
import { gather, type SurveyJob } from "./gather";
import { resolveGroups } from "./grouping";
import { surveyState, type KeptGroups } from "./state";

const same = (a: Int32Array, b: Int32Array) => a.length === b.length && a.every((value, i) => value === b[i]);

/** Groups of the cells in the mask, and their sums: those kept where they are the same, else of a pass. */
export async function groupSums(job: SurveyJob, by: Grouping): Promise<KeptGroups> {
  const { file, matrix, mask } = job;
  const groups = await resolveGroups(file, by);
  const codes = mask ? groups.codes.map((code, cell) => (mask[cell] ? code : -1)) : groups.codes;
  if (!codes.some((code) => code >= 0)) throw new AnalysisError("bad-input", `No cell has a group by ${groups.by}.`);
  const state = surveyState(file, matrix);
  const old = state.groups;
  if (old && old.names.join("\n") === groups.names.join("\n") && same(old.codes, codes)) return { ...old, by: groups.by };
  const sums = await gather(
    { ...job, mask: null },
    { of: "groups", genes: file.matrixInfo(matrix).genes, groups: groups.names.length },
    { step: "groups", groups: codes },
  );
  const sizes = new Float64Array(groups.names.length);
  for (const code of codes) if (code >= 0) sizes[code]!++;
  old?.sums.delete();
  state.markers = undefined;
  return (state.groups = { ...groups, codes: codes.slice(), sums, sizes });
}
