import { AnalysisError } from "../../contract/errors";
import type { ScorePart } from "../../contract/types";
import type { CoreModule } from "../base/core";
import { joinedBytes } from "../base/joined-bytes";
import type { LaneModel } from "../contract/model";
import type { Prediction } from "../contract/predict";
import type { OpenedFile } from "../file/opened-file";
import { MANY, type ModelResults } from "../file/scores";

/*
 * What models said of every cell, as one file: gzip of a line of JSON and then the arrays it lists, each at the
 * next multiple of four bytes, little-endian. Given to a page with the same file and the same models, it saves
 * the transformers' runs; it names the file by its fingerprint and the models by the checksums of their weights.
 */

const FORMAT = "phenolens-results/1";
const TYPES = { u16: Uint16Array, f32: Float32Array } as const;

interface Entry {
  model: string;
  hashes: Record<string, string>;
  dims: number;
  heads: { phenotype: string; k: number }[];
}

interface Header {
  format: string;
  fingerprint: string;
  matrix: string;
  cells: number;
  models: Entry[];
}

type Field = [type: keyof typeof TYPES, name: keyof ScorePart, perCell: (k: number) => number];
const FIELDS: Field[] = [
  ["u16", "top", (k) => k],
  ["f32", "probability", (k) => k],
  ["f32", "entropy", () => 1],
  ["f32", "rest", () => 1],
  ["f32", "restSquares", () => 1],
];

/** Writes what these models said of the file. */
export async function storeResults(file: OpenedFile, models: LaneModel[]): Promise<Uint8Array<ArrayBuffer>> {
  const { info } = file;
  if (info.cells > MANY)
    throw new AnalysisError(
      "unsupported",
      `Results of ${info.cells.toLocaleString("en")} cells are not stored: probabilities of more than ${MANY.toLocaleString("en")} ` +
        `are not kept whole.`,
    );
  const parts: Uint8Array[] = [];
  const entries = models.map(({ manifest }): Entry => {
    const results = file.result(manifest.name);
    const embedding = results.wholeEmbedding();
    if (results.done < results.all || !embedding)
      throw new AnalysisError("bad-input", `${manifest.title} has not seen every cell of ${info.name}, so its results are not stored.`);
    for (const store of results.heads) for (const [, name] of FIELDS) parts.push(padded(store[name as "top"]));
    parts.push(padded(embedding.values));
    return {
      model: manifest.name,
      hashes: hashesOf(manifest),
      dims: embedding.dims,
      heads: results.heads.map(({ head, k }) => ({ phenotype: head.phenotype, k })),
    };
  });
  const header: Header = {
    format: FORMAT,
    fingerprint: info.fingerprint,
    matrix: file.analyzed.matrix,
    cells: info.cells,
    models: entries,
  };
  const line = new TextEncoder().encode(`${JSON.stringify(header)}\n`);
  const { gzipSync } = await import("fflate");
  return gzipSync(joinedBytes([padded(line, 10), ...parts]), { level: 9, mtime: 0 }) as Uint8Array<ArrayBuffer>;
}

/** What is stored of the open file; a reader for each of its models. */
export class StoredResults {
  private constructor(
    private readonly header: Header,
    private readonly bytes: Uint8Array<ArrayBuffer>,
    private at: number,
  ) {}

  static async read(packed: Uint8Array<ArrayBuffer>, file: OpenedFile, matrix: string): Promise<StoredResults> {
    const { gunzipSync } = await import("fflate");
    const bytes = gunzipSync(packed) as Uint8Array<ArrayBuffer>;
    const end = bytes.indexOf(10);
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(0, Math.max(end, 0)))) as Header;
    const of = file.info;
    if (
      header.format !== FORMAT ||
      ![of.fingerprint, of.earlierFingerprint].includes(header.fingerprint) ||
      header.matrix !== matrix ||
      header.cells !== of.cells
    )
      throw new AnalysisError("bad-input", `The stored results are not of ${of.name}.`);
    return new StoredResults(header, bytes, aligned(end + 1));
  }

  /** Puts a model's stored answers where a run would; false where there are none, or they are another version's. */
  fill(core: CoreModule, model: LaneModel, results: ModelResults): boolean {
    let at = this.at;
    const { cells } = this.header;
    const take = (type: keyof typeof TYPES, length: number) => {
      const Kind = TYPES[type];
      const from = at;
      at = aligned(at + length * Kind.BYTES_PER_ELEMENT);
      if (at > this.bytes.length) throw new AnalysisError("bad-file", "The stored results are cut short.");
      return new Kind(this.bytes.slice(from, from + length * Kind.BYTES_PER_ELEMENT).buffer);
    };
    for (const entry of this.header.models) {
      const heads = entry.heads.map(
        ({ k }) =>
          Object.assign({ k }, ...FIELDS.map(([type, name, perCell]) => ({ [name]: take(type, cells * perCell(k)) }))) as ScorePart,
      );
      const embedding = take("f32", cells * entry.dims) as Float32Array;
      const { manifest } = model;
      const isSame =
        entry.model === manifest.name &&
        JSON.stringify(entry.hashes) === JSON.stringify(hashesOf(manifest)) &&
        entry.heads.every(({ phenotype }, i) => manifest.heads[i]?.phenotype === phenotype);
      if (!isSame) continue;
      results.put(core, { first: 0, count: cells }, { heads, embedding, dims: entry.dims } satisfies Prediction);
      return true;
    }
    return false;
  }
}

const hashesOf = ({ files }: LaneModel["manifest"]) =>
  Object.fromEntries(
    Object.entries(files)
      .filter(([key]) => key === "predict" || key === "weights" || key === "genes")
      .map(([key, { sha256 }]) => [key, sha256]),
  );
const aligned = (at: number) => Math.ceil(at / 4) * 4;

/** The bytes of an array up to the next multiple of four. */
function padded(values: Uint16Array | Float32Array | Uint8Array, fill = 0): Uint8Array {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  const out = new Uint8Array(aligned(bytes.length)).fill(fill);
  out.set(bytes);
  return out;
}
