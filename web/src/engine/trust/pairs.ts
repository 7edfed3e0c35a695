import type { LedgerMetrics, PairedDifference } from "../../pipeline/trust";
import type { Comparison, Phenotype } from "../../pipeline/types";
import { unwrap, type CoreModule } from "../core";
import { NO_CLASS } from "../scores";
import type { Judged } from "./judged";

/** First answers of two models in the first one's codes; an answer only the second knows is none of them. */
function answers(first: Judged, second: Judged, cells: Uint32Array) {
  const codes = new Map(first.names.map((name, code) => [name, code]));
  const translated = second.names.map((name) => codes.get(name) ?? NO_CLASS);
  return {
    first: Uint16Array.from(cells, (cell) => first.first[cell]!),
    second: Uint16Array.from(cells, (cell) => translated[second.first[cell]!] ?? NO_CLASS),
  };
}

/** McNemar's test of two models on the cells both are judged on. */
export function compareTwo(core: CoreModule, first: Judged, second: Judged, cells: Uint32Array, phenotype: Phenotype): Comparison {
  return { models: [first.model, second.model], phenotype, ...outcomes(core, first, second, cells) };
}

/** By their own judgements: each model has its own codes. */
function outcomes(core: CoreModule, first: Judged, second: Judged, cells: Uint32Array) {
  const right = (one: Judged) => Uint16Array.from(cells, (cell) => Number(one.rank[cell] !== 0));
  return unwrap(core.compare({ first: right(first), second: right(second), truth: new Int32Array(cells.length) }));
}

/** Where two models differ, overall and class by class. */
export function pairOf(core: CoreModule, first: Judged, second: Judged, cells: Uint32Array, differences: LedgerMetrics): PairedDifference {
  const said = answers(first, second, cells);
  let agree = 0;
  for (let i = 0; i < cells.length; i++) if (said.first[i] === said.second[i] && said.first[i] !== NO_CLASS) agree++;
  const byLabel = new Map<number, number[]>();
  for (const cell of cells) {
    const code = first.codes[cell]!;
    const known = byLabel.get(code);
    if (known) known.push(cell);
    else byLabel.set(code, [cell]);
  }
  const perClass = [...byLabel].map(([code, of]) => {
    const { bothRight, onlyFirst, onlySecond, pValue } = outcomes(core, first, second, Uint32Array.from(of));
    return { label: first.names[code]!, cells: of.length, first: (bothRight + onlyFirst) / of.length, second: (bothRight + onlySecond) / of.length, pValue };
  });
  return { models: [first.model, second.model], differences, agree, cells: cells.length, perClass: perClass.sort((a, b) => b.cells - a.cells) };
}
