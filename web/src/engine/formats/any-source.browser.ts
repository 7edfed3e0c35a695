import type { Environment } from "../base/environment";
import { blobSource, openBrowserSource } from "../platform/sources.browser";
import { findSamples, sampleOf } from "./find-samples";
import { watched } from "./named-bytes";
import { fileBytes } from "./given-bytes";
import { readOf } from "./sample";
import { temporaryFile } from "./temporary-file.browser";

/** Files that are read in a moment have no progress. */
const LEAST_WATCHED = 4e6;

/** A dropped file, an address, or a sample of dropped files, which is converted first; what was made is taken away when it is closed. */
export const openAnyBrowserSource: Environment["openSource"] = async (source, report) => {
  if (source.kind !== "sample") return openBrowserSource(source, report);
  const told = (done: number, total: number) => report(done, total, "convert");
  const found = await findSamples(source.files.map(fileBytes), (file) => (file.size < LEAST_WATCHED ? file : watched(file, told)));
  const sample = sampleOf(found, source.main);
  const made = await temporaryFile();
  try {
    const { notes } = await sample.write(made);
    const file = await made.written(`${sample.name}.h5ad`);
    const note = [readOf(sample), ...notes].join(" ");
    return { ...blobSource(file), name: sample.name, note, close: () => void made.remove() };
  } catch (error) {
    await made.remove();
    throw error;
  }
};
