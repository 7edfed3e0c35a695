import { signal } from "@preact/signals";

const KEY = "phenolens-all-columns";

function kept(): boolean {
  try {
    return localStorage.getItem(KEY) === "yes";
  } catch {
    return false;
  }
}

/** Whether an annotated .h5ad has every column of every model in obs; kept on this computer. */
export const hasAllColumns = signal(kept());

export function setAllColumns(isAll: boolean): void {
  hasAllColumns.value = isAll;
  try {
    localStorage.setItem(KEY, isAll ? "yes" : "no");
  } catch {
    // Storage may be closed to the page: the choice lasts as long as it.
  }
}
