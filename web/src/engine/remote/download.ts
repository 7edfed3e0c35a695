import { checkStart, cutShort } from "./answers";

/** Bytes gathered before they are handed to the browser as a Blob, which may lie on disk. */
const GATHERED = 8 << 20;
/** Between two reports. */
const REPORT_MS = 100;

/**
 * The body of an answer as a Blob. However large it is, this thread holds a few megabytes of it.
 * `report` hears of bytes done and in all, 0 where the host does not say.
 */
export async function download(name: string, url: string, response: Response, report: (done: number, total: number) => void): Promise<Blob> {
  const type = response.headers.get("Content-Type");
  // Where the host compresses on the way, its length is not the file's.
  const length = response.headers.get("Content-Encoding") ? 0 : Number(response.headers.get("Content-Length") ?? 0);
  const reader = response.body?.getReader();
  const blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let gathered = 0;
  let done = 0;
  let told = 0;
  const total = () => (done <= length ? length : 0);
  for (;;) {
    const next = await reader?.read().catch(() => { throw cutShort(name, done, total()); });
    if (!next || next.done) break;
    if (done === 0) checkStart(url, response.url || url, next.value, type);
    parts.push(next.value as Uint8Array<ArrayBuffer>);
    gathered += next.value.length;
    done += next.value.length;
    if (gathered >= GATHERED) {
      blobs.push(new Blob(parts));
      parts = [];
      gathered = 0;
    }
    if (performance.now() - told > REPORT_MS) {
      report(done, total());
      told = performance.now();
    }
  }
  if (done < total()) throw cutShort(name, done, total());
  report(done, done);
  return new Blob([...blobs, ...parts]);
}
