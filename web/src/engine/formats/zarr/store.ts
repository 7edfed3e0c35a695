import type { AbsolutePath, AsyncReadable, RangeQuery } from "zarrita";
import { AnalysisError } from "../../../contract/errors";
import { baseName, gathered, type NamedBytes } from "../named-bytes";
import type { ZarrStore } from "./roots";

/** Arrays whose pieces are all written: what is absent of them is lost, not zero. */
const WHOLE = /\/(indices|data)\/(c\/)?\d+$/;

/** A store, wherever its files lie. */
export interface Store extends AsyncReadable {
  /** What it is called in a refusal. */
  readonly name: string;
  /** Path of its root in what was given. */
  readonly root: string;
  /** Bytes of all its files; null where that is not known. */
  readonly bytes: number | null;
  /** Names of what a group has. */
  namesIn(group: string): string[];
}

/** The names right below a group, of the paths of files from the root on. */
export function namesBelow(paths: Iterable<string>, group: string): string[] {
  const start = `/${group}/`;
  const found = new Set<string>();
  for (const path of paths) {
    const end = path.startsWith(start) ? path.indexOf("/", start.length) : -1;
    if (end >= 0) found.add(path.slice(start.length, end));
  }
  return [...found].sort();
}

/** Refuses a piece that is absent where all are written. */
export function lacks(name: string, key: string): void {
  if (WHOLE.test(key)) throw new AnalysisError("bad-file", `${name} lacks its piece ${key.slice(1)}: get it again, whole.`);
}

/** The files of a store by their keys. */
export class FilesStore implements Store {
  readonly name: string;
  readonly root: string;
  readonly bytes: number;
  private readonly byKey: Map<string, NamedBytes>;

  constructor({ root, files }: ZarrStore) {
    this.root = root;
    this.name = baseName(root);
    this.byKey = new Map(files.map((file) => [file.name.slice(root.length), file]));
    this.bytes = files.reduce((sum, { size }) => sum + size, 0);
  }

  namesIn(group: string): string[] {
    return namesBelow(this.byKey.keys(), group);
  }

  async get(key: AbsolutePath): Promise<Uint8Array | undefined> {
    const file = this.find(key);
    return file && gathered(file.stored());
  }

  async getRange(key: AbsolutePath, range: RangeQuery): Promise<Uint8Array | undefined> {
    const file = this.find(key);
    if (!file) return undefined;
    if ("suffixLength" in range) return gathered(file.stored(Math.max(0, file.size - range.suffixLength), file.size));
    return gathered(file.stored(range.offset, Math.min(file.size, range.offset + range.length)));
  }

  private find(key: string): NamedBytes | undefined {
    const found = this.byKey.get(key);
    if (!found) lacks(this.name, key);
    return found;
  }
}
