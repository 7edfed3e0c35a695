import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { AnnotationRow, GroupMark, LevelCount, NamedGroup } from "../../../contract/annotation";
import { shortClass } from "../../../plots/class-names";
import { count, many, percent, probability } from "../../../plots/format";
import * as state from "../../store";
import { Segments } from "../../ui/parts";
import { Failure } from "../../ui/run-parts";
import { Term } from "../../ui/tip";
import { Mark } from "../trust/lights";
import { mark, note, splitOffSelection } from "./edits";
import { NameBox } from "./name-box";
import { showGene, splitting } from "./run";
import { report, selectedOf } from "./state";

/** Donors or batches listed before the others are only counted. */
const LISTED_LEVELS = 4;
const MARKS: readonly { value: GroupMark; title: string }[] = [
  { value: "named", title: "A cell type" },
  { value: "unknown", title: "Unknown" },
  { value: "doublet", title: "Doublet" },
  { value: "low quality", title: "Low quality" },
];
const RESOLUTIONS = { least: 0.1, most: 3, step: 0.1, first: 0.5 } as const;

const titleOf = (model: string) => {
  const info = state.modelByName.value.get(model);
  return info ? state.modelLabel(info) : model;
};

/** What each model says of the group's cells. */
function Models({ row }: { row: AnnotationRow }) {
  const hasFar = row.models.some(({ far }) => far !== null);
  const hasVote = row.models.some(({ voted }) => voted !== null);
  if (row.models.length === 0) return null;
  return (
    <div class="wide">
      <table>
        <caption class="sr">What each model says</caption>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col" class="left">
              Commonest label
            </th>
            <th scope="col">
              <Term word="groupShare">Share</Term>
            </th>
            <th scope="col">
              <Term word="probability">p</Term>
            </th>
            <th scope="col">
              <Term word="nats">Entropy</Term>
            </th>
            {hasFar && (
              <th scope="col">
                <Term word="unlikeTraining">Far</Term>
              </th>
            )}
            {hasVote && (
              <th scope="col" class="left">
                <Term word="votedGroup">Vote</Term>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {row.models.map((one) => (
            <tr key={one.model}>
              <td>{titleOf(one.model)}</td>
              <td class="left" title={one.ontologyId}>
                {shortClass(one.label) || "–"}
              </td>
              <td>{percent(one.share)}</td>
              <td>{probability(one.probability)}</td>
              <td>{probability(one.entropy)}</td>
              {hasFar && <td>{one.far === null ? "–" : percent(one.far)}</td>}
              {hasVote && <td class="left">{one.voted ? `${shortClass(one.voted.label)} ${percent(one.voted.share)}` : "–"}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Genes({ names, label }: { names: readonly string[]; label: string }) {
  return (
    <>
      {names.map((name, i) => (
        <span key={name}>
          {i > 0 && ", "}
          <button type="button" class="link gene" aria-label={`Show ${name}, ${label}, on the map`} onClick={() => showGene(name)}>
            {name}
          </button>
        </span>
      ))}
    </>
  );
}

const levels = (all: readonly LevelCount[]): string => {
  const shown = all.slice(0, LISTED_LEVELS).map(({ level, share }) => `${level} ${percent(share)}`);
  return all.length > LISTED_LEVELS ? `${shown.join(", ")} and ${count(all.length - LISTED_LEVELS)} more` : shown.join(", ");
};

function Fact({ title, children }: { title: ComponentChildren; children: ComponentChildren }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What is known of the group beside the models. */
function Facts({ row }: { row: AnnotationRow }) {
  const found = report.value?.found;
  const { consensus, covering, markers, quality, donors, batches, doublets, rather } = row;
  const whole = found?.quality;
  return (
    <dl class="facts-of">
      {consensus && (
        <Fact title={<Term word="agreedTerm">Agreed term</Term>}>
          {consensus.name} <small>{consensus.id}</small>: {percent(consensus.share)} of the cells, {percent(consensus.models)} of the models
        </Fact>
      )}
      {covering && (
        <Fact title={<Term word="coveringTerm">Covers 80%</Term>}>
          {covering.name} <small>{covering.id}</small>: {percent(covering.share)} of the cells
        </Fact>
      )}
      {row.topGenes.length > 0 && (
        <Fact title={<Term word="topGenes">Top genes</Term>}>
          <Genes names={row.topGenes} label="a top gene" />
        </Fact>
      )}
      {markers && (
        <Fact title={<Term word="knownMarkers">Known markers</Term>}>
          <span class="present">
            {markers.found.length} of {markers.found.length + markers.missing.length} of {shortClass(markers.label)} present
            {markers.found.length > 0 && ": "}
            <Genes names={markers.found} label="a marker among the top genes" />
          </span>
          {markers.missing.length > 0 && (
            <span class="missing">
              {" "}
              Not among the top genes: <Genes names={markers.missing} label="a marker not among the top genes" />
            </span>
          )}
        </Fact>
      )}
      {rather && (
        <Fact title="Or rather">
          {shortClass(rather.label)}: {rather.found.length} of {rather.found.length + rather.missing.length} markers (
          <Genes names={rather.found} label={`a marker of ${rather.label}`} />)
        </Fact>
      )}
      <Fact title="Quality">
        median {many(Math.round(quality.totals), "count")}, {many(Math.round(quality.detected), "gene")}
        {quality.mitochondrial !== null && `, ${percent(quality.mitochondrial)} mitochondrial`}
        {whole && (
          <small>
            {" "}
            (all cells {count(Math.round(whole.totals))}, {count(Math.round(whole.detected))}
            {whole.mitochondrial !== null && `, ${percent(whole.mitochondrial)}`})
          </small>
        )}
      </Fact>
      {doublets && (
        <Fact title="Doublets">
          {percent(doublets.share)} of the cells called, median score {probability(doublets.median)}
        </Fact>
      )}
      {donors && (
        <Fact title="Donors">
          {many(donors.length, "donor")}
          {donors.length > 0 && `: ${levels(donors)}`}
        </Fact>
      )}
      {batches && (
        <Fact title="Batches">
          {many(batches.length, "batch", "batches")}
          {batches.length > 0 && `: ${levels(batches)}`}
        </Fact>
      )}
    </dl>
  );
}

/** Ways to part a group. */
function Split({ group }: { group: NamedGroup }) {
  const resolution = useSignal<number>(RESOLUTIONS.first);
  const selected = selectedOf(group.id).length;
  return (
    <>
      <div class="asks">
        <label class="field">
          <span>
            <Term word="splitResolution">Split at resolution</Term>
          </span>
          <input
            type="number"
            min={RESOLUTIONS.least}
            max={RESOLUTIONS.most}
            step={RESOLUTIONS.step}
            value={resolution.value}
            onChange={(event) => {
              const asked = Number(event.currentTarget.value);
              if (asked > 0) resolution.value = asked;
            }}
          />
        </label>
        {splitting.isBusy.value ? (
          <button type="button" class="btn" onClick={splitting.stop}>
            Stop
          </button>
        ) : (
          <button
            type="button"
            class="btn"
            disabled={state.isRunning.value}
            title="Clusters these cells alone"
            onClick={() => void splitting.start(group.id, resolution.value)}
          >
            Split
          </button>
        )}
        <button
          type="button"
          class="btn"
          disabled={selected === 0}
          title="Makes a group of its own of the cells of this group that are selected on the map (lasso)"
          onClick={() => splitOffSelection(group.id)}
        >
          {selected > 0 ? `Split off ${many(selected, "selected cell")}` : "Split off a selection"}
        </button>
      </div>
      {splitting.isBusy.value && (
        <p class="lead" role="status">
          Clustering the cells of this group…
        </p>
      )}
      <Failure error={splitting.failure.value} />
    </>
  );
}

/** All that is known of a group, and what can be done with it. */
export function RowDetail({ group, row }: { group: NamedGroup; row: AnnotationRow | undefined }) {
  return (
    <div class="group-detail">
      <NameBox key={group.id} group={group} />
      <Segments
        label={`What ${group.id} is`}
        value={group.mark}
        choices={MARKS.map(({ value, title }) => ({ value, title }))}
        onChoose={(value) => mark(group.id, value as GroupMark)}
      />
      {row && row.doubts.length > 0 && (
        <ul class="lights">
          {row.doubts.map(({ kind, color, says }) => (
            <li key={`${kind} ${says}`}>
              <Mark color={color} />
              <span>
                <b>{kind}</b> <span>{says.startsWith(`${kind}: `) ? says.slice(kind.length + 2) : says}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {row && <Models row={row} />}
      {row && <Facts row={row} />}
      <label class="field wide-note">
        <span>Note</span>
        <input
          type="text"
          value={group.note}
          placeholder="Why, or what to check"
          onChange={(event) => note(group.id, event.currentTarget.value.trim())}
        />
      </label>
      <Split group={group} />
    </div>
  );
}
