import h5wasm from "h5wasm/node";

/** Values per HDF5 chunk: 72 kB, about what anndata's own chunks have. */
const CHUNK = 18_000;

export function attributes(node, values) {
  for (const [name, value] of Object.entries(values)) node.create_attribute(name, value);
  return node;
}

export const encoded = (node, type, version) => attributes(node, { "encoding-type": type, "encoding-version": version });

function array(group, name, data, { shape = [data.length], gzip = 0 } = {}) {
  const isLarge = gzip > 0 && data.length > 0;
  const chunks = isLarge ? [Math.max(1, Math.min(shape[0], Math.floor(CHUNK / (shape[1] ?? 1)))), ...shape.slice(1)] : undefined;
  return group.create_dataset({ name, data, shape, ...(isLarge ? { chunks, compression: "gzip", compression_opts: gzip } : {}) });
}

function strings(group, name, words) {
  // An empty list of words has no type to guess: one of fixed length does.
  const dataset = group.create_dataset({ name, data: words, shape: [words.length], dtype: "S" });
  return encoded(dataset, "string-array", "0.2.0");
}

function column(group, name, values) {
  if (ArrayBuffer.isView(values)) return encoded(array(group, name, values), "array", "0.2.0");
  const categories = [...new Set(values.filter((word) => word !== null))].sort();
  const places = new Map(categories.map((word, code) => [word, code]));
  const Codes = categories.length < 128 ? Int8Array : Int32Array;
  const codes = Codes.from(values, (word) => (word === null ? -1 : places.get(word)));
  const node = encoded(group.create_group(name), "categorical", "0.2.0");
  node.create_attribute("ordered", 0, [], "<b");
  strings(node, "categories", categories);
  encoded(array(node, "codes", codes), "array", "0.2.0");
  return node;
}

/** A data frame: `index`, then columns (typed arrays are numbers, lists of words are categories, `text` columns stay text). */
export function frame(root, name, { index, columns = {}, text = {} }) {
  const group = encoded(root.create_group(name), "dataframe", "0.2.0");
  group.create_attribute("_index", "_index");
  const names = [...Object.keys(columns), ...Object.keys(text)];
  if (names.length > 0) group.create_attribute("column-order", names);
  else group.create_attribute("column-order", new Float64Array(0), [0]);
  strings(group, "_index", index);
  for (const [key, values] of Object.entries(columns)) column(group, key, values);
  for (const [key, words] of Object.entries(text)) strings(group, key, words);
}

/** CSR of a row-major dense matrix. */
export function toCsr(cells, genes, dense) {
  const indptr = new Int32Array(cells + 1);
  const indices = [];
  const data = [];
  for (let cell = 0; cell < cells; cell++) {
    for (let gene = 0; gene < genes; gene++) {
      const value = dense[cell * genes + gene];
      if (value === 0) continue;
      indices.push(gene);
      data.push(value);
    }
    indptr[cell + 1] = indices.length;
  }
  return { indptr, indices: Int32Array.from(indices), data: Float32Array.from(data) };
}

function transpose(rows, columns, dense) {
  const turned = new Float32Array(dense.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) turned[column * rows + row] = dense[row * columns + column];
  return turned;
}

/** A matrix under `name`: `values` is dense and row-major, or CSR already; `layout` says how it is stored. */
function matrix(root, name, { cells, genes, values, layout = "csr", gzip = 4 }) {
  if (layout === "dense") return encoded(array(root, name, values, { shape: [cells, genes], gzip }), "array", "0.2.0");
  const isCsc = layout === "csc";
  const parts = !ArrayBuffer.isView(values)
    ? values
    : isCsc
      ? toCsr(genes, cells, transpose(cells, genes, values))
      : toCsr(cells, genes, values);
  const group = encoded(root.create_group(name), isCsc ? "csc_matrix" : "csr_matrix", "0.1.0");
  group.create_attribute("shape", new BigInt64Array([BigInt(cells), BigInt(genes)]));
  for (const part of ["data", "indices", "indptr"]) array(group, part, parts[part], { gzip });
  return group;
}

/**
 * Writes an .h5ad file as anndata 0.8 and later do.
 * `X`, `layers` entries: {values, layout, gzip}; `obs`, `var`: {index, columns, text}; `raw`: {X, var}; `obsm`: name ->
 * {values, columns}; `uns`: name -> word.
 */
export async function writeH5ad(path, { X, obs, var: genes, raw = null, layers = {}, obsm = {}, uns = {} }) {
  await h5wasm.ready;
  const file = new h5wasm.File(path, "w");
  try {
    const shape = { cells: obs.index.length, genes: genes.index.length };
    encoded(file, "anndata", "0.1.0");
    if (X) matrix(file, "X", { ...shape, ...X });
    frame(file, "obs", obs);
    frame(file, "var", genes);
    for (const name of ["layers", "obsm", "obsp", "uns", "varm", "varp"]) encoded(file.create_group(name), "dict", "0.1.0");
    for (const [name, layer] of Object.entries(layers)) matrix(file.get("layers"), name, { ...shape, ...layer });
    for (const [name, { values, columns }] of Object.entries(obsm))
      encoded(array(file.get("obsm"), name, values, { shape: [shape.cells, columns] }), "array", "0.2.0");
    for (const [name, word] of Object.entries(uns)) encoded(file.get("uns").create_dataset({ name, data: word }), "string", "0.2.0");
    if (raw) {
      const group = encoded(file.create_group("raw"), "raw", "0.1.0");
      matrix(group, "X", { cells: shape.cells, genes: raw.var.index.length, ...raw.X });
      frame(group, "var", raw.var);
      encoded(group.create_group("varm"), "dict", "0.1.0");
    }
  } finally {
    file.close();
  }
}
