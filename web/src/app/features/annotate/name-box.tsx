import { useSignal } from "@preact/signals";
import { useEffect, useId, useRef } from "preact/hooks";
import type { NamedGroup, TermHit } from "../../../contract/annotation";
import { rename } from "./edits";
import { searchTerms } from "./run";
import { shownName } from "./state";

/** What a term was found by, where that is not its name. */
const foundBy = ({ synonym, id }: TermHit) => (synonym ? `${synonym} · ${id}` : id);

/**
 * Names a group: a field that offers terms of the Cell Ontology by name, synonym or id while one types (arrow keys choose, Enter takes,
 * Escape closes). What is typed and none of them is a name of the user's own, without an id.
 */
export function NameBox({ group }: { group: NamedGroup }) {
  const id = useId();
  const words = useSignal<string | null>(null);
  const offered = useSignal<TermHit[]>([]);
  const at = useSignal(-1);
  const asked = useRef(0);
  const isOpen = offered.value.length > 0;
  const shown = shownName({ ...group, mark: "named" });
  // What was typed and not taken goes with the next change of the group.
  useEffect(() => {
    words.value = null;
  }, [group.name, group.mark]);
  const shut = () => {
    asked.current++;
    offered.value = [];
    at.value = -1;
  };
  const onInput = (typed: string) => {
    words.value = typed;
    at.value = -1;
    const mine = ++asked.current;
    if (typed.trim().length < 2) return shut();
    void searchTerms(typed.trim()).then(
      (found) => {
        if (mine === asked.current) offered.value = found;
      },
      () => {},
    );
  };
  const take = (name: string, ontologyId: string) => {
    shut();
    words.value = null;
    rename(group.id, name, ontologyId);
  };
  const submit = () => {
    const typed = words.value?.trim() ?? "";
    const hit = offered.value[at.value];
    if (hit) return take(hit.name, hit.id);
    // The name of what is offered, typed in full, is that term.
    const same = offered.value.find(({ name }) => name.toLowerCase() === typed.toLowerCase());
    if (same) return take(same.name, same.id);
    if (typed) take(typed, typed === group.name ? group.ontologyId : "");
  };
  const move = (by: number) => {
    const all = offered.value.length;
    if (all > 0) at.value = at.value < 0 && by < 0 ? all - 1 : (at.value + by + all) % all;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") move(event.key === "ArrowDown" ? 1 : -1);
    else if (event.key === "Enter") submit();
    else if (event.key === "Escape" && isOpen) shut();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div class="namebox">
      <input
        type="text"
        role="combobox"
        aria-label={`Name of ${group.id}`}
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        {...(at.value >= 0 ? { "aria-activedescendant": `${id}-${at.value}` } : {})}
        placeholder="Cell type, e.g. CD8 T cell"
        spellcheck={false}
        autocomplete="off"
        value={words.value ?? (shown.name === group.id ? "" : shown.name)}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={shut}
      />
      <button type="button" class="btn" disabled={!words.value?.trim()} onMouseDown={(event) => event.preventDefault()} onClick={submit}>
        Rename
      </button>
      <ul id={`${id}-list`} role="listbox" aria-label="Terms of the Cell Ontology" hidden={!isOpen}>
        {offered.value.map((hit, i) => (
          <li
            key={hit.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at.value}
            class={i === at.value ? "on" : ""}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(hit.name, hit.id)}
          >
            <b>{hit.name}</b>
            <small>{foundBy(hit)}</small>
          </li>
        ))}
      </ul>
    </div>
  );
}
