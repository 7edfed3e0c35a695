import { AnalysisError } from "../../contract/errors";
import type { AnnotatedFile } from "../../contract/types";
import type { CoreModule } from "../base/core";
import type { Environment } from "../base/environment";
import type { Models } from "../model/models";
import { ANALYZED } from "../file/analyzed";
import type { OpenedFile } from "../file/opened-file";
import { isFar, type ByteSource } from "../readers/byte-source";
import { lastSurvey } from "../steps/survey/state";
import { writeAnnotations, writeSkeleton, type Style } from "./anndata";
import { annotations, knownOfChosen, type Found } from "./annotations";
import type { KnownLabels } from "../results/known-labels";
import { H5Writer } from "./h5-writer";
import { Overlay } from "./overlay";
import { writeWhole } from "./whole-file";

/** Thrown where a file cannot be added to, nor written anew; says why, to be followed by what is saved in its stead. */
class NotAddable extends Error {}

/** Thrown where a file cannot be added to, but be written anew; says why. */
class OtherKind extends NotAddable {}

/**
 * The file with what the models said, and the names that groups were given, added to obs, obsm and uns, as the pages of it that change;
 * where it cannot be added to, a small file of the same cells with the results alone, and why.
 */
export async function annotate(
  core: CoreModule,
  file: OpenedFile,
  source: ByteSource,
  models: Models,
  newFile: Environment["newFile"],
  found: Found = { names: null, consensus: null, obs: {} },
): Promise<AnnotatedFile> {
  const hasClusters = lastSurvey(file).clusters !== undefined;
  if (!found.names && !hasClusters && ![...(ANALYZED.last(file)?.results.values() ?? [])].some((results) => results.done > 0)) {
    throw new AnalysisError("bad-input", `No model has said anything of ${file.info.name} yet, so there is nothing to add to it.`);
  }
  const version = core.version();
  const known = await knownOfChosen(core, file, models, found.obs);
  try {
    const add = (to: ByteSource) => addTo(core, file, to, models, { version, known }, found);
    try {
      checkAddable(file, source);
      return await add(source);
    } catch (error) {
      if (!(error instanceof OtherKind)) throw error;
      const { anew, notes } = await writtenAnew(file, newFile);
      const copy = await add(anew);
      anew.close();
      return { ...copy, why: [error.message, ...notes, copy.why].filter(Boolean).join(" ") };
    }
  } catch (error) {
    if (!(error instanceof NotAddable)) throw error;
    const overlay = new Overlay(null);
    const ids = await file.cellIds();
    await H5Writer.run(overlay, "w", (writer) => {
      writeSkeleton(writer, ids);
      writeAnnotations(
        writer,
        annotations(core, file, models, { version, prefix: "phenolens", known }, found),
        ids,
        "current",
        "phenolens",
      );
    });
    return {
      kind: "results",
      original: null,
      kept: 0,
      size: overlay.size,
      pages: overlay.changes(),
      why: `${error.message} The results are saved alone, with the same cell ids: join them to adata.obs by index.`,
    };
  }
}

/** Throws where nothing can be added to a file as it lies. */
function checkAddable({ info }: OpenedFile, { name, shared, opens }: ByteSource): void {
  if (info.study) throw new NotAddable("Several files are open as one, and there is no one file to add to.");
  if (isFar(shared)) throw new NotAddable(`${name} is read over the network in parts, and a copy would need all of it.`);
  const anew = "so the cells were written anew as AnnData: matrices, obs, names of genes and embeddings.";
  if (info.reading.isTransposed) throw new OtherKind(`${name} has genes in rows, and its obs takes no columns about cells, ${anew}`);
  if (info.format) throw new OtherKind(`${name} is a ${info.format} file, which takes no columns as AnnData writes them, ${anew}`);
  if (opens) throw new OtherKind(`${name} is a zarr store, ${anew}`);
}

/** All of an open file as an .h5ad file, with the values that it has itself; closed with it. */
async function writtenAnew({ reader }: OpenedFile, newFile: Environment["newFile"]): Promise<{ anew: ByteSource; notes: string[] }> {
  const made = await newFile();
  const { notes } = await writeWhole(made, reader.stored ?? reader);
  return { anew: await made.opened(`${reader.name}.h5ad`), notes };
}

async function addTo(
  core: CoreModule,
  file: OpenedFile,
  source: ByteSource,
  models: Models,
  { version, known }: { version: string; known: KnownLabels | null },
  found: Found,
): Promise<AnnotatedFile> {
  const { name } = source;
  const overlay = new Overlay(source);
  const ids = await file.cellIds();
  try {
    await H5Writer.run(overlay, "a", (writer) => {
      if (!writer.keys("obs"))
        throw new OtherKind(
          `${name} was written by an AnnData older than 0.7, or by another program, and its table of cells takes no new columns, so the ` +
            "cells were written anew: matrices, obs, names of genes and embeddings.",
        );
      const style: Style = writer.attribute("obs", "encoding-version") === "0.2.0" ? "current" : "old";
      const prefix = freePrefix(writer);
      writeAnnotations(writer, annotations(core, file, models, { version, prefix, known }, found), ids, style, prefix);
    });
  } catch (error) {
    if (error instanceof NotAddable || error instanceof AnalysisError) throw error;
    throw new NotAddable(`${name} cannot be written to (${cause(error)}).`);
  }
  return {
    kind: "copy",
    original: source.shared?.kind === "file" ? source.shared.file : null,
    ...(source.shared?.kind === "path" ? { path: source.shared.path } : {}),
    kept: overlay.kept,
    size: overlay.size,
    pages: overlay.changes(),
    why: found.names?.says ?? "",
  };
}

/** The innermost of HDF5's stack of errors. */
function cause(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return [...words.matchAll(/#\d+: .*? in \w+\(\): (.*)/g)].map((match) => match[1]).at(-1) ?? words.split("\n")[0]!;
}

/** `phenolens`, or with a number where the file has been annotated before: what is there is never replaced. */
function freePrefix(writer: H5Writer): string {
  const taken = [
    ...(writer.keys("obs") ?? []),
    ...(writer.keys("uns") ?? []),
    ...(writer.keys("obsm") ?? []).map((name) => name.replace(/^X_/, "")),
  ];
  for (let n = 1; ; n++) {
    const prefix = n === 1 ? "phenolens" : `phenolens${n}`;
    if (!taken.some((name) => name === prefix || name.startsWith(`${prefix}_`))) return prefix;
  }
}
