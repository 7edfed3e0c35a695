import { AnalysisError } from "../../../contract/errors";
import { fileLink, type FileLink } from "./links";

/** Pages of a record or an article -> what lists its files, and how to read the list. As of 2026. */
const RECORDS: { site: string; page: RegExp; list(id: string): string; files(answer: unknown): Listed[] }[] = [
  {
    site: "Zenodo",
    page: /^https:\/\/zenodo\.org\/records?\/(\d+)\/?(?:[?#].*)?$/,
    list: (id) => `https://zenodo.org/api/records/${id}`,
    files: (answer) =>
      listOf(answer, "files").map((file) => ({
        name: words(file.key),
        url: words((file.links as Loose | undefined)?.self),
        bytes: Number(file.size),
      })),
  },
  {
    site: "figshare",
    page: /^https:\/\/(?:[\w-]+\.)?figshare\.com\/articles\/(?:[^/?#]+\/)*?(\d+)(?:\/\d+)?\/?(?:#.*)?$/,
    list: (id) => `https://api.figshare.com/v2/articles/${id}`,
    files: (answer) =>
      listOf(answer, "files").map((file) => ({ name: words(file.name), url: words(file.download_url), bytes: Number(file.size) })),
  },
];

type Loose = Record<string, unknown>;
interface Listed {
  name: string;
  url: string;
  bytes: number;
}

const words = (value: unknown) => (typeof value === "string" ? value : "");
const listOf = (answer: unknown, key: string): Loose[] => {
  const list = (answer as Loose | null)?.[key];
  return Array.isArray(list) ? (list as Loose[]) : [];
};

/** Data that can be opened, by its name. */
const OPENS = /\.(h5ad|h5|hdf5)$/i;

/** Picks the one file of a record that can be opened; throws, with their addresses, where there are several or none. */
export function onlyFile(site: string, page: string, files: Listed[]): FileLink {
  const open = files.filter(({ name, url }) => OPENS.test(name) && url.startsWith("https://"));
  const [first] = open;
  if (open.length === 1)
    return {
      url: first!.url,
      note: `The link leads to a page of ${site}; the one file of it that can be opened here, ${first!.name}, is read.`,
    };
  if (open.length === 0)
    throw new AnalysisError("bad-input", `${page} leads to a page of ${site} with no .h5ad or .h5 file among its ${files.length} files.`);
  const list = open
    .slice(0, 6)
    .map(({ name, url, bytes }) => `${name} (${Math.max(1, Math.round(bytes / 1e6)).toLocaleString("en")} MB): ${url}`)
    .join(", ");
  throw new AnalysisError(
    "bad-input",
    `${page} leads to a page of ${site} with ${open.length} files that can be opened. Open the link of one of them: ` +
      `${list}${open.length > 6 ? ", and more" : ""}.`,
  );
}

/** The file meant by an address: what its page says, or what the record behind it lists. */
export async function findFile(url: string, ask: (list: string) => Promise<unknown> = askList): Promise<FileLink> {
  for (const { site, page, list, files } of RECORDS) {
    const id = page.exec(url)?.[1];
    if (!id) continue;
    const answer = await ask(list(id)).catch(() => null);
    // Where the list cannot be had, the page is named for what it is.
    if (answer) return onlyFile(site, url, files(answer));
  }
  return fileLink(url);
}

async function askList(list: string): Promise<unknown> {
  const response = await fetch(list, { cache: "no-store", headers: { Accept: "application/json" } });
  return response.ok ? response.json() : null;
}
