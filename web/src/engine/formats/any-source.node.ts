import { isStoreAddress } from "../../contract/cell-files";
import type { Reading, Source } from "../../contract/types";
import type { ByteSource } from "../readers/byte-source";
import { openNodeSource } from "../platform/sources.node";
import { fetched } from "./fetched.node";
import { converted, onlySample } from "./imported.node";
import { lyingStore } from "./lying-store";
import { asPart, readOf, type Sample } from "./sample";

/** A file of this computer or at an address, of any format; what was fetched or made of it is taken away when it is closed. */
export async function openAnySource(source: Source, _report?: unknown, reading: Reading = {}): Promise<ByteSource> {
  if (source.kind === "url") return openAddress(source.url, reading);
  return source.kind === "path" ? openPath(source, reading) : openNodeSource(source);
}

async function openPath(source: Extract<Source, { kind: "path" }>, reading: Reading): Promise<ByteSource> {
  const found = await onlySample(source.path, source.metadata);
  if (!found) return openNodeSource(source);
  const sample = asPart(found, reading.part);
  const lying = await lyingStore(sample, { path: source.path }, reading);
  if (lying) return lying;
  return openConverted(sample, readOf(sample), sample !== found);
}

/** A zarr store by the pieces that are needed; any other file is fetched first. */
async function openAddress(url: string, reading: Reading): Promise<ByteSource> {
  if (isStoreAddress(url)) {
    const [{ lookAt, onlyStore }, { openRemote }] = await Promise.all([import("./zarr/remote"), import("./zarr/remote-source")]);
    const found = await lookAt(url);
    if (found.kind === "stores") {
      const opened = await openRemote(url, onlyStore(url, found.stores), reading);
      return "source" in opened ? opened.source : openConverted(opened.sample, opened.note);
    }
    await found.response.body?.cancel();
  }
  const { path, note, remove } = await fetched(url);
  return held(() => openPath({ kind: "path", path }, reading), note, remove);
}

async function openConverted(sample: Pick<Sample, "name" | "write">, said: string, isPart = false): Promise<ByteSource> {
  const { path, name, notes, choice, remove } = await converted(sample);
  const source: Source = { kind: "path", path, ...(isPart ? { isPart } : {}) };
  const opened = await held(() => openNodeSource(source), [said, ...notes].join(" "), remove);
  return { ...opened, name, shared: source, ...(choice ? { choice } : {}) };
}

/** What `open` opens, which `remove` is called after. */
async function held(open: () => Promise<ByteSource>, note: string, remove: () => void): Promise<ByteSource> {
  try {
    const opened = await open();
    const close = () => {
      opened.close();
      remove();
    };
    return { ...opened, note: [note, opened.note ?? ""].filter(Boolean).join(" "), close };
  } catch (error) {
    remove();
    throw error;
  }
}
