import { quietly } from "./link-codecs";

export type DataLink = { kind: "none" } | { kind: "open"; url: string } | { kind: "redirect"; to: string } | { kind: "bad"; why: string };

/** The page whose policy lets data of other origins in. */
export const isRemotePage = (page: { pathname: string }) => /\/remote(\.html)?$/.test(page.pathname);

/**
 * What to do about `?h5ad=`: open an address of this origin here; send another origin's to remote.html,
 * whose policy may fetch it; refuse what is neither.
 */
export function dataLink(page: URL): DataLink {
  const asked = new URLSearchParams(page.search).get("h5ad");
  if (!asked) return { kind: "none" };
  let url: URL;
  try {
    url = new URL(asked, page);
  } catch {
    return { kind: "bad", why: `“${asked}” is not an address.` };
  }
  if (url.origin === page.origin && url.protocol.startsWith("http")) return { kind: "open", url: url.href };
  const isLocal = url.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname);
  if (url.protocol !== "https:" && !isLocal) return { kind: "bad", why: "Only https:// addresses can be opened." };
  if (isRemotePage(page)) return { kind: "open", url: url.href };
  const to = new URL("remote.html", page);
  const others = new URLSearchParams(page.search);
  others.delete("h5ad");
  to.search = withData(others, url.href);
  to.hash = page.hash;
  return { kind: "redirect", to: to.href };
}

/** The query that names data beside what else it says; data of this page's folder by their path in it. */
export function dataQuery(page: URL, url: string | null): string {
  const others = new URLSearchParams(page.search);
  others.delete("h5ad");
  if (url === null) return others.size > 0 ? `?${others}` : "";
  const folder = new URL(".", page).href;
  return `?${withData(others, url.startsWith(folder) ? url.slice(folder.length) : url)}`;
}

function withData(others: URLSearchParams, url: string): string {
  return [`h5ad=${quietly(url)}`, ...(others.size > 0 ? [others.toString()] : [])].join("&");
}
