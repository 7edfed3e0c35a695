import { useSignal } from "@preact/signals";
import { count, many } from "../../../plots/format";
import * as state from "../../store";
import { Note } from "../../ui/parts";
import { PickFile } from "../../ui/pick-file";
import { Failure } from "../../ui/run-parts";
import { ResolutionSlider } from "../survey/resolution";
import { stopSurvey, surveyFailure } from "../survey/run";
import * as survey from "../survey/state";
import { loadFile } from "./load";
import { starting } from "./run";
import * as annotate from "./state";

/** Columns of more groups are no clusters. */
const MOST_GROUPS = 200;

/** Columns that groups can be made of: not the one that the annotation itself is. */
const groupColumns = () =>
  survey.columns.value.filter(({ name, categories }) => name !== annotate.columnName.value && (categories ?? 0) <= MOST_GROUPS);

/** What groups are made of unless the user says otherwise: clusters. */
const byNow = () => annotate.groupsBy.value || "clusters";

function GroupSelect() {
  const found = survey.clusters.value;
  return (
    <label class="field">
      <span>Groups</span>
      <select
        value={byNow()}
        onChange={(event) => {
          annotate.groupsBy.value = event.currentTarget.value;
        }}
      >
        <option value="clusters">
          {found ? `Clusters (${count(found.clusters)}, resolution ${found.resolution})` : "Clusters (found first)"}
        </option>
        <option value="selections">Selections on the map</option>
        {groupColumns().map(({ name, categories }) => (
          <option key={name} value={`column:${name}`}>
            {name}
            {categories ? ` (${count(categories)})` : ""}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Selections gathered one by one, each a group with a name. */
function Selections() {
  const name = useSignal("");
  const selected = state.selection.value;
  const all = annotate.selections.value;
  const add = () => {
    if (!selected) return;
    const wanted = name.value.trim() || `selection ${all.length + 1}`;
    annotate.selections.value = [...all.filter((one) => one.name !== wanted), { name: wanted, cells: selected.slice() }];
    name.value = "";
  };
  return (
    <>
      {all.length > 0 && (
        <ul class="selections">
          {all.map((one) => (
            <li key={one.name}>
              <b>{one.name}</b> {many(one.cells.length, "cell")}{" "}
              <button
                type="button"
                class="link"
                aria-label={`Remove ${one.name}`}
                onClick={() => {
                  annotate.selections.value = all.filter(({ name: other }) => other !== one.name);
                }}
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <form
        class="asks"
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label class="field">
          <span>Group name</span>
          <input
            type="text"
            value={name.value}
            placeholder={`selection ${all.length + 1}`}
            onInput={(event) => {
              name.value = event.currentTarget.value;
            }}
          />
        </label>
        <button type="submit" class="btn" disabled={!selected}>
          {selected ? `Add ${many(selected.length, "selected cell")}` : "Select cells on the map first"}
        </button>
      </form>
    </>
  );
}

/** What groups are made of, and the button that begins; `isAgain` where there is an annotation already. */
export function Begin({ isAgain }: { isAgain: boolean }) {
  const by = byNow();
  const isBusy = starting.isBusy.value || survey.busy.value !== null;
  const needsClusters = by === "clusters" && !survey.clusters.value;
  const isReady = state.survey.value !== null && !state.isRunning.value && (by !== "selections" || annotate.selections.value.length > 0);
  return (
    <>
      <div class="asks">
        <GroupSelect />
        {by === "clusters" && <ResolutionSlider />}
        {isBusy ? (
          <button
            type="button"
            class="btn"
            onClick={() => {
              starting.stop();
              stopSurvey();
            }}
          >
            Stop
          </button>
        ) : (
          <button type="button" class="btn primary" disabled={!isReady} onClick={() => void starting.start(by)}>
            {needsClusters ? "Find clusters and annotate" : isAgain ? "Annotate these instead" : "Annotate these groups"}
          </button>
        )}
        <PickFile
          label="Annotation (JSON) of this file or of another of the study"
          accept=".json,application/json"
          disabled={!isReady && by !== "selections"}
          onPick={loadFile}
        >
          Load an annotation…
        </PickFile>
      </div>
      {state.noMatrix.value && <Note>{state.noMatrix.value}</Note>}
      {by === "selections" && <Selections />}
      {isBusy && (
        <p class="lead" role="status">
          {survey.busy.value ? "Finding clusters…" : "Grouping the cells…"}
        </p>
      )}
      <Failure error={starting.failure.value ?? surveyFailure("clusters")} />
    </>
  );
}
