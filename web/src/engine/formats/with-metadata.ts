import { AnalysisError } from "../../contract/errors";
import { free } from "../writers/new-column";
import { joinMetadata, joinedNote, readMetadata, type Metadata } from "./metadata";
import { baseName, type NamedBytes } from "./named-bytes";
import type { Sample } from "./sample";
import { TABLE } from "./table/import";
import { lookAt } from "./table/kind";

/** Names that authors give to what they say of cells and samples. */
const TELLING = /meta|annot|cell_?info|col_?data|pheno|clusters|sample_?(sheet|table|info)|(^|[._-])obs([._-]|$)/i;

/** Whether a table says something of cells: one that was given, or found beside a sample with a telling name. */
export const isMetadata = async (file: NamedBytes, isGiven: boolean): Promise<boolean> =>
  TABLE.test(file.name) && (isGiven || TELLING.test(baseName(file.name))) && (await lookAt(file)).kind === "columns";

/** Whether a sample says of its cells what there is to say: HDF5 files, zarr stores and R objects. */
export const hasTable = ({ isCopy, ofAssay, store }: Sample): boolean => isCopy === true || ofAssay !== undefined || store !== undefined;

/** Samples that are written with what tables say of their cells. `must`: throws AnalysisError where a table names no cell. */
export function withMetadata(samples: Sample[], tables: readonly NamedBytes[], must = false): Sample[] {
  if (tables.length === 0) return samples;
  const read = new Map<NamedBytes, Promise<Metadata>>();
  const once = (file: NamedBytes) => read.get(file) ?? read.set(file, readMetadata(file)).get(file)!;
  const joinedTo = (sample: Sample): Sample => ({
    ...sample,
    alone: sample,
    files: [...sample.files, ...tables],
    async write(bytes) {
      const said = await Promise.all(tables.map(once));
      return sample.write(bytes, (cells) => {
        const joined = said.map((one) => ({ one, found: joinMetadata(one, cells, sample.name) }));
        const lacking = must && joined.find(({ found }) => found.matched === 0);
        if (lacking) throw new AnalysisError("bad-input", noneOf(lacking.one, cells));
        const taken = new Set<string>();
        return {
          columns: joined.flatMap(({ found }) => found.columns.map((column) => ({ ...column, name: free(column.name, taken) }))),
          notes: joined.map(({ one, found }) => joinedNote(one, found, cells.length)),
        };
      });
    },
  });
  return samples.map((sample) => (hasTable(sample) ? sample : joinedTo(sample)));
}

const noneOf = ({ file, rows, headings }: Metadata, cells: readonly string[]) =>
  `None of the ${rows.length.toLocaleString("en")} rows of ${file} names a cell: cells are called ${cells.slice(0, 2).join(", ")}, rows ` +
  `${rows
    .slice(0, 2)
    .map(([name]) => name)
    .join(", ")} (${headings[0] || "first column"}).`;
