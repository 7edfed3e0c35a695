import type {
  Annotation,
  AnnotationBy,
  AnnotationQuestion,
  AnnotationReport,
  AppliedAnnotation,
  GivenGroups,
  TermHit,
} from "../annotation";

/** Names for groups of cells. */
export interface AnnotationOperations {
  /** The groups of the open file without names: clusters are those found last. Colours are the file's where it has some. */
  startAnnotation: { request: { matrix: string; by: AnnotationBy }; reply: Annotation; part: never };
  /** A row a group. Passes over the file where the groups' genes, or quality, are not known yet; can be stopped. */
  annotationRows: { request: AnnotationQuestion; reply: AnnotationReport; part: never };
  /**
   * Clusters of the cells of one group alone: own variable genes, components, neighbours and Leiden. A cluster per cell of the file, -1 for
   * cells of other groups or without a position. The survey's own clusters stay.
   */
  splitGroup: {
    request: { matrix: string; groups: GivenGroups; group: string; resolution: number; seed: number; lanes: number };
    reply: { codes: Int32Array<ArrayBuffer>; sizes: number[]; modularity: number; seconds: number };
    part: never;
  };
  /** Terms of Cell Ontology by what is typed: an id, a name or a synonym; exact ones first, then prefixes, prefixes of words, all words. */
  searchTerms: { request: { words: string; limit: number }; reply: TermHit[]; part: never };
  /** The annotation with what another file is matched by (`reference`), as it is saved. */
  savedAnnotation: { request: { annotation: Annotation; matrix: string; lanes: number }; reply: Annotation; part: never };
  /**
   * An annotation of this or another file, applied to the open one. Of the same file (by fingerprint) it comes back as it is, its cells
   * with it; else groups are `by` (left out: the same column, or the clusters found last) and get the names of those they match.
   */
  applyAnnotation: {
    request: { annotation: Annotation; matrix: string; by?: AnnotationBy; lanes: number };
    reply: AppliedAnnotation;
    part: never;
  };
}
