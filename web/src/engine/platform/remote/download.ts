import { checkStart, cutShort } from "./answers";
import { openSpool } from "./spool";

/** Between two reports. */
const REPORT_MS = 100;

/**
 * The body of an answer as a Blob. However large it is, this thread holds a few megabytes of it.
 * `report` hears of bytes done and in all, 0 where the host does not say.
 */
export async function download(
  name: string,
  url: string,
  response: Response,
  report: (done: number, total: number) => void,
): Promise<Blob> {
  const type = response.headers.get("Content-Type");
  // Where the host compresses on the way, its length is not the file's.
  const length = response.headers.get("Content-Encoding") ? 0 : Number(response.headers.get("Content-Length") ?? 0);
  const spool = await openSpool(name, length);
  const reader = response.body?.getReader();
  let done = 0;
  let told = 0;
  const total = () => (done <= length ? length : 0);
  try {
    for (;;) {
      const next = await reader?.read().catch(() => {
        throw cutShort(name, done, total());
      });
      if (!next || next.done) break;
      if (done === 0) checkStart(url, response.url || url, next.value, type);
      spool.write(next.value as Uint8Array<ArrayBuffer>);
      done += next.value.length;
      if (performance.now() - told > REPORT_MS) {
        report(done, total());
        told = performance.now();
      }
    }
    if (done < total()) throw cutShort(name, done, total());
  } catch (error) {
    await Promise.allSettled([reader?.cancel(), spool.drop()]);
    throw error;
  }
  report(done, done);
  return spool.finish();
}
