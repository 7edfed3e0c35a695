import { unwrap, type CoreModule } from "../base/core";

/** What genes are by their symbols and Ensembl ids, as bits (contract/survey.ts): mitochondrial, of a ribosomal protein. */
export function geneKinds(
  core: CoreModule,
  { symbols, ensemblIds }: { symbols: readonly string[]; ensemblIds: readonly string[] },
): Uint8Array<ArrayBuffer> {
  if (symbols.length === 0) return new Uint8Array();
  return unwrap(core.gene_kinds({ ids: symbols.join("\n"), alternatives: [ensemblIds.join("\n")] }));
}
