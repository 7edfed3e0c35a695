import type { ModelSays, Suggestion, TermShare } from "../../../contract/annotation";
import type { Ontology } from "../trust/is-a";
import { agreedOn, agreedTerms, type Said } from "../consensus/consensus";
import type { CommonTerms } from "../consensus/common-term";

/** So many of a group's cells must go by a class for the group to be called so; else the term that so many lie below is. */
export const COVERED = 0.8;

/** What the models' terms come to in one group. */
export interface GroupTerms {
  consensus: (TermShare & { models: number }) | null;
  covering: TermShare | null;
}

/**
 * The finest term that most of a group's cells go by (of two models and more), and the finest that covers 80% of them: null where a single
 * class or the consensus does that itself, or no term that says anything does.
 */
export function termsOf(ontology: Ontology, common: CommonTerms, said: readonly Said[], voices: number): GroupTerms {
  const cells = said.reduce((sum, one) => sum + one.cells, 0);
  const named = (term: string, share: number): TermShare => ({ id: term, name: ontology.nameOf(term), share });
  const agreed = voices > 1 ? agreedOn(common, said) : null;
  const consensus = agreed && { ...named(agreed.term, agreed.share), models: agreed.models };
  const counts = agreedTerms(common, said, Math.min(2, voices));
  const labelled = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const isSettled = consensus ? consensus.share >= COVERED : [...counts.values()].some((count) => count >= COVERED * labelled);
  const wide = isSettled ? null : common.finest(counts, (count) => count >= COVERED * cells);
  return { consensus, covering: wide && named(wide.term, wide.count / cells) };
}

/** The name offered for a group: what most cells are by all models, or what covers them; else the commonest label of the surest model. */
export function suggestionOf(
  { consensus, covering }: GroupTerms,
  models: readonly ModelSays[],
  byMarkers: { name: string; ontologyId: string; share: number } | null,
): Suggestion {
  const spoken = models.filter(({ label }) => label !== "");
  const several = spoken.length > 1 ? "consensus" : (spoken[0]?.model ?? "");
  const named = ({ id, name, share }: TermShare, source: string): Suggestion => ({
    name,
    ontologyId: id,
    source,
    confidence: share,
    mark: "named",
  });
  if (consensus && consensus.share >= COVERED) return named(consensus, "consensus");
  if (covering) return named(covering, several);
  if (consensus) return named(consensus, "consensus");
  const [surest] = [...spoken].sort((a, b) => b.share - a.share || b.probability - a.probability);
  if (surest) return named({ id: surest.ontologyId, name: surest.label, share: surest.share }, surest.model);
  if (byMarkers) return named({ id: byMarkers.ontologyId, name: byMarkers.name, share: byMarkers.share }, "markers");
  return { name: "", ontologyId: "", source: "", confidence: null, mark: "unknown" };
}
