import type { SetAloneAnswers, SetAloneReport } from "../contract/operations/set-alone";
import type { Interval } from "../contract/types";
import type { Table } from "./table-csv";

const digits = (value: number) => Number(value.toPrecision(7));
const three = ({ value, low, high }: Interval) => [value, low, high].map(digits);

/** restricted.csv: head by head the full input, the set alone, and every random set alone. */
export function setAloneTable({ model, set, genes, heads }: SetAloneReport): Table {
  const names = ["same", "same_top3", "top1", "top3"].flatMap((name) => [name, `${name}_low`, `${name}_high`]);
  const row = (answers: SetAloneAnswers) => [
    ...three(answers.same),
    ...three(answers.sameTop3),
    ...three(answers.top1),
    ...three(answers.top3),
    digits(answers.entropy),
    answers.answered,
  ];
  return {
    columns: ["model", "set", "genes", "head", "labels", "input", ...names, "entropy_norm", "cells_answered"],
    rows: heads.flatMap(({ phenotype, column, full, set: own, random }) => [
      [model, set, genes, phenotype, column ?? "", "full", ...row(full)],
      [model, set, genes, phenotype, column ?? "", "set", ...row(own)],
      ...random.map((one, i) => [model, set, genes, phenotype, column ?? "", `random ${i + 1}`, ...row(one)]),
    ]),
  };
}
