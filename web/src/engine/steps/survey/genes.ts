import type { GeneMatch } from "../../../contract/survey";
import type { OpenedFile } from "../../file/opened-file";
import type { GeneIds } from "../../contract/cells";

const ENSEMBL = /^(ENS[A-Z]*G\d{11})/;
const isIdentifier = (name: string) => ENSEMBL.test(name) || /^\d+$/.test(name);

/** A matrix's genes as people name them, by their places in it. */
export interface SurveyGenes {
  symbols: string[];
  /** Without version; empty where the file gives none. */
  ensemblIds: string[];
}

const named = new WeakMap<GeneIds, SurveyGenes>();

/** Symbols and Ensembl ids of a matrix's genes, from whichever columns hold them. */
export async function surveyGenes(file: OpenedFile, matrix: string): Promise<SurveyGenes> {
  const ids = await file.geneIds(matrix);
  let genes = named.get(ids);
  if (!genes) named.set(ids, (genes = nameGenes(ids)));
  return genes;
}

function nameGenes({ ids, alternatives }: GeneIds): SurveyGenes {
  const columns = [ids, ...alternatives.map(({ values }) => values)];
  const readable =
    columns.find((names) => names.slice(0, 200).filter((name) => name && !isIdentifier(name)).length > Math.min(200, names.length) / 2) ??
    ids;
  const identified = columns.find(
    (names) => names.slice(0, 200).filter((name) => ENSEMBL.test(name)).length > Math.min(200, names.length) / 2,
  );
  return {
    symbols: ids.map((id, gene) => readable[gene] || id),
    ensemblIds: ids.map((_, gene) => ENSEMBL.exec(identified?.[gene] ?? "")?.[1] ?? ""),
  };
}

/** Other names of human genes: a symbol or alias in lower case -> symbols in upper case and Ensembl ids of what it means. */
export type Aliases = Map<string, string[]>;

/** Aliases of a model's genes.tsv (columns symbol, ensembl_id, aliases, separated by bars). */
export function readAliases(genesTsv: string): Aliases {
  const aliases: Aliases = new Map();
  for (const line of genesTsv.trimEnd().split("\n").slice(1)) {
    const [symbol = "", id = "", names = ""] = line.split("\t");
    // A file that names its genes by ids alone is searched by symbol all the same.
    for (const name of [symbol, ...names.split("|")].filter(Boolean)) {
      const meant = [name === symbol ? "" : symbol.toUpperCase(), id].filter(Boolean);
      aliases.set(name.toLowerCase(), [...(aliases.get(name.toLowerCase()) ?? []), ...meant]);
    }
  }
  return aliases;
}

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
