import { AnalysisError } from "../../../contract/errors";

/** What to do when a page cannot read what a person can. */
const BY_HAND = "Download the file and drop it here.";

/** Query fields of links that are signed for a while: of S3, Google, Azure and CloudFront. */
const SIGNED = /[?&](x-amz-(signature|expires)|x-goog-signature|signature|expires|sig|se)=/i;

/** A status that is no success, in one sentence. */
export function refused(url: string, status: number): AnalysisError {
  const of = (words: string) => new AnalysisError("network", `${shown(url)} ${words}`);
  if (status === 404) return of("does not exist (404). Check the address.");
  if (status === 410) return of("was taken down (410). Look for where it is now.");
  if ((status === 403 || status === 400) && SIGNED.test(url))
    return of(`is a link that was good for a while only, and it has expired or is incomplete (${status}). Ask for a fresh link.`);
  if (status === 401 || status === 403 || status === 407) return of(`may not be read without logging in (${status}). ${BY_HAND}`);
  if (status === 429) return of("was asked for too often; the host wants a pause (429). Try again in some minutes.");
  if (status >= 500) return of(`could not be sent: its host has trouble of its own (${status}). Try again later.`);
  return of(`was refused (${status}). Check the address.`);
}

/** Bytes that are a web page, whatever the host calls them. */
export function isWebPage(start: Uint8Array, type: string | null): boolean {
  const text = new TextDecoder("latin1")
    .decode(start.subarray(0, 256))
    .replace(/^\uFEFF|^\u00ef\u00bb\u00bf/, "")
    .trimStart()
    .toLowerCase();
  return /^<(!doctype|html|head|\?xml|!--)/.test(text) || (/text\/html/.test(type ?? "") && text.slice(1, 4) !== "hdf");
}

/** Throws where what a host sends first cannot be the file meant. */
export function checkStart(url: string, arrived: string, start: Uint8Array, type: string | null): void {
  if (isWebPage(start, type)) {
    const other = new URL(arrived).host;
    const via = other && other !== new URL(url).host ? ` of ${other}, where the host sends visitors,` : "";
    throw new AnalysisError(
      "network",
      `${shown(url)} answers with a web page${via} and not with a file: it may want a login, or the address is that of a page about ` +
        `the file. Copy the address of its download button, or download the file and drop it here.`,
    );
  }
  if (new TextDecoder("latin1").decode(start.subarray(0, 24)).startsWith("version https://git-lfs")) {
    throw new AnalysisError("network", `${shown(url)} is a pointer to a large file kept elsewhere (Git LFS). ${BY_HAND}`);
  }
}

export function noCors(url: string): AnalysisError {
  return new AnalysisError("network", `${shown(url)} is there, but its host does not let other pages read it (no CORS header). ${BY_HAND}`);
}

export function unreachable(url: string): AnalysisError {
  return new AnalysisError("network", `${new URL(url).host} cannot be reached. Check the address and the connection.`);
}

export function changed(name: string): AnalysisError {
  return new AnalysisError(
    "network",
    `${name} was changed on its host while it was read, so that its parts do not belong together. Open it again.`,
  );
}

export function cutShort(name: string, done: number, total: number): AnalysisError {
  const of = total > 0 ? ` of ${total.toLocaleString("en")}` : "";
  return new AnalysisError(
    "network",
    `The download of ${name} stopped after ${done.toLocaleString("en")}${of} bytes. Check the connection and open it again.`,
  );
}

/** An address fit for a sentence: without what only its host understands. */
function shown(url: string): string {
  const plain = url.replace(/[?#].*$/, "");
  return plain.length > 120 ? `${plain.slice(0, 60)}…${plain.slice(-50)}` : plain;
}
