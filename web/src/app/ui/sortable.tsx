import { useState } from "preact/hooks";
import type { ComponentChildren } from "preact";

export interface SortColumn<Row> {
  key: string;
  title: ComponentChildren;
  /** What rows are sorted by; numbers fall, words rise at first. */
  by(row: Row): number | string;
  cell(row: Row): ComponentChildren;
}

interface Props<Row> {
  caption: string;
  columns: SortColumn<Row>[];
  rows: readonly Row[];
  keyOf(row: Row): string | number;
  /** The column sorted by at first; absent for the order given. */
  first?: string;
  onRow?: (row: Row) => void;
  rowLabel?: (row: Row) => string;
  /** Rows shown at most, the first as they are sorted. */
  most?: number;
  /** Of a row, beside what it has as one that can be clicked. */
  rowClass?: (row: Row) => string;
}

/** A table that sorts by any column. */
export function SortableTable<Row>({ caption, columns, rows, keyOf, first, onRow, rowLabel, most = Infinity, rowClass }: Props<Row>) {
  const [sort, setSort] = useState<{ key: string; up: boolean } | null>(first ? { key: first, up: false } : null);
  const column = columns.find((one) => one.key === sort?.key);
  const sorted = column
    ? [...rows].sort((a, b) => {
        const [x, y] = [column.by(a), column.by(b)];
        const order = typeof x === "string" || typeof y === "string" ? String(x).localeCompare(String(y)) : y - x;
        return sort?.up ? -order : order;
      })
    : rows;
  const sortBy = (key: string) => setSort((now) => ({ key, up: now?.key === key ? !now.up : false }));
  const state = (key: string) =>
    sort?.key !== key
      ? "none"
      : typeof column?.by(rows[0]) === "string"
        ? sort.up
          ? "descending"
          : "ascending"
        : sort.up
          ? "ascending"
          : "descending";
  return (
    <div class="scroll">
      <table>
        <caption class="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map((one) => (
              <th key={one.key} scope="col" aria-sort={rows.length ? state(one.key) : "none"}>
                <button type="button" onClick={() => sortBy(one.key)}>
                  {one.title}
                  <i aria-hidden="true">{sort?.key === one.key ? (sort.up ? "▴" : "▾") : ""}</i>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, most).map((row) => (
            <tr key={keyOf(row)} class={`${onRow ? "clickable" : ""} ${rowClass?.(row) ?? ""}`.trim()} onClick={() => onRow?.(row)}>
              {columns.map((one, i) => (
                <td key={one.key}>
                  {i === 0 && onRow ? (
                    <button type="button" class="cellbutton" aria-label={rowLabel?.(row) ?? ""}>
                      {one.cell(row)}
                    </button>
                  ) : (
                    one.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
