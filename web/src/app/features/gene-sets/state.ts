import { signal } from "@preact/signals";
import type { EnrichmentRequest } from "../../../contract/operations/gene-sets";

/** The sets asked about: a file of the user's, or the built-in ones. Kept while the page is open. */
export const sets = signal<EnrichmentRequest["file"] | null>(null);
/** Genes of a set, from and to. */
export const sizes = signal({ min: 10, max: 500 });

/** Mitochondrial sets are small. */
export const smallestSet = (): number => (sets.value === "mitochondria" ? Math.min(3, sizes.value.min) : sizes.value.min);

/** How sets are tested against a ranking of genes. */
export const method = signal<EnrichmentRequest["method"]>("preranked");
/** The column whose groups the scores are summed over; empty for the predicted classes. */
export const scoresBy = signal("");

/** A set's name as it is read. */
export const setTitle = (name: string): string => name.replaceAll("_", " ");
