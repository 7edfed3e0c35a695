import { useId } from "preact/hooks";
import { useSignal } from "@preact/signals";
import type { Evaluation, HeadInfo, LabelMatch } from "../../../contract/types";
import { shortClass } from "../../../plots/class-names";
import { count, many } from "../../../plots/format";
import * as state from "../../store";
import { matchByHand } from "./labels";
import { Card, CsvButton } from "../../ui/parts";
import { SearchField } from "../../ui/search-field";

const BY = {
  ontology: "ontology",
  name: "name",
  synonym: "synonym",
  narrower: "subtype",
  hand: "manual",
  broader: "broader term",
  none: "no match",
} as const;

function ClassInput({ match, head, list }: { match: LabelMatch; head: HeadInfo; list: string }) {
  const label = match.code < 0 ? "" : head.classes[match.code].label;
  const text = useSignal<string | null>(null);
  const take = (value: string) => {
    const code = head.classes.findIndex((one) => one.label === value);
    if (code >= 0 || value === "") matchByHand(head.phenotype, match.label, code);
    text.value = null;
  };
  const onInput = (value: string) => {
    text.value = value;
    if (value !== label && head.classes.some((one) => one.label === value)) take(value);
  };
  return (
    <input
      type="text"
      list={list}
      aria-label={`Class for ${match.label}`}
      placeholder="choose a class"
      value={text.value ?? label}
      onInput={(event) => onInput(event.currentTarget.value)}
      onChange={(event) => take(event.currentTarget.value)}
    />
  );
}

/** Labels listed at once; the others by a search. */
const LISTED_LABELS = 200;

/** Which class each label of the file was matched to; each can be changed. */
export function MatchCard({ evaluation, isOpen }: { evaluation: Evaluation; isOpen?: boolean }) {
  const list = useId();
  const head = state.activeHead.value;
  const open = useSignal(isOpen ?? false);
  const search = useSignal("");
  if (!head) return null;
  const missed = evaluation.matches.filter((match) => match.code < 0);
  const rows = [...evaluation.matches].sort((a, b) => Number(a.code >= 0) - Number(b.code >= 0) || b.cells - a.cells);
  const wanted = search.value.trim().toLowerCase();
  const found = wanted ? rows.filter(({ label }) => label.toLowerCase().includes(wanted)) : rows;
  const listed = found.slice(0, LISTED_LABELS);
  const cells = missed.reduce((sum, match) => sum + match.cells, 0);
  const words =
    missed.length === 0
      ? `All ${many(rows.length, "label")} in ${evaluation.column} were matched to a class.`
      : `${count(missed.length)} of ${many(rows.length, "label")} in ${evaluation.column} (${many(cells, "cell")}) ` +
        `match no class of the model: listed first, and excluded from the scores.`;
  const table = () => ({
    columns: ["label", "cells", "class", "by"],
    rows: rows.map((row) => [row.label, row.cells, row.code < 0 ? "" : head.classes[row.code].label, row.by]),
  });
  return (
    <Card
      title="Matching of labels to classes"
      lead={words}
      actions={
        <>
          <button
            type="button"
            class="tool"
            aria-expanded={open.value}
            onClick={() => {
              open.value = !open.value;
            }}
          >
            {open.value ? "Hide" : "Show"}
          </button>
          <CsvButton table={table} name={`matches-${evaluation.phenotype}`} />
        </>
      }
    >
      {open.value && (
        <>
          <datalist id={list}>
            {head.classes.map((one) => (
              <option key={one.label} value={one.label} />
            ))}
          </datalist>
          {rows.length > LISTED_LABELS && (
            <SearchField label="Search the labels" placeholder={`Search ${many(rows.length, "label")}`} search={search} />
          )}
          <div class="wide">
            <table class="matches">
              <thead>
                <tr>
                  <th scope="col">Label in file</th>
                  <th scope="col">Cells</th>
                  <th scope="col" class="left">
                    Class
                  </th>
                  <th scope="col" class="left">
                    Matched by
                  </th>
                </tr>
              </thead>
              <tbody>
                {listed.map((match) => (
                  <tr key={match.label} class={match.code < 0 ? "unmatched" : ""}>
                    <td title={match.label}>{match.label}</td>
                    <td>{count(match.cells)}</td>
                    <td class="left">
                      <ClassInput match={match} head={head} list={list} />
                      {match.proposed !== undefined && match.code < 0 && (
                        <>
                          {" "}
                          <button
                            type="button"
                            class="link"
                            aria-label={`Match ${match.label} with ${head.classes[match.proposed].label}`}
                            onClick={() => matchByHand(head.phenotype, match.label, match.proposed!)}
                          >
                            {shortClass(head.classes[match.proposed].label)}?
                          </button>
                        </>
                      )}
                    </td>
                    <td class="left">{BY[match.by]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {found.length > listed.length && (
            <p class="after">{count(found.length - listed.length)} more: search for them; the CSV has all.</p>
          )}
        </>
      )}
    </Card>
  );
}
