import type { GeneMatch } from "../../../contract/survey";
import type { Aliases, GeneNames } from "../../genes/names";

/** A matrix's genes as people name them, by their places in it; Ensembl ids without version, empty where the file gives none. */
export type SurveyGenes = Pick<GeneNames, "symbols" | "ensemblIds">;

/** Genes by what was typed: the symbol, an id, an alias, then beginnings and parts of names, the shortest first. */
export function findGenes({ symbols, ensemblIds }: SurveyGenes, aliases: Aliases, text: string, limit: number): GeneMatch[] {
  const typed = text.trim().toLowerCase();
  if (!typed) return [];
  const id = typed.replace(/\.\d+$/, "");
  const meant = new Set(aliases.get(typed) ?? []);
  const order: GeneMatch["how"][] = ["symbol", "id", "alias", "prefix", "part"];
  const found: GeneMatch[] = [];
  symbols.forEach((symbol, gene) => {
    const name = symbol.toLowerCase();
    const ensemblId = ensemblIds[gene]!;
    const match = (how: GeneMatch["how"], matched = "") => found.push({ gene, symbol, ensemblId, how, matched });
    if (name === typed) match("symbol");
    else if (ensemblId && ensemblId.toLowerCase() === id) match("id", ensemblId);
    else if (meant.has(symbol.toUpperCase()) || (ensemblId && meant.has(ensemblId))) match("alias", text.trim());
    else if (name.startsWith(typed)) match("prefix");
    else if (typed.length > 1 && name.includes(typed)) match("part");
    else if (id.startsWith("ens") && id.length > 5 && ensemblId.toLowerCase().startsWith(id)) match("prefix", ensemblId);
  });
  return found
    .sort(
      (a, b) =>
        order.indexOf(a.how) - order.indexOf(b.how) ||
        a.symbol.length - b.symbol.length ||
        (a.symbol < b.symbol ? -1 : a.symbol > b.symbol ? 1 : a.gene - b.gene),
    )
    .slice(0, limit);
}
