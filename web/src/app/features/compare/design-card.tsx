import { designTable } from "../../../exports/compare-csv";
import type { CompareDesign } from "../../../contract/compare";
import { shortClass } from "../../../plots/class-names";
import { count, many } from "../../../plots/format";
import { Card, CsvButton } from "../../ui/parts";
import { baseName } from "../export/base-name";
import { minCells } from "./state";

/** Places of the samples as they are read: of one donor together where donors are in both conditions, else by condition. */
export function sampleOrder({ samples, kind }: Pick<CompareDesign, "samples" | "kind">): number[] {
  const byDonor = (a: number, b: number) => samples[a]!.donor.localeCompare(samples[b]!.donor, "en", { numeric: true });
  const bySide = (a: number, b: number) => samples[a]!.side - samples[b]!.side;
  const isTogether = kind === "paired" || kind === "mixed";
  return [...samples.keys()].sort((a, b) => (isTogether ? byDonor(a, b) || bySide(a, b) : bySide(a, b) || byDonor(a, b)));
}

/** Places of the types as they are read: those that can be tested first, of either kind those with most cells. */
export const typeOrder = ({ types }: Pick<CompareDesign, "types">): number[] =>
  [...types.keys()].sort(
    (a, b) =>
      Number(types[b]!.isTested) - Number(types[a]!.isTested) ||
      types[b]!.cells[0] + types[b]!.cells[1] - types[a]!.cells[0] - types[a]!.cells[1],
  );

/** What can be tested, in a sentence. */
export function testable({ types, tested, sides, both }: CompareDesign): string {
  const able = types.filter(({ isTested }) => isTested).length;
  if (tested === "none" || able === 0) return "Described only";
  const how = tested === "paired" ? `within ${many(both, "donor")}` : `${sides[0].donors} with ${many(sides[1].donors, "donor")}`;
  return `${able} of ${many(types.length, "type")} can be tested, ${how}`;
}

function Cells({ design }: { design: CompareDesign }) {
  const { samples, types, cells, sides } = design;
  const least = minCells.value;
  const order = typeOrder(design);
  return (
    <div class="scroll design" tabIndex={0} role="region" aria-label="Cells per donor, condition and type">
      <table>
        <caption class="sr">Cells per donor, condition and type</caption>
        <thead>
          <tr>
            <th scope="col">Donor</th>
            <th scope="col">All</th>
            {order
              .map((place) => types[place]!)
              .map(({ type, isTested, whyNot }) => (
                <th key={type} scope="col" class={isTested ? "" : "untested"} title={whyNot ? `${type}: ${whyNot}` : type}>
                  <span>{shortClass(type)}</span>
                </th>
              ))}
          </tr>
        </thead>
        <tbody>
          {sampleOrder(design).map((place) => {
            const { donor, side, cells: all } = samples[place]!;
            return (
              <tr key={place}>
                <th scope="row">
                  <i class={`swatch side${side}`} />
                  {donor || "not known"} <small>{sides[side].label}</small>
                </th>
                <td>{count(all)}</td>
                {order.map((i) => {
                  const here = cells[place * types.length + i]!;
                  return (
                    <td key={i} class={here < least ? "few" : ""}>
                      {here === 0 ? "·" : count(here)}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Types that are only described, by the reason. */
function Untested({ design: { types, refusals } }: { design: CompareDesign }) {
  const reasons = new Map<string, string[]>();
  for (const { type, whyNot } of types) if (whyNot !== null) reasons.set(whyNot, [...(reasons.get(whyNot) ?? []), shortClass(type)]);
  const left = types.filter(({ isTested }) => !isTested).length;
  if (refusals.length > 0 || left === 0) return null;
  return (
    <details class="folded">
      <summary>Why {many(left, "type")} cannot be tested</summary>
      <ul class="said">
        {[...reasons].map(([why, names]) => (
          <li key={why}>
            <b>{names.join(", ")}</b>: {why}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Who can be compared with whom, and what cannot be tested. */
export function DesignCard({ design }: { design: CompareDesign }) {
  const { sides, condition, by, notes, samples, types } = design;
  return (
    <Card
      title={testable(design)}
      lead={
        `${condition}: ${many(sides[0].cells, "cell")} of ${sides[0].label} compared with ${count(sides[1].cells)} of ${sides[1].label}, ` +
        `within ${many(types.length, "type")} by ${by}.`
      }
      actions={<CsvButton table={() => designTable(design)} name={`${baseName()}-design`} />}
    >
      {samples.length > 0 && types.length > 0 && (
        <>
          <Cells design={design} />
          <p class="after">
            A row is a donor's cells in one condition. Faint: fewer than {minCells.value} cells, which count as none; a type in italics is
            not tested.
          </p>
        </>
      )}
      <ul class="said">
        {notes
          .filter((note) => !note.startsWith("Only described:"))
          .map((note) => (
            <li key={note}>{note}</li>
          ))}
      </ul>
      <Untested design={design} />
    </Card>
  );
}
