import { signal } from "@preact/signals";
import type { EnrichmentRequest } from "../../../contract/operations/gene-sets";

/** The sets asked about: a file of the user's, or the built-in ones. Kept while the page is open. */
export const sets = signal<EnrichmentRequest["file"] | null>(null);
/** Genes of a set, from and to. */
export const sizes = signal({ min: 10, max: 500 });

/** Mitochondrial sets are small. */
export const smallest = (): number => (sets.value === "mitochondria" ? Math.min(3, sizes.value.min) : sizes.value.min);
