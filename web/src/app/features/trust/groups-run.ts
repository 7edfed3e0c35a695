import { call, callIn } from "../../engine-client";
import * as state from "../../store";
import { task } from "../../task";
import { selectCells } from "../map/selection";
import { findClusters } from "../survey/run";
import * as survey from "../survey/state";
import { groupsBy, groupsByOf, groupsKey, groupsReport, ownMarkers } from "./groups-state";
import { donors } from "./state";

/** Looks at the labels per group, and clusters the cells before it where that has not been done. */
export const lookAtGroups = task(
  async (run) => {
    const by = groupsByOf(groupsBy.value);
    if (by.kind === "clusters" && !survey.clusters.value && !(await findClusters())) return null;
    const key = groupsKey.value;
    const report = await callIn(run, "labelledGroups", {
      matrix: state.shownMatrix.value,
      model: state.activeModel.value!.name,
      phenotype: state.head.value,
      by,
      lanes: 0,
      ...(donors.value ? { donors: donors.value } : {}),
      ...(ownMarkers.value ? { markers: ownMarkers.value } : {}),
    });
    return { key, by, report };
  },
  (found) => {
    if (found) groupsReport.value = found;
  },
);

/** Selects the cells of a group on the map. */
export async function selectGroup(group: string): Promise<void> {
  const by = groupsReport.value?.by;
  if (by?.kind === "column") {
    const column = await call("column", { name: by.column });
    if (column.kind === "number") return;
    const code = column.categories.indexOf(group);
    return selectCells(placesOf(column.codes, code), { kind: "column", column: by.column, label: group });
  }
  if (by?.kind === "clusters") return selectCells(placesOf(survey.clusters.value?.codes ?? new Int32Array(), Number(group)), null);
  const [scores, head, model] = [state.activeScores.value, state.activeHead.value, state.activeModel.value];
  if (!scores || !head || !model) return;
  const code = head.classes.findIndex(({ label }) => label === group);
  const top = Int32Array.from({ length: scores.cells }, (_, cell) => scores.top[cell * scores.k]!);
  selectCells(placesOf(top, code), { kind: "predicted", model: model.name, head: head.phenotype, label: group });
}

/** Forgets what was found of the groups of a column that has changed. */
export function forgetGroupsOf(column: string): void {
  const by = groupsReport.value?.by;
  if (by?.kind === "column" && by.column === column) groupsReport.value = null;
}

function placesOf(codes: Int32Array, code: number): Uint32Array<ArrayBuffer> {
  const cells: number[] = [];
  codes.forEach((one, cell) => {
    if (one === code) cells.push(cell);
  });
  return Uint32Array.from(cells);
}

state.forgetWith("results", () => {
  groupsReport.value = null;
});
state.forgetWith("file", () => {
  groupsBy.value = "clusters";
  ownMarkers.value = null;
});
