import { isConvertedFile, isStoreAddress } from "../../contract/cell-files";
import { AnalysisError } from "../../contract/errors";
import type { Source, Reading } from "../../contract/types";
import type { Environment, ReportOpening } from "../base/environment";
import { download } from "../platform/remote/download";
import { refused } from "../platform/remote/answers";
import { nameIn } from "../platform/remote/name-in";
import { ask } from "../platform/remote/probe";
import { findFile } from "../platform/remote/records";
import { downloadedNote } from "../platform/unpacked";
import { blobSource, openBrowserSource } from "../platform/sources.browser";
import type { ByteSource } from "../readers/byte-source";
import { findSamples, sampleOf } from "./find-samples";
import { fileBytes } from "./given-bytes";
import { lyingStore } from "./lying-store";
import { watched, type NamedBytes } from "./named-bytes";
import { asPart, readOf, type Sample } from "./sample";
import { temporaryFile } from "./temporary-file.browser";

type SampleSource = Extract<Source, { kind: "sample" }>;

/** Files that are read in a moment have no progress. */
const LEAST_WATCHED = 4e6;

/** A dropped file, an address, or a sample of dropped files, which is converted first; what was made is taken away when it is closed. */
export const openAnyBrowserSource: Environment["openSource"] = async (source, report, reading = {}) => {
  if (source.kind === "url" && isStoreAddress(source.url)) return openStore(source.url, report, reading);
  if (source.kind === "url" && isConvertedFile(nameIn(source.url))) return openDownloaded(source.url, report, reading);
  if (source.kind !== "sample") return openBrowserSource(source, report);
  return openSample(source, report, reading);
};

async function openSample(source: SampleSource, report: ReportOpening, reading: Reading): Promise<ByteSource> {
  const found = await findSamples(source.files.map(fileBytes), watching(report));
  const whole = sampleOf(found, source.main);
  const sample = asPart(whole, reading.part);
  const lying = await lyingStore(sample, { files: source.files }, reading);
  if (lying) return lying;
  return converted(sample, readOf(sample), sample !== whole);
}

/** A store at an address, read by pieces where it can be. */
async function openStore(url: string, report: ReportOpening, reading: Reading): Promise<ByteSource> {
  const [{ lookAt, onlyStore }, { openRemote }] = await Promise.all([import("./zarr/remote"), import("./zarr/remote-source")]);
  const found = await lookAt(url);
  if (found.kind === "whole") return openWhole(found, "", report, reading);
  const opened = await openRemote(url, onlyStore(url, found.stores), reading);
  return "source" in opened ? opened.source : converted(opened.sample, opened.note);
}

/** A file of another format at an address, which is downloaded and then converted. */
async function openDownloaded(address: string, report: ReportOpening, reading: Reading): Promise<ByteSource> {
  const { url, note } = await findFile(address);
  const response = await ask(url, {});
  if (!response.ok) throw refused(url, response.status);
  return openWhole({ url, response }, note, report, reading);
}

/** The one sample of a file that an address answers with. */
async function openWhole(
  { url, response }: { url: string; response: Response },
  note: string,
  report: ReportOpening,
  reading: Reading,
): Promise<ByteSource> {
  const name = nameIn(url);
  const file = new File([await download(name, url, response, report)], name);
  const files = [{ path: name, file }];
  const { samples } = await findSamples(files.map(fileBytes));
  const [sample, ...more] = samples;
  if (!sample)
    throw new AnalysisError("bad-input", `${name} holds no cells that can be read: it is no table, object of R or archive of cells.`);
  if (more.length > 0)
    throw new AnalysisError(
      "bad-input",
      `${name} holds ${samples.length} samples: download it and drop it here, where one or all are chosen.`,
    );
  const opened = await openSample({ kind: "sample", name: sample.name, main: sample.main.name, files }, report, reading);
  return { ...opened, note: [note, downloadedNote(name, file.size), opened.note ?? ""].filter(Boolean).join(" ") };
}

const watching = (report: ReportOpening) => (file: NamedBytes) =>
  file.size < LEAST_WATCHED ? file : watched(file, (done, total) => report(done, total, "convert"));

/** A sample written as .h5ad. */
async function converted(sample: Pick<Sample, "name" | "write">, said: string, isPart = false): Promise<ByteSource> {
  const made = await temporaryFile();
  try {
    const { notes, choice } = await sample.write(made);
    const file = await made.written(`${sample.name}.h5ad`);
    const part = isPart ? ({ isPart } as const) : {};
    const shared: Source = { kind: "file", file, ...part };
    const note = [said, ...notes].join(" ");
    const close = () => void made.remove();
    return { ...blobSource(file), name: sample.name, shared, ...part, ...(choice ? { choice } : {}), note, close };
  } catch (error) {
    await made.remove();
    throw error;
  }
}
