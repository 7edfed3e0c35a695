import type { Endpoint } from "../../contract/protocol";
import type { Reading, Source } from "../../contract/types";
import type { ReadFile } from "../model/folder";
import type { ByteSource } from "../readers/byte-source";
import type { WritableBytes } from "./writable-bytes";

/** How far what takes time before a file can be read has come, in bytes: fetching it (the default), or converting it. */
export type ReportOpening = (done: number, total: number, step?: "download" | "convert") => void;

/** A file that the tool writes for itself. */
export interface NewFile extends WritableBytes {
  /** Ends writing; the file, to be read from now on. */
  opened(name: string): Promise<ByteSource>;
  remove(): Promise<void>;
}

/** What differs between a browser's worker and Node. Everything else of the engine runs unchanged in both. */
export interface Environment {
  readonly kind: "browser" | "node";
  /** Address or folder of the tool's own files, ending in `/`. */
  base: string;
  readonly cores: number;
  /** `reading`: how it is to be read, where that decides whether it is converted first. */
  openSource(source: Source, report: ReportOpening, reading?: Reading): Promise<ByteSource>;
  /** Begins a file that is written anew: on disk where there is one for the tool. */
  newFile(): Promise<NewFile>;
  /** Bytes of one of the tool's own files, by its path under `base`. */
  asset(path: string): Promise<Uint8Array<ArrayBuffer>>;
  /** Address that `import()` takes for one of the tool's own modules. */
  moduleUrl(path: string): string;
  /** Models that come with the tool. */
  modelNames(): Promise<string[]>;
  /** A model that comes with the tool; in Node also a folder of this computer. */
  modelFolder(name: string): ReadFile;
  /** onnxruntime-node and the execution providers that lie beside it, best first; absent in browsers. */
  nativeRuntime?(): Promise<{ runtime: unknown; providers: string[] }>;
  spawnLane(): Endpoint;
  /** Each lane runs before the next is started. */
  readonly startsLanesInTurn: boolean;
}
