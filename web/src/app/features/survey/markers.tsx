import { count, duration, many } from "../../../plots/format";
import { runMarkers } from "./run";
import * as survey from "./state";
import * as state from "../../store";
import { donors } from "../trust/state";
import { ColumnSelect } from "../../ui/column-select";
import { Note } from "../../ui/parts";
import { RunButton, SurveyFailure } from "./parts";
import { Term } from "../../ui/tip";
import { ChosenGenes, Violin } from "./chosen-genes";
import { MarkerTable } from "./marker-table";

/** Genes that distinguish each group from the other cells. */
export function MarkersSection() {
  const found = survey.markers.value;
  const isCurrent = found && survey.markersOf.value && survey.groupingKey.value === survey.keyOfGroups(survey.markersOf.value);
  return (
    <>
      <div class="controls">
        <label class="field">
          <span>Groups</span>
          <select
            value={survey.groupingKey.value}
            onChange={(event) => {
              survey.groupsBy.value = event.currentTarget.value;
            }}
          >
            {survey.grouping.value === null && <option value="">none yet</option>}
            {survey.ownGroups.value && <option value="given">{survey.ownGroups.value.name}</option>}
            {survey.clusters.value && <option value="clusters">clusters</option>}
            {survey.columns.value.map(({ name }) => (
              <option key={name} value={`column:${name}`}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <ColumnSelect
          label="Donors"
          value={donors.value}
          none="no column"
          hasNumbers
          onChoose={(name) => {
            donors.value = name;
          }}
        />
        {survey.grouping.value?.kind === "clusters" && (
          <label class="radio">
            <input
              type="checkbox"
              checked={survey.isSplit.value}
              onChange={(event) => {
                survey.isSplit.value = event.currentTarget.checked;
              }}
            />{" "}
            Test on the other half of the counts (<Term word="countSplitting">count splitting</Term>)
          </label>
        )}
        <RunButton
          title={isCurrent ? "Re-run" : "Find markers"}
          disabled={state.isRunning.value || survey.grouping.value === null}
          onRun={() => void runMarkers()}
        />
      </div>
      <SurveyFailure section="markers" />
      {survey.grouping.value === null && (
        <Note>The file has no column of groups. Cluster the cells first (Map and clusters), then find the markers of the clusters.</Note>
      )}
      {!found && survey.grouping.value !== null && !survey.busy.value && (
        <p class="lead">
          Compares every gene in each group with all other cells. With a column of donors the units are donors: counts are summed over each
          donor's cells and tested by limma's moderated t. Without one, Wilcoxon's rank-sum test and Welch's t-test are over cells: they
          describe these cells, not patients. AUC and log fold change either way; p values are adjusted by Benjamini–Hochberg.
        </p>
      )}
      {found && (
        <>
          <p class="lead">
            {`${many(found.groups.length, "group")} of ${found.by}, ${many(found.cells, "cell")}, ${duration(found.seconds)}.`}
            {found.rankedCells > 0 && found.rankedCells < found.cells
              ? ` Rank tests use ${count(found.rankedCells)} cells, balanced over groups.`
              : ""}
          </p>
          {found.notes.map((note) => (
            <Note key={note}>{note}</Note>
          ))}
          <MarkerTable />
        </>
      )}
      <Violin />
      {survey.grouping.value !== null && (found || survey.wanted.value.length > 0) && <ChosenGenes />}
    </>
  );
}
