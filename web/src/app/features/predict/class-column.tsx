import { ClassName } from "../../ui/class-name";
import { headTitle } from "../../ui/words";
import * as state from "../../store";

/** The column of a table of classes that names them, with their colours on the map. */
export function classColumn<T extends { label: string }>(phenotype: string) {
  const color = (label: string) => state.colorBook(phenotype).color(label, state.isDark.value);
  return {
    key: "label",
    title: headTitle(phenotype),
    by: (row: T) => row.label,
    cell: (row: T) => (
      <span>
        <i class="swatch" style={{ background: color(row.label) }} />
        <ClassName phenotype={phenotype} label={row.label} />
      </span>
    ),
  };
}
