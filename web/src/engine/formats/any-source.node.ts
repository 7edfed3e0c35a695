import type { Source } from "../../contract/types";
import type { ByteSource } from "../readers/byte-source";
import { converted } from "./imported.node";
import { openNodeSource } from "../platform/sources.node";

/** A file of this computer, of HDF5 or of any format that is converted to it; what was made is taken away when it is closed. */
export async function openAnySource(source: Source): Promise<ByteSource> {
  const made = source.kind === "path" ? await converted(source.path, source.metadata) : null;
  if (!made) return openNodeSource(source);
  const { path, name, note, remove } = made;
  try {
    const opened = await openNodeSource({ kind: "path", path });
    const close = () => {
      opened.close();
      remove();
    };
    return { ...opened, name, shared: { kind: "path", path }, note, close };
  } catch (error) {
    remove();
    throw error;
  }
}
