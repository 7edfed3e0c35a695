import { sampled } from "./sample";
import type { RowBlock } from "../contract/cells";
import type { Matrix } from "./reader";

/** Layers that hold parts of the same molecules, by the programs that write them: velocyto and alevin-fry, kb-python. */
const PARTS = [
  ["spliced", "unspliced", "ambiguous"],
  ["mature", "nascent", "ambiguous"],
  ["exonic", "intronic", "spanning"],
];

/**
 * The paths of layers that are parts of one whole, for each sum that can be meant: of all, and without what is ambiguous.
 * None without the first two.
 */
export function sumsOf(paths: Iterable<string>): string[][] {
  const there = [...paths];
  for (const names of PARTS) {
    const found = names.map((name) => there.find((path) => path.toLowerCase() === `layers/${name}`));
    const [first, second, third] = found;
    if (first && second)
      return third
        ? [
            [first, second, third],
            [first, second],
          ]
        : [[first, second]];
  }
  return [];
}

/** The sum of matrices of the same cells and genes, read block by block. */
export function summed(parts: Matrix[]): Matrix {
  const [first] = parts as [Matrix];
  const isDense = parts.every(({ shape }) => shape.layout === "dense");
  const matrix: Matrix = {
    shape: {
      ...first.shape,
      path: parts.map(({ shape }) => shape.path).join("+"),
      layout: isDense ? "dense" : "csr",
      stored: isDense ? first.shape.stored : parts.reduce((sum, { shape }) => sum + shape.stored, 0),
    },
    grain: Math.max(...parts.map(({ grain }) => grain)),
    // Each part gathers a span of its own.
    span: Math.min(...parts.map(({ span }) => span || Infinity)) % Infinity || 0,
    block: async (start, cells) => (await Promise.all(parts.map((part) => part.block(start, cells)))).reduce(sumOfTwo),
    sample: () => sampled(matrix),
  };
  return matrix;
}

function sumOfTwo(a: RowBlock, b: RowBlock): RowBlock {
  if (a.layout === "dense" && b.layout === "dense") return { ...a, values: a.values.map((value, i) => value + b.values[i]!) };
  const [one, other] = [sparseRows(a), sparseRows(b)];
  const most = one.values.length + other.values.length;
  const indptr = new Int32Array(a.cells + 1);
  const indices = new Int32Array(most);
  const values = new Float32Array(most);
  let to = 0;
  for (let cell = 0; cell < a.cells; cell++) {
    let [i, j] = [one.indptr[cell]!, other.indptr[cell]!];
    const [iEnd, jEnd] = [one.indptr[cell + 1]!, other.indptr[cell + 1]!];
    // Where indices do not rise a gene may be written twice: the core sums it.
    while (i < iEnd || j < jEnd) {
      const left = i < iEnd ? one.indices[i]! : Infinity;
      const right = j < jEnd ? other.indices[j]! : Infinity;
      indices[to] = Math.min(left, right);
      values[to++] = (left <= right ? one.values[i++]! : 0) + (right <= left ? other.values[j++]! : 0);
    }
    indptr[cell + 1] = to;
  }
  const { first, cells, genes } = a;
  return { layout: "csr", first, cells, genes, indptr, indices: indices.subarray(0, to), values: values.subarray(0, to) };
}

/** A block by its values other than zero. */
function sparseRows(block: RowBlock): Extract<RowBlock, { layout: "csr" }> {
  if (block.layout === "csr") return block;
  const { first, cells, genes } = block;
  const indptr = new Int32Array(cells + 1);
  const places: number[] = [];
  for (let cell = 0; cell < cells; cell++) {
    for (let gene = 0; gene < genes; gene++) if (block.values[cell * genes + gene] !== 0) places.push(cell * genes + gene);
    indptr[cell + 1] = places.length;
  }
  return {
    layout: "csr",
    first,
    cells,
    genes,
    indptr,
    indices: Int32Array.from(places, (place) => place % genes),
    values: Float32Array.from(places, (place) => block.values[place]!),
  };
}
