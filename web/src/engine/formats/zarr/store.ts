import type { AbsolutePath, AsyncReadable, RangeQuery } from "zarrita";
import { AnalysisError } from "../../../contract/errors";
import { gathered, type NamedBytes } from "../named-bytes";
import type { ZarrStore } from "./roots";

/** Arrays whose pieces are all written: what is absent of them is lost, not zero. */
const WHOLE = /\/(indices|data)\/(c\/)?\d+$/;

/** The files of a store by their keys. */
export class FilesStore implements AsyncReadable {
  private readonly byKey: Map<string, NamedBytes>;

  constructor(
    { root, files }: ZarrStore,
    private readonly name: string,
  ) {
    this.byKey = new Map(files.map((file) => [file.name.slice(root.length), file]));
  }

  has(key: string): boolean {
    return this.byKey.has(key);
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
    if (!found && WHOLE.test(key))
      throw new AnalysisError("bad-file", `${this.name} lacks its piece ${key.slice(1)}: get it again, whole.`);
    return found;
  }
}
