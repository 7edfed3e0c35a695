import { sha256 } from "../base/sha256";

/** A name that a folder can have, of a file's stem. */
export function folderName(stem: string, otherwise: string): string {
  const name = stem
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+/, "")
    .slice(0, 80);
  return name || otherwise;
}

/** A file's name without folders and ending. */
export const stemOf = (file: string): string => file.replace(/^.*[\\/]/, "").replace(/\.[A-Za-z0-9]+$/, "");

/** genes.tsv of names alone, Ensembl ids told by how they are written. */
export function genesTsv(genes: string[]): string {
  const rows = genes.map((gene) => `${gene}\t${/^ENS[A-Z]*G\d{6,}/.test(gene) ? gene : ""}\t\t1\n`);
  return `symbol\tensembl_id\taliases\tscale\n${rows.join("")}`;
}

/** Mouse symbols all in capitals (ACTB for Actb) are no file's own way of writing them: they are found in another case, too. */
export const isInCapitals = (genes: string[]): boolean => genes.every((gene) => gene === gene.toUpperCase());

/** A file as the manifest lists it. */
export async function fileEntry(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<{ path: string; sha256: string; bytes: number }> {
  return { path, sha256: await sha256(bytes), bytes: bytes.length };
}
