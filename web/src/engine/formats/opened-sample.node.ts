import { existsSync, statSync } from "node:fs";
import { isAddress, withoutEnding } from "../../contract/cell-files";
import type { Reading, Source } from "../../contract/types";
import { nodeEnvironment } from "../platform/environment.node";
import { nameIn } from "../platform/remote/name-in";
import { openReader } from "../readers/open";
import { writeWhole } from "../writers/whole-file";
import { openAnySource } from "./any-source.node";
import { baseName } from "./named-bytes";
import { pathBytes } from "./named-bytes.node";
import type { Sample } from "./sample";

/** A file that is read as it is, an HDF5 file of cells or one at an address, to be written anew as .h5ad. */
export function openedSample(path: string, reading: Reading): Sample {
  const main = pathBytes(path, existsSync(path) ? statSync(path).size : 0);
  const source: Source = isAddress(path) ? { kind: "url", url: path } : { kind: "path", path };
  return {
    name: withoutEnding(isAddress(path) ? nameIn(path) : baseName(main.name)).replace(/\.zarr(\.zip)?$/i, ""),
    main,
    files: [main],
    ofAssay: (assay) => openedSample(path, { ...reading, part: assay }),
    async write(bytes) {
      const { asset } = nodeEnvironment(() => {
        throw new Error("No lane is needed to convert a file.");
      });
      const opened = await openAnySource(source, undefined, reading);
      const reader = await openReader(opened, asset, null, reading);
      try {
        const written = await writeWhole(bytes, reader);
        return { ...written, notes: [...(opened.note ? [opened.note] : []), ...written.notes] };
      } finally {
        reader.close();
      }
    },
  };
}
