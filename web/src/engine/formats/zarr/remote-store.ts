import type { AbsolutePath, RangeQuery } from "zarrita";
import { ZARR_MARKS } from "../../../contract/cell-files";
import { AnalysisError } from "../../../contract/errors";
import { checkStart, refused } from "../../platform/remote/answers";
import { fetchPiece, type Part } from "../../platform/remote/pieces";
import { baseName } from "../named-bytes";
import { KeptPieces } from "./kept-pieces";
import { lacks, namesBelow, type Store } from "./store";

/** What a group of a store that gives no list of itself is looked through for. */
const USUAL: Record<string, string[]> = { layers: ["counts"], obsm: ["X_umap", "X_tsne", "X_pca", "spatial"] };

type Metadata = Record<string, unknown>;
const isObject = (value: unknown): value is Metadata => typeof value === "object" && value !== null;

/** The metadata files of a store, by their keys. */
interface Listed {
  files: Map<string, Uint8Array<ArrayBuffer>>;
  /** They are all there are: what is not among them is not in the store. */
  isWhole: boolean;
}

/** A store at an address, a request for each piece that is read. */
export class RemoteStore implements Store {
  readonly bytes = null;
  readonly name: string;
  private readonly kept = new KeptPieces();

  private constructor(
    private readonly url: URL,
    readonly root: string,
    private readonly listed: Listed,
  ) {
    this.name = baseName(root) || baseName(decodeURIComponent(url.pathname)) || url.host;
  }

  /** Throws AnalysisError(network) where there is no store, or it may not be read. */
  static async open(address: string): Promise<RemoteStore> {
    const url = new URL(address);
    url.pathname = url.pathname.replace(/\/(zarr\.json|\.z(metadata|group|attrs))?$/, "");
    const name = baseName(url.pathname);
    let hidden = false;
    const read = (key: string) =>
      fetchPiece(keyed(url, key), name, async () => (hidden = true)).then((bytes) => {
        if (bytes) checkStart(url.href, url.href, bytes, null);
        return bytes;
      });
    const newer = await read("/zarr.json");
    const listed = newer ? ofVersion3(newer, name) : await ofVersion2(read, name);
    if (!listed) throw hidden ? refused(address, 403) : noStore(address);
    return new RemoteStore(url, "", listed);
  }

  /** Whether the store gives a list of what it holds. */
  get isListed(): boolean {
    return this.listed.isWhole;
  }

  /** Paths of the metadata files, from what was asked for on. */
  get paths(): string[] {
    return [...this.listed.files.keys()];
  }

  /** A store within this one. */
  at(root: string): RemoteStore {
    return root === this.root ? this : new RemoteStore(this.url, root, this.listed);
  }

  namesIn(group: string): string[] {
    if (!this.isListed) return USUAL[group] ?? [];
    const { length } = this.root;
    return namesBelow(
      this.paths.flatMap((path) => (path.startsWith(`${this.root}/`) ? [path.slice(length)] : [])),
      group,
    );
  }

  async get(key: AbsolutePath): Promise<Uint8Array | undefined> {
    const path = this.root + key;
    if (!ZARR_MARKS.test(baseName(path))) return this.piece(path);
    const known = this.listed.files.get(path);
    if (known || this.isListed) return known;
    return this.piece(path);
  }

  getRange(key: AbsolutePath, range: RangeQuery): Promise<Uint8Array | undefined> {
    return this.piece(this.root + key, range);
  }

  private async piece(path: string, part?: Part): Promise<Uint8Array | undefined> {
    const bytes = await this.kept.get(`${path} ${JSON.stringify(part ?? "")}`, () =>
      fetchPiece(keyed(this.url, path), this.name, () => this.isThere(), part),
    );
    if (!bytes) lacks(this.name, path.slice(this.root.length));
    return bytes ?? undefined;
  }

  /** Whether the store may still be read: then a piece that may not be seen is one that is absent. */
  private async isThere(): Promise<boolean> {
    for (const key of ["/zarr.json", "/.zgroup"]) if (await fetchPiece(keyed(this.url, key), this.name, async () => true)) return true;
    return false;
  }
}

/** A name in the store's folder, with whatever the address has to say besides, such as a signature. */
function keyed(url: URL, key: string): string {
  const found = new URL(url);
  found.pathname += key.split("/").map(encodeURIComponent).join("/");
  return found.href;
}

function ofVersion3(bytes: Uint8Array, name: string): Listed {
  const root = parsed(bytes, name);
  const list = isObject(root.consolidated_metadata) ? root.consolidated_metadata.metadata : null;
  const all: [string, unknown][] = isObject(list) ? Object.entries(list).map(([path, node]) => [`/${path}/zarr.json`, node]) : [];
  return { files: written([["/zarr.json", { ...root, consolidated_metadata: undefined }], ...all]), isWhole: isObject(list) };
}

async function ofVersion2(read: (key: string) => Promise<Uint8Array | null>, name: string): Promise<Listed | null> {
  const list = await read("/.zmetadata");
  if (list) {
    const { metadata } = parsed(list, name);
    if (isObject(metadata)) return { files: written(Object.entries(metadata).map(([path, node]) => [`/${path}`, node])), isWhole: true };
  }
  const group = await read("/.zgroup");
  return group && { files: written([["/.zgroup", parsed(group, name)]]), isWhole: false };
}

function written(files: [string, unknown][]): Map<string, Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new Map(files.map(([key, value]) => [key, encoder.encode(JSON.stringify(value))]));
}

function parsed(bytes: Uint8Array, name: string): Metadata {
  try {
    const value = JSON.parse(new TextDecoder().decode(bytes)) as unknown;
    if (isObject(value)) return value;
  } catch {
    // Said below.
  }
  throw new AnalysisError("bad-file", `${name} is damaged: its list of contents is no JSON object. Write the store anew.`);
}

const noStore = (url: string) =>
  new AnalysisError(
    "network",
    `${url.replace(/[?#].*$/, "")} holds no zarr store: it has neither zarr.json nor .zgroup (404). Check the address: that of the ` +
      "store's own folder is wanted.",
  );
