import { signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import type { Knowing } from "../../../contract/known-classes";
import type { Phenotype } from "../../../contract/types";

export interface Listed {
  title: string;
  models: readonly Knowing[];
  phenotype: Phenotype;
}

/** The models whose classes are listed in a dialog; null while none are. */
export const listed = signal<Listed | null>(null);

/** A count of classes: a click lists them, with what each was learned from. */
export function ClassesLink({ title, models, phenotype, children }: Listed & { children: ComponentChildren }) {
  return (
    <button
      type="button"
      class="link"
      aria-haspopup="dialog"
      title="List them, with what each was learned from"
      onClick={() => {
        listed.value = { title, models, phenotype };
      }}
    >
      {children}
    </button>
  );
}
