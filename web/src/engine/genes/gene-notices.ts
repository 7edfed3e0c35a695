import type { Notice } from "../../contract/types";
import type { GeneIds } from "../contract/cells";

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec";
/** What spreadsheets make of MARCHF1, SEPTIN2 and DEC1. */
const DATE = new RegExp(
  `^(\\d{1,2}[-/. ](${MONTHS})|(${MONTHS})[-/. ]\\d{1,2}|\\d{4}-\\d{2}-\\d{2}( 00:00:00)?|\\d{1,2}/\\d{1,2}/\\d{2,4})$`,
  "i",
);
const NAMELESS = /^(nan|na|none|null|)$/i;

/** What is wrong with names of genes, one sentence each. */
export function geneNotices({ ids, alternatives }: GeneIds): Notice[] {
  const found: Notice[] = [];
  const columns = [ids, ...alternatives.map(({ values }) => values)];
  const dates = ids.filter((_, gene) => columns.some((names) => DATE.test(names[gene]!)));
  if (dates.length > 0)
    found.push({
      code: "gene-dates",
      message:
        `${many(dates.length, "gene name is a date", "gene names are dates")} (${some(dates)}): a spreadsheet made ` +
        `them of names such as MARCHF1, SEPTIN2 or DEC1, and they match no gene. Name them again in the source, or ` +
        `use Ensembl ids.`,
    });
  const nameless = ids.reduce((count, _, gene) => count + Number(columns.every((names) => NAMELESS.test(names[gene]!.trim()))), 0);
  if (nameless > 0)
    found.push({ code: "gene-nameless", message: `${many(nameless, "gene has", "genes have")} no name: they match no gene of any model.` });
  return found;
}

const many = (count: number, one: string, more: string) => `${count.toLocaleString("en")} ${count === 1 ? one : more}`;
const some = (names: string[]) => `${names.slice(0, 3).join(", ")}${names.length > 3 ? ", …" : ""}`;
