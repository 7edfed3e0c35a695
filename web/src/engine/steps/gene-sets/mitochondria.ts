import type { GeneSet } from "./parse";

/**
 * Genes of mitochondria by the stems of their approved symbols: HGNC's gene groups of the respiratory chain, the mitochondrial
 * ribosome and the import machinery are named by family (genenames.org, data free of restrictions). The 13 proteins, 2 rRNAs and
 * 22 tRNAs of the mitochondrial genome are kept apart from the nuclear genes. For all 1,100 and more, load MitoCarta's
 * or mitoXplorer's lists.
 */
const FAMILIES: { name: string; description: string; stem: RegExp }[] = [
  { name: "mtDNA genes", description: "genes of the mitochondrial genome", stem: /^MT-/ },
  { name: "Complex I, nuclear subunits", description: "NADH dehydrogenase", stem: /^NDUF[ABCSV]\d/ },
  { name: "Complex II", description: "succinate dehydrogenase", stem: /^SDH[ABCD]$/ },
  { name: "Complex III, nuclear subunits", description: "ubiquinol-cytochrome c reductase", stem: /^(UQCR[A-Z0-9]+|CYC1)$/ },
  { name: "Complex IV, nuclear subunits", description: "cytochrome c oxidase", stem: /^COX[4-8][A-Z]/ },
  { name: "Complex V, nuclear subunits", description: "ATP synthase", stem: /^(ATP5[A-Z0-9]+|DMAC2L)$/ },
  { name: "Mitochondrial ribosome", description: "MRPL and MRPS proteins", stem: /^MRP[LS]\d/ },
  { name: "Mitochondrial import", description: "TOM and TIM translocases", stem: /^(TOMM|TIMM)\d/ },
];

/** The built-in sets, of the genes at hand. */
export function mitochondrialSets(symbols: string[]): GeneSet[] {
  const sets = FAMILIES.map(({ stem, ...set }) => ({
    ...set,
    genes: symbols.filter((symbol) => stem.test(symbol) && !/P\d+$/.test(symbol)),
  }));
  const nuclear = {
    name: "All nuclear genes listed here",
    description: "complexes I to V, ribosome and import",
    genes: sets.slice(1).flatMap(({ genes }) => genes),
  };
  return [...sets, nuclear].filter(({ genes }) => genes.length > 0);
}
