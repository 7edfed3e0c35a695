import type { GroupRow, GroupsReport } from "../../../contract/groups";
import { groupsTable } from "../../../exports/groups-csv";
import { shortClass } from "../../../plots/class-names";
import { count, many, percent, probability } from "../../../plots/format";
import { fail } from "../../engine-client";
import * as state from "../../store";
import { Card, CsvButton } from "../../ui/parts";
import { PickFile } from "../../ui/pick-file";
import { Failure } from "../../ui/run-parts";
import { SortableTable, type SortColumn } from "../../ui/sortable";
import { Term } from "../../ui/tip";
import { baseName } from "../export/base-name";
import * as survey from "../survey/state";
import { currentGroups, groupsBy, ownMarkers } from "./groups-state";
import { lookAtGroups, selectGroup } from "./groups-run";
import { Mark } from "./lights";

const Class = ({ label }: { label: string }) => <span title={label}>{shortClass(label)}</span>;
const optional = (value: number | null) => (value === null ? "–" : percent(value));

/** Columns of the table; what was not measured for any group has none. */
function columnsOf({ by, rows, donors }: GroupsReport): SortColumn<GroupRow>[] {
  const has = (field: "agreement" | "far" | "markers") => rows.some((row) => row[field] !== null);
  return [
    {
      key: "group",
      title: by === "clusters" ? "Cluster" : by,
      by: ({ group }) => group,
      cell: ({ group, color }) => (
        <span class="marked">
          <Mark color={color} /> {group}
        </span>
      ),
    },
    { key: "cells", title: "Cells", by: ({ cells }) => cells, cell: ({ cells }) => count(cells) },
    ...(donors
      ? [{ key: "donors", title: "Donors", by: (row: GroupRow) => row.donors ?? 0, cell: (row: GroupRow) => row.donors ?? "–" }]
      : []),
    { key: "label", title: "Label", by: ({ label }) => label, cell: ({ label }) => <Class label={label} /> },
    { key: "share", title: <Term word="groupShare">Share</Term>, by: ({ share }) => share, cell: ({ share }) => percent(share) },
    { key: "p", title: <Term word="probability">p</Term>, by: (row) => row.probability, cell: (row) => probability(row.probability) },
    ...(has("agreement")
      ? [
          {
            key: "agreement",
            title: <Term word="modelsAgree">Models agree</Term>,
            by: (row: GroupRow) => row.agreement ?? -1,
            cell: (row: GroupRow) => optional(row.agreement),
          },
        ]
      : []),
    ...(has("far")
      ? [
          {
            key: "far",
            title: <Term word="unlikeTraining">Unlike training</Term>,
            by: (row: GroupRow) => row.far ?? -1,
            cell: (row: GroupRow) => optional(row.far),
          },
        ]
      : []),
    ...(has("markers")
      ? [
          {
            key: "markers",
            title: <Term word="knownMarkers">Markers</Term>,
            by: ({ markers }: GroupRow) => (markers ? markers.found.length / (markers.found.length + markers.missing.length) : -1),
            cell: ({ markers }: GroupRow) =>
              markers ? (
                <span
                  title={`Found: ${markers.found.join(", ") || "none"}\nNot among the top genes: ${markers.missing.join(", ") || "none"}`}
                >
                  {markers.found.length} of {markers.found.length + markers.missing.length}
                </span>
              ) : (
                "–"
              ),
          },
        ]
      : []),
  ];
}

