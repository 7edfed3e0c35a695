import { AnalysisError } from "../../../contract/errors";
import type { EnrichedSet, EnrichmentReport, EnrichmentRequest } from "../../../contract/operations/gene-sets";
import { unwrap, type CoreModule } from "../../base/core";
import { matchedNull } from "./matched-null";
import { overlapsOf } from "./overlap";
import { mitochondrialSets } from "./mitochondria";
import { parseGeneSets } from "./parse";
import { GeneIndex } from "../../genes/gene-index";

/** Sets whose overlaps are told: a picture of more cannot be read. */
const LINKED = 60;
const BUILT_IN = "the built-in mitochondrial sets";
const NONE = {
  share: NaN,
  matched: { value: NaN, low: NaN, high: NaN },
  overlap: NaN,
  expected: NaN,
  odds: { value: NaN, low: NaN, high: NaN },
  es: NaN,
  nes: NaN,
};

/** Tests sets of genes against attributions. Genes outside the background (measured, read by the model, expressed) count nowhere. */
export function enrich(core: CoreModule, request: EnrichmentRequest): EnrichmentReport {
  const { symbols, ensemblIds, mean, meanAbs, expressed, method, minSize, maxSize } = request;
  const isBuiltIn = request.file === "mitochondria";
  const file = request.file === "mitochondria" ? { name: BUILT_IN, text: "" } : request.file;
  const { sets, notes } = isBuiltIn ? { sets: mitochondrialSets(symbols), notes: [] as string[] } : parseGeneSets(file);
  const index = new GeneIndex(symbols, ensemblIds);
  const inside = Int32Array.from(expressed.keys()).filter((gene) => expressed[gene]! > 0 && meanAbs[gene]! > 0);
  if (inside.length < 10)
    throw new AnalysisError("bad-input", `Only ${inside.length} genes are ranked: too few to test sets of genes with.`);
  const place = new Int32Array(symbols.length).fill(-1);
  inside.forEach((gene, i) => {
    place[gene] = i;
  });
  let unknown = 0;
  const mapped = sets.map((set) => {
    const found = new Set<number>();
    for (const name of set.genes) {
      const gene = index.find(name);
      if (gene === undefined) unknown++;
      else if (place[gene]! >= 0) found.add(place[gene]!);
    }
    return { set, genes: [...found].sort((a, b) => a - b) };
  });
  const tested = mapped.filter(({ genes }) => genes.length >= minSize && genes.length <= maxSize);
  const listed = sets.reduce((sum, { genes }) => sum + genes.length, 0);
  if (listed === 0)
    throw new AnalysisError("bad-input", "No gene of the built-in sets is one the model knows; they are of human mitochondria.");
  if (unknown === listed)
    throw new AnalysisError(
      "bad-input",
      `None of the ${listed} gene names in ${file.name} is a gene the model knows (first: ${sets[0]!.genes[0]}); symbols or Ensembl ` +
        `ids of human genes are expected.`,
    );
  if (tested.length === 0)
    throw new AnalysisError(
      "bad-input",
      `No set of ${file.name} has from ${minSize} to ${maxSize} genes among the ${inside.length} ranked; choose other sizes.`,
    );
  const given = (values: Float32Array) => Float32Array.from(inside, (gene) => values[gene]!);
  const amounts = given(meanAbs);
  const test = matchedNull(
    { mean: given(mean), meanAbs: amounts, expressed: given(expressed), weight: request.weight && given(request.weight) },
    tested.map(({ genes }) => genes),
    method,
    request.top,
    request.permutations,
    request.seed,
  );
  const ranked = Float32Array.from(test.scores);
  const { drawn } = test;
  const q = unwrap(core.benjamini_hochberg(Float64Array.from(test.sets, ({ p }) => p)));
  const of = {
    genes: Int32Array.from(tested.flatMap(({ genes }) => genes)),
    lengths: Int32Array.from(tested, ({ genes }) => genes.length),
  };
  const name = (gene: number) => symbols[inside[gene]!] || ensemblIds[inside[gene]!]!;
  const base = ({ set, genes }: (typeof tested)[number], i: number) => ({
    ...NONE,
    p: test.sets[i]!.p,
    q: q[i]!,
    name: set.name,
    description: set.description,
    listed: set.genes.length,
    size: genes.length,
  });
  let found: EnrichedSet[];
  if (method === "over-representation") {
    const isDrawn = new Set(drawn);
    found = unwrap(core.over_representation({ background: inside.length, drawn, ...of })).map(({ overlap, odds }, i) => ({
      ...base(tested[i]!, i),
      overlap,
      odds,
      expected: test.sets[i]!.matched.value,
      genes: tested[i]!.genes.filter((gene) => isDrawn.has(gene))
        .sort((a, b) => ranked[b]! - ranked[a]!)
        .map(name),
    }));
  } else if (method === "matched-share") {
    found = test.sets.map(({ value: share, matched }, i) => ({
      ...base(tested[i]!, i),
      share,
      matched,
      genes: [...tested[i]!.genes].sort((a, b) => amounts[b]! - amounts[a]!).map(name),
    }));
  } else {
    // Of the core's own test the leading edge alone: its random sets know nothing of genes that a model weighs alike.
    found = unwrap(core.preranked({ scores: ranked, ...of, weight: 1, permutations: 1, seed: request.seed })).map(({ leadingEdge }, i) => ({
      ...base(tested[i]!, i),
      es: test.sets[i]!.value,
      nes: test.sets[i]!.nes,
      genes: Array.from(leadingEdge, name),
    }));
  }
  found.sort(
    (a, b) =>
      a.p - b.p || b.share - a.share || Math.abs(b.nes) - Math.abs(a.nes) || b.odds.value - a.odds.value || a.name.localeCompare(b.name),
  );
  const members = new Map(tested.map(({ set, genes }) => [set.name, genes]));
  if (!request.weight)
    notes.push(
      "p: against draws in which genes of like expression exchange their attributions, as no weights are known; sets of genes that the " +
        "model weighs alike can have a small p by chance.",
    );
  if (unknown > 0) notes.push(`${unknown} of ${listed} gene names are not known to the model.`);
  return {
    method,
    file: file.name,
    sets: sets.length,
    tested: tested.length,
    background: inside.length,
    drawn: method === "over-representation" ? drawn.length : inside.length,
    keepsWeights: request.weight !== null,
    found,
    overlaps: overlapsOf(found.slice(0, LINKED).map(({ name: of_ }) => members.get(of_)!)),
    notes,
  };
}
