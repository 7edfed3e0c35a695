import { dataFile, openReader } from "./data";

/** A row a gene, a column a type: the profiles of a file as a table. */
export async function tableOf(file: string): Promise<string> {
  const reader = await openReader(dataFile(file));
  const { ids } = await reader.geneIds("X");
  const column = await reader.column("cell_type");
  const names = column.kind === "number" ? [] : Array.from(column.codes, (code) => column.categories[code]!);
  const dense = ids.map(() => new Float64Array(reader.cells));
  const block = await reader.block("X", 0, reader.cells);
  if (block.layout === "dense") throw new Error("The files of profiles are sparse.");
  for (let cell = 0; cell < block.cells; cell++)
    for (let i = block.indptr[cell]!; i < block.indptr[cell + 1]!; i++) dense[block.indices[i]!]![cell] = block.values[i]!;
  reader.close();
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  return [`gene,${names.map(quoted).join(",")}`, ...ids.map((id, gene) => `${quoted(id)},${dense[gene]!.join(",")}`)].join("\n");
}
