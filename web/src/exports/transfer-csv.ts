import { mean } from "../contract/numbers";
import type { Interval } from "../contract/types";
import type { Table } from "./table-csv";

/** A model of one species asked about the cells of another, or, where both are one, about cells held out from training. */
export interface Transfer {
  trained: string;
  tested: string;
  /** Cells scored: those whose label is a class of the model. */
  cells: number;
  /** The other cells of the file: without a label, or with one that is no class of the model. */
  leftOut: number;
  /** Genes of the model that the file measures. */
  genes: number;
  /** Classes of the model that the file's cells have. */
  classes: number;
  accuracy: Interval;
  macroF1: number;
  /** Share of cells whose label is among the first three answers. */
  top3: number;
  /** Accuracy of always naming the label that most of the cells scored have. */
  majority: number;
}

const digits = (value: number) => Number(value.toPrecision(7));

/** transfer.csv: every ordered pair of species. */
export function transferTable(pairs: Transfer[]): Table {
  return {
    columns: [
      "train_species",
      "test_species",
      "cells",
      "genes_shared",
      "classes_shared",
      "accuracy",
      "accuracy_low",
      "accuracy_high",
      "macro_f1",
      "top3",
      "majority",
      "cells_left_out",
    ],
    rows: pairs.map(({ trained, tested, cells, leftOut, genes, classes, accuracy, macroF1, top3, majority }) => [
      trained,
      tested,
      cells,
      genes,
      classes,
      ...[accuracy.value, accuracy.low, accuracy.high, macroF1, top3, majority].map(digits),
      leftOut,
    ]),
  };
}

/** matrix.csv: macro F1, a row per species trained on, a column per species asked about; empty where no cell could be scored. */
export function transferMatrix(pairs: Transfer[]): Table {
  const names = speciesOf(pairs);
  return {
    columns: ["train_species", ...names],
    rows: names.map((trained) => [trained, ...names.map((tested) => digits(pairOf(pairs, trained, tested).macroF1))]),
  };
}

/** Means over the pairs that could be scored: all of them, and those of two species. */
export function transferMeans(pairs: Transfer[]): {
  all: { macroF1: number; accuracy: number };
  between: { macroF1: number; accuracy: number };
} {
  const means = (some: Transfer[]) => {
    const scored = some.filter(({ macroF1 }) => !Number.isNaN(macroF1));
    return { macroF1: mean(scored.map(({ macroF1 }) => macroF1)), accuracy: mean(scored.map(({ accuracy }) => accuracy.value)) };
  };
  return { all: means(pairs), between: means(pairs.filter(({ trained, tested }) => trained !== tested)) };
}

/** The matrix and its means as text of fixed width. */
export function transferText(pairs: Transfer[]): string {
  const names = speciesOf(pairs);
  const number = (value: number) => (Number.isNaN(value) ? "-" : value.toFixed(3));
  const rows = [
    ["", ...names],
    ...names.map((trained) => [trained, ...names.map((tested) => number(pairOf(pairs, trained, tested).macroF1))]),
  ];
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)));
  const lines = rows.map((row) => row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at]!) : cell.padStart(widths[at]!))).join("  "));
  const { all, between } = transferMeans(pairs);
  return [
    "Macro F1: trained on the row's species, asked about the column's (the diagonal: cells held out).",
    ...lines,
    `Average macro F1 ${number(all.macroF1)} with the diagonal, ${number(between.macroF1)} without; accuracy ` +
      `${number(all.accuracy)} and ${number(between.accuracy)}.`,
    "",
  ].join("\n");
}

function speciesOf(pairs: Transfer[]): string[] {
  return [...new Set(pairs.map(({ trained }) => trained))];
}

function pairOf(pairs: Transfer[], trained: string, tested: string): Transfer {
  return pairs.find((pair) => pair.trained === trained && pair.tested === tested)!;
}
