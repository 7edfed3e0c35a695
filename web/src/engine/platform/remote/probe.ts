import { changed, checkStart, cutShort, noCors, refused, unreachable } from "./answers";

/** What tells whether a file is still the one it was: its ETag, else its date; '' where the host shows neither. */
export type Validator = string;

/** What a host offers of a file. */
export type Offer =
  | { kind: "ranges"; url: string; size: number; validator: Validator }
  /** It sends the whole: the answer, whose body has begun to arrive. */
  | { kind: "whole"; response: Response };

/** Up to this much is fetched whole and once: every lane would read most of it. */
const SMALL = 8 << 20;
/** Enough to tell a file from a web page. */
const START = 1024;

/** Asks for a file's first bytes: whether it is there, whether this page may read it, and whether its host sends parts. */
export async function probe(url: string, name: string): Promise<Offer> {
  const response = await ask(url, { Range: `bytes=0-${START - 1}` });
  if (response.status === 416) return { kind: "whole", response: new Response(new Blob()) };
  if (!response.ok) throw await refusedAnswer(url, response);
  if (response.status !== 206) return { kind: "whole", response };
  const start = new Uint8Array(
    await response.arrayBuffer().catch(() => {
      throw cutShort(name, 0, 0);
    }),
  );
  checkStart(url, response.url || url, start, response.headers.get("Content-Type"));
  if (start.length === 0) throw cutShort(name, 0, 0);
  const size = totalOf(response.headers) ?? (await sizeByRest(url));
  if (size === null || size <= SMALL) return { kind: "whole", response: await ask(url, {}) };
  return { kind: "ranges", url, size, validator: validatorOf(response.headers) };
}

/** Size of the whole file in a partial answer, where the host lets other pages see it. */
export function totalOf(headers: Headers): number | null {
  const total = /\/(\d+)$/.exec(headers.get("Content-Range") ?? "")?.[1];
  return total === undefined ? null : Number(total);
}

export function validatorOf(headers: Headers): Validator {
  const etag = headers.get("ETag");
  // A weak ETag does not promise the same bytes.
  return etag && !etag.startsWith("W/") ? etag : (headers.get("Last-Modified") ?? "");
}

/** Throws where an answer belongs to another state of the file than the first one did. */
export function checkSame(name: string, headers: Headers, size: number, validator: Validator): void {
  const total = totalOf(headers);
  const now = validatorOf(headers);
  if ((total !== null && total !== size) || (validator && now && now !== validator)) throw changed(name);
}

/** Content-Range is hidden from other pages unless the host shows it; the length of all that is left never is. */
async function sizeByRest(url: string): Promise<number | null> {
  const abort = new AbortController();
  const response = await ask(url, { Range: "bytes=0-" }, { signal: abort.signal });
  const length = response.status === 206 ? Number(response.headers.get("Content-Length") ?? 0) : 0;
  abort.abort();
  return length > 0 ? length : null;
}

/** Fetches; says why not where the browser only says that it failed. */
export async function ask(
  url: string,
  headers: Record<string, string>,
  more: { signal?: AbortSignal; cache?: RequestCache } = {},
): Promise<Response> {
  const options = { cache: "no-store" as const, ...more };
  try {
    return await fetch(url, { ...options, headers });
  } catch {
    // Some browsers ask the host for leave before they ask for parts; a host that does not know that may still send the whole.
    const whole = await fetch(url, options).catch(() => null);
    if (whole) return whole;
    throw (await isReachable(url)) ? noCors(url) : unreachable(url);
  }
}

async function refusedAnswer(url: string, response: Response): Promise<Error> {
  await response.body?.cancel().catch(() => undefined);
  return refused(url, response.status);
}

/** Whether anything answers there, though it may not be read. */
async function isReachable(url: string): Promise<boolean> {
  const abort = new AbortController();
  return fetch(url, { mode: "no-cors", cache: "no-store", signal: abort.signal })
    .then(
      () => true,
      () => false,
    )
    .finally(() => abort.abort());
}
