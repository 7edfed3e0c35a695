import { existsSync, statSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { AnalysisError } from "../../contract/errors";
import { isAddress, isCellFile } from "../../contract/cell-files";
import type { Reading } from "../../contract/types";
import { choiceNotices } from "../../engine/file/matrix-notices";
import { openedSample } from "../../engine/formats/opened-sample.node";
import { importTo, joinedWith, samplesOf } from "../../engine/formats/imported.node";
import { asPart, type Sample } from "../../engine/formats/sample";
import { UsageError, type CommandKind, type Common } from "../command";
import { writeFolder } from "../output-folder";

export interface ConvertCommand extends Common {
  command: "convert";
  sources: string[];
  out: string;
}

/** Writes a source of any format as .h5ad: of folders and tables the same file that every command reads them by. */
export const convert: CommandKind<ConvertCommand> = {
  usage: "  phenolens convert SOURCE... --out FILE.h5ad|FOLDER\n",
  leastFiles: 1,
  options: { out: { type: "string" } },
  parse(common, values, sources) {
    if (typeof values.out !== "string" || values.out === "")
      throw new UsageError("convert needs --out FILE.h5ad, or a folder for several samples.");
    return { command: "convert", ...common, sources, out: values.out };
  },
  async run(_engine, { sources, out, reading }) {
    const samples = (await samplesIn(sources, reading)).map((sample) => asPart(sample, reading.part));
    if (/\.h5ad$/i.test(out)) {
      const [sample, ...more] = samples as [Sample, ...Sample[]];
      if (more.length > 0)
        throw new AnalysisError(
          "bad-input",
          `${samples.length} samples were found (${named(samples)}): give a folder as --out, where each becomes a file of its own.`,
        );
      return [await convertFile(sample, resolve(out))];
    }
    const notes: string[] = [];
    await writeFolder(
      out,
      async (folder) => {
        for (const sample of samples) notes.push(await write(sample, join(folder, fileOf(sample)), join(out, fileOf(sample))));
      },
      fileOf(samples[0]!),
    );
    return notes;
  },
};

/** The samples of all sources, each once: a trio may be given by its three files. */
async function samplesIn(sources: string[], reading: Reading): Promise<Sample[]> {
  const found = new Map<string, Sample>();
  for (const source of sources) {
    const read = await samplesOf(source);
    const samples = reading.metadata === undefined ? (read ?? openedSamples(source, reading)) : joinedWith(read, source, reading.metadata);
    if (samples === null) throw unknown(source);
    for (const sample of samples) {
      if (sample.isCopy && !/\.h5ad$/i.test(sample.main.name))
        throw new AnalysisError("bad-input", `${sample.main.name} is in an archive: unpack it, and give it by itself.`);
      found.set(sample.main.name, sample);
    }
  }
  return [...found.values()];
}

/** Of a file that every command reads as it is, and that other programs may not, or of one at an address. */
const openedSamples = (source: string, reading: Reading): Sample[] | null =>
  isAddress(source)
    ? [openedSample(source, reading)]
    : isCellFile(source) && existsSync(source)
      ? [openedSample(resolve(source), reading)]
      : null;

function unknown(source: string): AnalysisError {
  const why = existsSync(source)
    ? `${source} is of no format that is converted: give a folder with matrix.mtx, barcodes and features (or genes), these files, or ` +
      "a table (CSV, TSV, TXT, GCT), a file of R's (.rds, .RData), an archive of such (.zip, .tar, .tar.gz), or a .loom, .h5mu, " +
      ".h5seurat, 10x .h5 or .h5ad file."
    : `There is no file or folder ${source}.`;
  return new AnalysisError("bad-input", why);
}

async function convertFile(sample: Sample, out: string): Promise<string> {
  if (sample.files.some(({ name }) => resolve(name) === out))
    throw new AnalysisError("bad-input", `${out} is what is converted. Choose another --out.`);
  if (existsSync(out) && statSync(out).isDirectory()) throw new AnalysisError("bad-input", `${out} is a folder. Choose another --out.`);
  await mkdir(dirname(out), { recursive: true });
  const draft = `${out}.part`;
  try {
    const note = await write(sample, draft, out);
    await rename(draft, out);
    return note;
  } finally {
    await rm(draft, { force: true });
  }
}

async function write(sample: Sample, path: string, shown: string): Promise<string> {
  const { cells, genes, notes, choice } = await importTo(path, sample);
  if (sample.isCopy) return `${shown} holds ${sample.name}, unpacked from ${sample.main.name}.`;
  const size = `${cells.toLocaleString("en")} cells x ${genes.toLocaleString("en")} features`;
  const parts = choice ? choiceNotices({ name: sample.name, choice }).map(({ message }) => message) : [];
  return [`${shown} holds ${sample.name}: ${size}.`, ...notes, ...parts].join(" ");
}

const fileOf = ({ name }: Sample): string => `${name.replaceAll(/[^\p{L}\p{N}_.-]/gu, "_")}.h5ad`;
const named = (samples: Sample[]): string =>
  samples
    .slice(0, 4)
    .map(({ name }) => name)
    .join(", ") + (samples.length > 4 ? ", ..." : "");
