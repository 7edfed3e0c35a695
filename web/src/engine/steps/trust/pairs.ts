import type { LedgerMetrics, PairedDifference } from "../../../contract/trust";
import type { Comparison, Phenotype } from "../../../contract/types";
import { unwrap, type CoreModule } from "../../base/core";
import { NO_CLASS } from "../../file/scores";
import { gather, words } from "./arrays";
import type { Judged } from "./judged";

/** First answers of two models in the first one's codes; an answer only the second knows is none of them. */
function answers(first: Judged, second: Judged, cells: Uint32Array) {
  const codes = new Map(first.names.map((name, code) => [name, code]));
  const translated = second.names.map((name) => codes.get(name) ?? NO_CLASS);
  return {
    first: gather(first.first, cells),
    second: words(cells.length, (i) => translated[second.first[cells[i]!]!] ?? NO_CLASS),
  };
}

/** Which of two models is right, over the cells both are judged on; `pValue` is over donors, NaN where there are none. */
export function compareTwo(
  core: CoreModule,
  first: Judged,
  second: Judged,
  cells: Uint32Array,
  phenotype: Phenotype,
  pValue: number,
): Comparison {
  return { models: [first.model, second.model], phenotype, ...outcomes(core, first, second, cells), pValue };
}

/** By their own judgements: each model has its own codes. */
function outcomes(core: CoreModule, first: Judged, second: Judged, cells: Uint32Array) {
  const right = (one: Judged) => words(cells.length, (i) => (one.rank[cells[i]!] === 0 ? 0 : 1));
  return unwrap(core.compare({ first: right(first), second: right(second), truth: new Int32Array(cells.length) }));
}

/** Where two models differ, overall and class by class. */
export function pairOf(first: Judged, second: Judged, cells: Uint32Array, differences: LedgerMetrics): PairedDifference {
  const said = answers(first, second, cells);
  let agree = 0;
  for (let i = 0; i < cells.length; i++) if (said.first[i] === said.second[i] && said.first[i] !== NO_CLASS) agree++;
  // Per class: cells, right by the first alone, by the second alone, by both.
  const tallies = new Float64Array(first.names.length * 4);
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    const at = first.codes[cell]! * 4;
    const [a, b] = [first.rank[cell] === 0, second.rank[cell] === 0];
    tallies[at]!++;
    if (a || b) tallies[at + (a && b ? 3 : a ? 1 : 2)]!++;
  }
  const perClass = first.names.flatMap((label, code) => {
    const [of, onlyFirst, onlySecond, both] = tallies.subarray(code * 4, code * 4 + 4) as unknown as [number, number, number, number];
    if (of === 0) return [];
    return [
      {
        label,
        cells: of,
        first: (both + onlyFirst) / of,
        second: (both + onlySecond) / of,
      },
    ];
  });
  return {
    models: [first.model, second.model],
    differences,
    agree,
    cells: cells.length,
    perClass: perClass.sort((a, b) => b.cells - a.cells),
  };
}
