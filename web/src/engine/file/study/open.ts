import { AnalysisError } from "../../../contract/errors";
import type { FileInfo, Reading, StudyFile } from "../../../contract/types";
import type { CoreModule } from "../../base/core";
import type { Environment, ReportOpening } from "../../base/environment";
import type { Models } from "../../model/models";
import type { ByteSource } from "../../readers/byte-source";
import { openReader } from "../../readers/open";
import type { Reader } from "../../readers/reader";
import { restoring, scalesOf } from "../../readers/restored";
import { sampleNames } from "../../readers/study/join-cells";
import { OpenReaders } from "../../readers/study/open-readers";
import { describe } from "../describe";
import { joinFiles, type JoinedStudy } from "./join";
import { ownLabels } from "./shared-labels";
import type { UsableFile } from "./usable";

/** Several files opened as one; their bytes stay open until it is closed. */
export interface OpenedStudy extends JoinedStudy {
  bytes: ByteSource;
}

/**
 * Opens several files as one. Each is looked at by itself; one that cannot be used is left out by name. Throws AnalysisError(bad-input)
 * where none can.
 */
export async function openStudy(
  environment: Environment,
  core: CoreModule,
  models: Models,
  files: readonly StudyFile[],
  reading: Reading,
  report: ReportOpening,
): Promise<OpenedStudy> {
  const held: ByteSource[] = [];
  const usable: UsableFile[] = [];
  const leftOut: { file: string; why: string }[] = [];
  const opened = async (bytes: ByteSource) => {
    // Readers come and go; the bytes stay, for what was unpacked is taken away with them.
    const kept: ByteSource = { ...bytes, close() {} };
    return openReader(kept, (path) => environment.asset(path), core, reading);
  };
  const names = sampleNames(
    files.map(({ source }) => nameOf(source)),
    files.map(({ sample }) => sample),
  );
  for (const [i, file] of files.entries()) {
    let bytes: ByteSource | undefined;
    try {
      bytes = await environment.openSource(file.source, report, reading);
      const reader = await opened(bytes);
      try {
        const looked = await lookAt(core, reader, file, reading);
        const source = bytes.shared ?? file.source;
        if (bytes.note) looked.info.notices.unshift({ code: "link", message: bytes.note });
        usable.push({ sample: names[i]!, place: i, source, scales: scalesOf(looked.info.matrices), ...looked });
        held.push(bytes);
        bytes = undefined;
      } finally {
        reader.close();
      }
    } catch (error) {
      if (!(error instanceof AnalysisError) || error.code === "cancelled") throw error;
      leftOut.push({ file: nameOf(file.source), why: error.message });
    } finally {
      bytes?.close();
    }
  }
  const close = () => held.forEach((bytes) => bytes.close());
  try {
    const of = new Map(usable.map((one, i) => [one, held[i]!]));
    const joined = await joinFiles(core, models, usable, leftOut, reading, (kept) => {
      const readers = new OpenReaders(async (i) => restoring(await opened(of.get(kept[i]!)!), kept[i]!.scales, core));
      return { readers, close: () => (readers.close(), close()) };
    });
    return { ...joined, bytes: bytesOf(joined.info) };
  } catch (error) {
    close();
    throw error;
  }
}

/** What a file by itself is; throws where it cannot be a part of a study. */
async function lookAt(
  core: CoreModule,
  reader: Reader,
  asked: StudyFile,
  reading: Reading,
): Promise<Pick<UsableFile, "info" | "matrix" | "plan" | "geneIds" | "labels">> {
  const info = await describe(core, reader, null, reading);
  const matrix = asked.matrix ?? info.matrix;
  const found = info.matrices.find(({ path }) => path === matrix);
  if (!found) {
    const why = matrix === "" ? (info.notices[0]?.message ?? "It holds no matrix that can be analysed.") : "";
    const paths = info.matrices.map(({ path }) => path).join(", ") || "none";
    throw new AnalysisError("bad-input", why || `${info.name} has no matrix ${matrix}; it has ${paths}.`);
  }
  if (found.features) throw new AnalysisError("bad-input", `${matrix} of ${info.name} holds ${found.features}, not genes.`);
  if (found.values === "scaled" || found.values === "empty")
    throw new AnalysisError("bad-input", `${matrix} of ${info.name} cannot be joined with others: ${found.why}`);
  return { info, matrix, plan: reader.matrix(matrix), geneIds: await reader.geneIds(matrix), labels: await ownLabels(reader, info) };
}

/** A file's name, wherever it comes from. */
export function nameOf(source: StudyFile["source"]): string {
  if (source.kind === "file") return source.file.name;
  if (source.kind === "sample") return source.name;
  if (source.kind === "store") return source.root;
  const path = source.kind === "path" ? source.path : new URL(source.url, globalThis.location?.href).pathname;
  return path.split(/[\\/]/).findLast((part) => part !== "") ?? path;
}

/** A study is no file: nothing can be read of it by position, and nothing be added to it. */
function bytesOf({ name, bytes }: FileInfo): ByteSource {
  return {
    name,
    size: bytes,
    windowBytes: 0,
    read() {
      throw new AnalysisError("internal", `${name} is several files.`);
    },
    close() {},
  };
}
