import { statSync } from "node:fs";
import { withoutEnding } from "../../contract/cell-files";
import type { Reading } from "../../contract/types";
import { nodeEnvironment } from "../platform/environment.node";
import { openNodeSource } from "../platform/sources.node";
import { openReader } from "../readers/open";
import { writeWhole } from "../writers/whole-file";
import { baseName } from "./named-bytes";
import { pathBytes } from "./named-bytes.node";
import type { Sample } from "./sample";

/** An HDF5 file of cells, to be written anew as .h5ad. */
export function hdf5Sample(path: string, reading: Reading): Sample {
  const main = pathBytes(path, statSync(path).size);
  return {
    name: withoutEnding(baseName(main.name)),
    main,
    files: [main],
    ofAssay: (assay) => hdf5Sample(path, { ...reading, part: assay }),
    async write(bytes) {
      const { asset } = nodeEnvironment(() => {
        throw new Error("No lane is needed to convert a file.");
      });
      const reader = await openReader(await openNodeSource({ kind: "path", path }), asset, null, reading);
      try {
        return await writeWhole(bytes, reader);
      } finally {
        reader.close();
      }
    },
  };
}
