/** The file's name in its address: the last part that looks like one. */
export function nameIn(url: string): string {
  const parts = new URL(url, globalThis.location?.href).pathname.split("/").filter(Boolean);
  const last = parts.findLast((part) => /\.\w+$/.test(part)) ?? parts.at(-1);
  try {
    return last ? decodeURIComponent(last) : url;
  } catch {
    return last ?? url;
  }
}
