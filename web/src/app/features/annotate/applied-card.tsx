import type { AppliedAnnotation } from "../../../contract/annotation";
import { count, percent, probability } from "../../../plots/format";
import { Card } from "../../ui/parts";
import { applied } from "./state";

const HOW: Readonly<Record<AppliedAnnotation["how"], string>> = {
  "same file": "It is of this very file.",
  names: "Groups were matched by their names.",
  barcodes: "Groups were matched by the barcodes that both files have.",
  nearest: "Groups were matched to those with the most similar mean expression.",
};

/** What of another file's annotation matched the groups of this one, and what did not. */
export function AppliedCard() {
  const found = applied.value;
  if (!found) return null;
  const matched = found.matches.filter(({ from }) => from !== null);
  const lost = found.matches.filter(({ from }) => from === null);
  const score = (value: number | null) => (value === null ? "" : found.how === "nearest" ? `r ${probability(value)}` : percent(value));
  return (
    <Card
      title={`${count(matched.length)} of ${count(found.matches.length)} groups got a name from the loaded annotation`}
      lead={HOW[found.how]}
      actions={
        <button
          type="button"
          class="tool"
          onClick={() => {
            applied.value = null;
          }}
        >
          Close
        </button>
      }
    >
      <details>
        <summary>Group by group</summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Group here</th>
                <th scope="col" class="left">
                  Group there
                </th>
                <th scope="col">Cells</th>
                <th scope="col">{found.how === "nearest" ? "Correlation" : "Matched"}</th>
              </tr>
            </thead>
            <tbody>
              {found.matches.map((one) => (
                <tr key={one.group}>
                  <td>{one.group}</td>
                  <td class="left">{one.from ?? "none"}</td>
                  <td>{count(one.cells)}</td>
                  <td>{score(one.score)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
      {lost.length > 0 && <p class="after">Without a match here: {lost.map(({ group }) => group).join(", ")}.</p>}
      {found.unused.length > 0 && <p class="after">Not found in this file: {found.unused.join(", ")}.</p>}
      {found.notes.map((note) => (
        <p key={note} class="after">
          {note}
        </p>
      ))}
    </Card>
  );
}
