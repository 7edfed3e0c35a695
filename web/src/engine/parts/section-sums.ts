import { Binary, makeVector, Table, tableFromIPC, tableToIPC, vectorFromArray } from "apache-arrow";

/** What the core summed over one section of the cells: the section's first cell, and the state of the sums. */
export interface SectionSum {
  first: number;
  state: Uint8Array;
}

/** Sums of sections as a file of Apache Arrow, a row each. */
export function sectionBytes(rows: readonly SectionSum[]): Uint8Array<ArrayBuffer> {
  const table = new Table({
    first: makeVector(Uint32Array.from(rows, ({ first }) => first)),
    state: vectorFromArray(
      rows.map(({ state }) => state),
      new Binary(),
    ),
  });
  return tableToIPC(table, "file") as Uint8Array<ArrayBuffer>;
}

/** The same read back. */
export function* sectionRows(bytes: Uint8Array): Generator<SectionSum> {
  const table = tableFromIPC(bytes);
  for (let row = 0; row < table.numRows; row++)
    yield { first: table.getChild("first")!.get(row) as number, state: table.getChild("state")!.get(row) as Uint8Array };
}
