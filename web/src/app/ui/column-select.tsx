import type { ColumnInfo } from "../../contract/types";
import { count } from "../../plots/format";
import * as state from "../store";

interface ColumnSelectProps {
  label: string;
  value: string;
  onChoose(name: string): void;
  /** What choosing none is called; absent where one must be chosen. */
  none?: string;
  hasNumbers?: boolean;
}

/** A select of the file's columns. */
export function ColumnSelect({ label, value, onChoose, none, hasNumbers = false }: ColumnSelectProps) {
  const usable = state.info.value?.columns.filter((column) => hasNumbers || column.kind !== "number") ?? [];
  const title = (column: ColumnInfo) => `${column.name}${column.categories ? ` (${count(column.categories)})` : ""}`;
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {usable.map((column) => (
          <option key={column.name} value={column.name}>
            {title(column)}
          </option>
        ))}
      </select>
    </label>
  );
}
