import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import h5wasm from "h5wasm/node";
import { root } from "../../../scripts/lib/run.mjs";
import { writeH5ad } from "../../../scripts/lib/write-h5ad.mjs";

/** The demo's first cells, with their labels, as a file of their own: enough to see that a browser works, soon done where wasm is slow. */
export async function smallFile(cells: number): Promise<string> {
  await h5wasm.ready;
  const demo = new h5wasm.File(join(root, "web/public/demo/demo.h5ad"), "r");
  const read = <T>(path: string) => (demo.get(path) as unknown as { value: T }).value;
  const indptr = Int32Array.from(read<Int32Array>("X/indptr").slice(0, cells + 1));
  const stored = indptr[cells]!;
  const values = {
    indptr,
    indices: read<Int32Array>("X/indices").slice(0, stored),
    data: Float32Array.from(read<Float32Array>("X/data").slice(0, stored)),
  };
  const genes = read<string[]>("var/_index");
  const words = (name: string) => {
    const categories = read<string[]>(`obs/${name}/categories`);
    return Array.from(read<Int8Array>(`obs/${name}/codes`).slice(0, cells), (code) => categories[code]!);
  };
  // Of every second donor: two conditions to be compared.
  const donor = words("donor");
  const named = [...new Set(donor)];
  const condition = donor.map((one) => (named.indexOf(one) % 2 === 0 ? "treated" : "control"));
  const columns = { cell_type: words("cell_type"), donor, condition };
  demo.close();
  const path = join(root, ".cache/fixtures", `demo-${cells}.h5ad`);
  mkdirSync(dirname(path), { recursive: true });
  await writeH5ad(path, {
    X: { values },
    obs: { index: Array.from({ length: cells }, (_, i) => `cell ${i}`), columns },
    var: { index: genes },
  });
  return path;
}
