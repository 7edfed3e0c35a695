import type { ComponentChildren } from "preact";
import type { AnnotationRow, NamedGroup } from "../../../contract/annotation";
import { shortClass } from "../../../plots/class-names";
import { count, percent } from "../../../plots/format";
import * as state from "../../store";
import { Term } from "../../ui/tip";
import { Mark } from "../trust/lights";
import { colorOf } from "./coloring";
import { accept, toggleChosen, toggleOpen } from "./edits";
import { RowDetail } from "./row-detail";
import * as annotate from "./state";

/** Where a name that was taken is from, in a word or two. */
const SOURCES: Readonly<Record<string, string>> = { consensus: "consensus", markers: "by markers", user: "yours" };
function sourceOf(source: string): string {
  const model = state.modelByName.value.get(source);
  return SOURCES[source] ?? (model ? `by ${state.modelLabel(model)}` : "by a model");
}

function Name({ group }: { group: NamedGroup }) {
  const { name, isSuggested } = annotate.shownName(group);
  if (isSuggested && name === group.id) return <span class="unnamed">not named</span>;
  return (
    <span title={group.ontologyId ? `${name} (${group.ontologyId})` : name}>
      {isSuggested ? <i class="suggested">{shortClass(name)}?</i> : <b>{shortClass(name)}</b>}
      {group.isAccepted && group.mark === "named" && group.source !== "" && <small> {sourceOf(group.source)}</small>}
    </span>
  );
}

/** Moves the focus between the rows' names by arrow keys. */
function onRowKey(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || !(event.target instanceof HTMLElement) || !event.target.matches(".group-name")) return;
  const all = [...document.querySelectorAll<HTMLElement>(".annotation .group-name")];
  const next = all[all.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

const markersOf = (row: AnnotationRow | undefined): ComponentChildren =>
  row?.markers ? `${row.markers.found.length} of ${row.markers.found.length + row.markers.missing.length}` : "–";

function GroupRow({
  group,
  cells,
  row,
  hasMarkers,
}: {
  group: NamedGroup;
  cells: number;
  row: AnnotationRow | undefined;
  hasMarkers: boolean;
}) {
  const isOpen = annotate.open.value === group.id;
  const shown = annotate.shownName(group);
  const canAccept = !group.isAccepted && (group.name !== "" || shown.name !== group.id);
  const share = row?.suggestion.confidence ?? null;
  return (
    <>
      <tr class={isOpen ? "clickable on" : "clickable"} onClick={() => toggleOpen(group.id)}>
        <td onClick={(event) => event.stopPropagation()}>
          <input
            type="checkbox"
            aria-label={`Choose ${group.id} to merge`}
            checked={annotate.chosen.value.includes(group.id)}
            onChange={() => toggleChosen(group.id)}
          />
        </td>
        <td class="left">
          <button type="button" class="cellbutton group-name" aria-expanded={isOpen}>
            <span class="marked">
              {row ? <Mark color={row.color} /> : <i class="light" aria-hidden="true" />}
              <i class="swatch" style={{ background: colorOf(group) }} />
              <span>
                <small class="id">{group.id}</small> <Name group={group} />
              </span>
            </span>
          </button>
        </td>
        <td>{count(cells)}</td>
        <td class="narrow-hide">{share === null ? "–" : percent(share)}</td>
        {hasMarkers && <td class="narrow-hide">{markersOf(row)}</td>}
        <td onClick={(event) => event.stopPropagation()}>
          {canAccept ? (
            <button type="button" class="btn accept" aria-label={`Accept ${shown.name} for ${group.id}`} onClick={() => accept([group.id])}>
              Accept
            </button>
          ) : (
            group.isAccepted && (
              <span class="taken" title="accepted">
                <span aria-hidden="true">✓</span>
                <span class="sr">accepted</span>
              </span>
            )
          )}
        </td>
      </tr>
      {isOpen && (
        <tr class="detail">
          <td colSpan={hasMarkers ? 6 : 5}>
            <RowDetail group={group} row={row} />
          </td>
        </tr>
      )}
    </>
  );
}

/** A row a group, in the file's own order: its light, its name, how sure that is. A row opens to all that is known. */
export function GroupTable() {
  const groups = annotate.annotation.value?.groups ?? [];
  const rows = annotate.rows.value;
  const sizes = annotate.groupSizes.value;
  const hasMarkers = [...rows.values()].some(({ markers }) => markers !== null);
  return (
    <div class="annotation" onKeyDown={onRowKey}>
      <table>
        <caption class="sr">Groups and their names</caption>
        <thead>
          <tr>
            <th scope="col">
              <span class="sr">Chosen</span>
            </th>
            <th scope="col" class="left">
              Name
            </th>
            <th scope="col">Cells</th>
            <th scope="col" class="narrow-hide">
              <Term word="nameShare">Share</Term>
            </th>
            {hasMarkers && (
              <th scope="col" class="narrow-hide">
                <Term word="knownMarkers">Markers</Term>
              </th>
            )}
            <th scope="col">
              <span class="sr">Accept</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group, i) => (
            <GroupRow key={group.id} group={group} cells={sizes[i] ?? 0} row={rows.get(group.id)} hasMarkers={hasMarkers} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