function Reasons({ rows }: { rows: readonly GroupRow[] }) {
  return (
    <ul class="lights groups">
      {rows.map((row) => (
        <li key={row.group}>
          <Mark color={row.color} />
          <span>
            <b>{row.group}</b>{" "}
            <span>
              {many(row.cells, "cell")} called <Class label={row.label} /> at p {probability(row.probability)}: {row.reasons.join("; ")}.
              {row.topGenes.length > 0 && (
                <>
                  {" "}
                  Top genes: <i class="gene">{row.topGenes.slice(0, 6).join(", ")}</i>.
                </>
              )}{" "}
              <button
                type="button"
                class="link"
                aria-label={`Select the cells of ${row.group}`}
                onClick={() => void selectGroup(row.group).catch(fail)}
              >
                Select
              </button>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

function Controls({ isReady }: { isReady: boolean }) {
  const onPick = async (file: File) => {
    ownMarkers.value = { name: file.name, text: await file.text() };
  };
  const isDone = currentGroups.value !== null;
  const isBusy = lookAtGroups.isBusy.value;
  return (
    <>
      <div class="asks">
        <label class="field">
          <span>Group by</span>
          <select
            value={groupsBy.value}
            onChange={(event) => {
              groupsBy.value = event.currentTarget.value;
            }}
          >
            <option value="clusters">
              {survey.clusters.value
                ? `Clusters (${count(survey.clusters.value.clusters)}, resolution ${survey.clusters.value.resolution})`
                : "Clusters"}
            </option>
            <option value="labels">Predicted label</option>
            {survey.columns.value.map(({ name }) => (
              <option key={name} value={`column:${name}`}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <PickFile label="Marker genes of cell types: GMT, GMX, CSV or TSV" accept=".gmt,.gmx,.csv,.tsv,.txt" onPick={onPick}>
          {ownMarkers.value?.name ?? "Your own markers…"}
        </PickFile>
        {!isDone && !isBusy && (
          <button type="button" class="btn primary" disabled={!isReady} onClick={() => void lookAtGroups.start()}>
            {groupsBy.value === "clusters" && !survey.clusters.value ? "Cluster and check" : "Check the groups"}
          </button>
        )}
        {isBusy && (
          <button type="button" class="btn" onClick={lookAtGroups.stop}>
            Stop
          </button>
        )}
      </div>
      {isBusy && (
        <p class="lead" role="status">
          Comparing each group's genes with the markers of its label…
        </p>
      )}
    </>
  );
}

/** The labels group by group: what speaks against each. */
export function GroupsSection() {
  const isReady = !!state.activeHead.value && !state.isRunning.value && (state.activeScores.value?.cells ?? 0) > 0;
  const found = currentGroups.value?.report;
  const doubted = found?.rows.filter(({ reasons }) => reasons.length > 0) ?? [];
  const own = found && found.markers.source !== "built-in";
  return (
    <>
      <Controls isReady={isReady} />
      <Failure error={lookAtGroups.failure.value} />
      {!found && !lookAtGroups.isBusy.value && !lookAtGroups.failure.value && (
        <p class="lead">
          Each group of cells with its commonest label, whether other models agree, and whether the label's marker genes are among the
          group's top genes.
        </p>
      )}
      {found && (
        <>
          {doubted.length > 0 && (
            <Card title="Warnings by group" lead="The group with the gravest warning first.">
              <Reasons rows={doubted} />
            </Card>
          )}
          <Card
            title={doubted.length > 0 ? "All groups" : "Nothing found against the label of any group"}
            lead={
              `Markers: ${own ? found.markers.source : "built-in table"} (${many(found.markers.classes, "class", "classes")}). ` +
              `A marker counts where it is among the group's 200 genes with the largest difference to the other cells.`
            }
            actions={<CsvButton table={() => groupsTable(found)} name={`${baseName()}-groups-${found.model}`} />}
          >
            <SortableTable
              caption="Labels per group"
              columns={columnsOf(found)}
              rows={found.rows}
              keyOf={({ group }) => group}
              onRow={({ group }) => void selectGroup(group).catch(fail)}
              rowLabel={({ group }) => `Select the cells of ${group}`}
            />
            {found.notes.map((note) => (
              <p key={note} class="after">
                {note}
              </p>
            ))}
          </Card>
        </>
      )}
    </>
  );
}
