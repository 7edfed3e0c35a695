import { AnalysisError } from "../../../contract/errors";

/** An address that bytes can be read from, and what was made of the one given: a sentence, or empty. */
export interface FileLink {
  url: string;
  note: string;
}

/** Pages that show a file -> the file. Each host's own form of address, as of 2026. */
const PAGES: [site: string, pattern: RegExp, file: (match: RegExpExecArray) => string][] = [
  [
    "GitHub",
    /^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:blob|raw)\/([^?#]+)/,
    ([, repo, path]) => `https://raw.githubusercontent.com/${repo}/${path}`,
  ],
  [
    "Zenodo",
    /^https:\/\/zenodo\.org\/(?:records?|api\/records)\/(\d+)\/files\/([^/?#]+)(?:\/content)?/,
    ([, record, name]) => `https://zenodo.org/api/records/${record}/files/${name}/content`,
  ],
  [
    "Zenodo",
    /^https:\/\/zenodo\.org\/records\/(\d+)\/preview\/([^?#]+)/,
    ([, record, name]) => `https://zenodo.org/api/records/${record}/files/${name}/content`,
  ],
  [
    "figshare",
    /^https:\/\/(?:[\w-]+\.)?figshare\.com\/articles\/[^?#]*\?(?:[^#]*&)?file=(\d+)/,
    ([, file]) => `https://ndownloader.figshare.com/files/${file}`,
  ],
  [
    "figshare",
    /^https:\/\/(?:[\w-]+\.)?figshare\.com\/ndownloader\/files\/(\d+)/,
    ([, file]) => `https://ndownloader.figshare.com/files/${file}`,
  ],
  [
    "Hugging Face",
    /^https:\/\/huggingface\.co\/(.+?)\/blob\/([^?#]+)/,
    ([, repo, path]) => `https://huggingface.co/${repo}/resolve/${path}`,
  ],
  [
    "Dropbox",
    /^https:\/\/www\.dropbox\.com\/(s|scl)\/([^#]+)/,
    ([, kind, rest]) => `https://dl.dropboxusercontent.com/${kind}/${rest!.replace(/([?&])dl=0/, "$1dl=1")}`,
  ],
];

/** Pages that hold no address of a file. */
const NO_FILES: [pattern: RegExp, what: string][] = [
  [/^https:\/\/github\.com\/[^/]+\/[^/]+(?:\/tree\/.*)?\/?$/, "a GitHub repository"],
  [/^https:\/\/zenodo\.org\/records?\/\d+\/?(?:[?#].*)?$/, "a Zenodo record"],
  [/^https:\/\/(?:[\w-]+\.)?figshare\.com\/articles\/[^?]*$/, "a figshare article"],
  [/^https:\/\/(?:drive|docs)\.google\.com\//, "Google Drive, which lets no other page read its files"],
  [/^https:\/\/cellxgene\.cziscience\.com\/(?:e|collections)\//, "a page of CELLxGENE Discover"],
  [/^https:\/\/www\.ncbi\.nlm\.nih\.gov\/geo\/query\//, "a page of GEO"],
];

/** The address of the file meant by the address of a page about it. Throws where the page is known to hold none. */
export function fileLink(url: string): FileLink {
  for (const [site, pattern, file] of PAGES) {
    const match = pattern.exec(url);
    if (!match) continue;
    const to = file(match);
    return { url: to, note: to === url ? "" : `The link leads to a page of ${site}; the file it shows is read from ${to}.` };
  }
  for (const [pattern, what] of NO_FILES) {
    if (!pattern.test(url)) continue;
    throw new AnalysisError(
      "bad-input",
      `${url} leads to ${what}, not to a file. Copy the address of its download button, or download the file and drop it here.`,
    );
  }
  return { url, note: "" };
}
