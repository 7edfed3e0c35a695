import { quietly } from "../share/link-codecs";

export type DataLink = { kind: "none" } | { kind: "open"; url: string } | { kind: "redirect"; to: string } | { kind: "bad"; why: string };

/** The page whose policy lets data of other origins in. */
export const isRemotePage = (page: { pathname: string }) => /\/remote(\.html)?$/.test(page.pathname);

/** An address as this page may use it: of its own origin, of another that remote.html reaches, or none. */
function placed(asked: string, page: URL): { url: string; isHere: boolean } | { why: string } {
  let url: URL;
  try {
    url = new URL(asked, page);
  } catch {
    return { why: `“${asked}” is not a valid URL.` };
  }
  if (url.origin === page.origin && url.protocol.startsWith("http")) return { url: url.href, isHere: true };
  const isLocal = url.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname);
  return url.protocol === "https:" || isLocal ? { url: url.href, isHere: false } : { why: "Only https:// URLs can be opened." };
}

/** Addresses of the models, each a folder as a .zip, that `?model=` brings along. */
export function modelLinks(page: URL): string[] {
  return new URLSearchParams(page.search).getAll("model").flatMap((asked) => {
    const found = placed(asked, page);
    return "url" in found ? [found.url] : [];
  });
}

/**
 * What to do about `?h5ad=` and `?model=`: open addresses of this origin here; send another origin's to remote.html,
 * whose policy may fetch them; refuse what is neither.
 */
export function dataLink(page: URL): DataLink {
  const query = new URLSearchParams(page.search);
  const data = query.get("h5ad");
  const all = [...(data ? [data] : []), ...query.getAll("model")].map((asked) => placed(asked, page));
  for (const one of all) if ("why" in one) return { kind: "bad", why: one.why };
  const found = all as { url: string; isHere: boolean }[];
  if (isRemotePage(page) || found.every(({ isHere }) => isHere)) return data ? { kind: "open", url: found[0]!.url } : { kind: "none" };
  const to = new URL("remote.html", page);
  to.search = data ? withData(others(page), found[0]!.url) : written(others(page));
  to.hash = page.hash;
  return { kind: "redirect", to: to.href };
}

function others(page: URL): URLSearchParams {
  const query = new URLSearchParams(page.search);
  query.delete("h5ad");
  return query;
}

const written = (query: URLSearchParams): string => [...query].map(([name, value]) => `${name}=${quietly(value)}`).join("&");

/** The query that names data beside what else it says; data of this page's folder by their path in it. */
export function dataQuery(page: URL, url: string | null): string {
  const rest = others(page);
  if (url === null) return rest.size > 0 ? `?${written(rest)}` : "";
  const folder = new URL(".", page).href;
  return `?${withData(rest, url.startsWith(folder) ? url.slice(folder.length) : url)}`;
}

function withData(rest: URLSearchParams, url: string): string {
  return [`h5ad=${quietly(url)}`, ...(rest.size > 0 ? [written(rest)] : [])].join("&");
}
