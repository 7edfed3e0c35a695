import type { Signal } from "@preact/signals";

/** A field that narrows a list while one types. `label` is what it is read out as. */
export function SearchField({ label, placeholder, search }: { label: string; placeholder: string; search: Signal<string> }) {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={search.value}
      onInput={(event) => {
        search.value = event.currentTarget.value;
      }}
    />
  );
}
