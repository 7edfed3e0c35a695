import { AnalysisError } from "../../contract/errors";
import { loadCore } from "../base/core";
import type { Environment } from "../base/environment";
import type { OnnxAnswers, OnnxQuestion } from "../../contract/onnx";
import { isPickle } from "./celltypist/is-pickle";
import type { ReadFile } from "./folder";
import { isOnnx } from "./onnx/is-onnx";
import { isTable } from "./reference/is-table";

/** A zip unpacks into memory: beyond this it is refused, whatever it says of itself. */
const MOST_BYTES = 2e9;

/** The files of a folder by their path, one .zip of such a folder, or a model as its authors published it (publishedFolder). */
export async function droppedModel(environment: Environment, files: Record<string, Blob>): Promise<ReadFile> {
  const [name] = Object.keys(files);
  const held = await unpacked(files);
  const made = await publishedFolder(environment, held);
  return readFrom(made ?? held, isZip(files) || made ? name! : "The folder");
}

/**
 * The files of a model folder, made of a model that is none: a CellTypist model's pickle, with a table of its genes where it
 * names none, an ONNX classifier with its lists and what the user said of it, or a table of reference profiles; null where
 * there is none of these.
 */
export async function publishedFolder(
  environment: Environment,
  files: Record<string, Blob>,
  answers?: OnnxAnswers,
): Promise<Record<string, Blob> | null> {
  const held = await unpacked(files);
  if (Object.keys(held).some(isManifest)) return null;
  const pickles = Object.keys(held).filter(isPickle);
  if (pickles.length > 1)
    throw new AnalysisError(
      "model",
      `There are ${pickles.length} pickles here (${pickles.slice(0, 3).join(", ")}): add one model at a time.`,
    );
  if (pickles.length === 1) return pickled(environment, pickles[0]!, held);
  const tables = Object.keys(held).filter(isTable);
  if (tables.length === 1 && Object.keys(held).length === 1) {
    const { readReference } = await import("./reference/read");
    return readReference(await loadCore(environment), tables[0]!, held[tables[0]!]!);
  }
  if (!Object.keys(held).some(isOnnx)) return null;
  const { onnxFolder } = await import("./onnx/folder");
  return onnxFolder(environment, held, answers);
}

/** What an ONNX file among the files does not say of itself; null where there is none, or a manifest that says all. */
export async function askOf(files: Record<string, Blob>, answers?: OnnxAnswers): Promise<OnnxQuestion | null> {
  const held = await unpacked(files);
  if (Object.keys(held).some(isManifest) || Object.keys(held).some(isPickle) || !Object.keys(held).some(isOnnx)) return null;
  const { readOnnx } = await import("./onnx/question");
  return (await readOnnx(held, answers)).question;
}

const isZip = (files: Record<string, Blob>) => Object.keys(files).length === 1 && /\.zip$/i.test(Object.keys(files)[0]!);

async function unpacked(files: Record<string, Blob>): Promise<Record<string, Blob>> {
  const [name] = Object.keys(files);
  return isZip(files) ? unzipped(name!, files[name!]!) : files;
}

const isManifest = (path: string) => /(^|\/)manifest\.json$/.test(path);

async function pickled(environment: Environment, name: string, files: Record<string, Blob>): Promise<Record<string, Blob>> {
  const table = Object.keys(files).find((path) => /\.(csv|tsv|txt)$/i.test(path));
  const genes = table === undefined ? undefined : { name: table, text: await files[table]!.text() };
  const { readClassifier } = await import("./celltypist/read");
  return readClassifier(await loadCore(environment), name, files[name]!, genes);
}

function readFrom(files: Record<string, Blob>, what: string): ReadFile {
  const manifest = Object.keys(files)
    .filter(isManifest)
    .sort((a, b) => a.length - b.length)[0];
  if (manifest === undefined)
    throw new AnalysisError(
      "model",
      `${what} holds no manifest.json, so it is not a Phenolens model. Drop the folder that has one, or a .zip of it.`,
    );
  const prefix = manifest.slice(0, -"manifest.json".length);
  return async (path) => {
    const file = files[prefix + path];
    if (!file) throw new AnalysisError("model", `${what} lacks ${path}, which its manifest.json names. Copy the model's folder whole.`);
    try {
      return new Uint8Array(await file.arrayBuffer());
    } catch (cause) {
      throw new AnalysisError(
        "model",
        `${path} of the model cannot be read any more: it was moved, changed or deleted. Add the model again.`,
        { cause },
      );
    }
  };
}

async function unzipped(name: string, zip: Blob): Promise<Record<string, Blob>> {
  const { unzipSync } = await import("fflate");
  let bytes = 0;
  try {
    const entries = unzipSync(new Uint8Array(await zip.arrayBuffer()), {
      filter: ({ originalSize }) => {
        bytes += originalSize;
        if (bytes > MOST_BYTES)
          throw new AnalysisError(
            "memory",
            `${name} would unpack to more than ${MOST_BYTES / 1e9} GB. Unpack it yourself and add the folder.`,
          );
        return true;
      },
    });
    return Object.fromEntries(Object.entries(entries).map(([path, content]) => [path, new Blob([content as Uint8Array<ArrayBuffer>])]));
  } catch (cause) {
    if (cause instanceof AnalysisError) throw cause;
    throw new AnalysisError("model", `${name} cannot be unpacked: it is damaged or not a .zip file. Zip the model's folder again.`, {
      cause,
    });
  }
}
