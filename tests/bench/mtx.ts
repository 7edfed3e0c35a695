import { once } from "node:events";
import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { seeded } from "../../scripts/lib/random.mjs";
import { converted, onlySample } from "../../web/src/engine/formats/imported.node";
import type { Options } from "./main";
import { peer, pythonWith } from "./peer";
import { median, row, type Row } from "./table";

const CELLS = 20_000;
const GENES = 20_000;
/** Genes found in a cell, on average. */
const STORED = 1000;

/** A folder as Cell Ranger writes it, made once: 20,000 cells x 20,000 genes, 20 million counts, unpacked. */
async function folder(): Promise<string> {
  const path = ".cache/bench/mtx";
  if (existsSync(path)) return path;
  const draft = `${path}.part`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  const names = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at)).join("");
  writeFileSync(
    `${draft}/barcodes.tsv`,
    names(CELLS, (at) => `CELL${at}-1\n`),
  );
  writeFileSync(
    `${draft}/genes.tsv`,
    names(GENES, (at) => `ENSG${String(at).padStart(11, "0")}\tGENE${at}\n`),
  );
  const random = seeded(1);
  const gaps = Array.from({ length: CELLS }, () => {
    const genes: number[] = [];
    for (let gene = Math.floor(random.uniform() * 40); gene < GENES; gene += 1 + Math.floor(random.uniform() * (2 * (GENES / STORED) - 1)))
      genes.push(gene);
    return Uint16Array.from(genes);
  });
  const stored = gaps.reduce((sum, genes) => sum + genes.length, 0);
  const file = createWriteStream(`${draft}/matrix.mtx`);
  file.write(`%%MatrixMarket matrix coordinate integer general\n%\n${GENES} ${CELLS} ${stored}\n`);
  for (const [cell, genes] of gaps.entries()) {
    let text = "";
    for (const gene of genes) text += `${gene + 1} ${cell + 1} ${1 + Math.floor(random.uniform() ** 6 * 40)}\n`;
    if (!file.write(text)) await once(file, "drain");
  }
  file.end();
  await once(file, "close");
  renameSync(draft, path);
  return path;
}

interface Peer {
  seconds: number[];
  version: string;
}

/** A 10x folder until its cells can be read: ours converts it to a temporary file, scanpy reads it into memory. */
export async function mtx({ repeats }: Options): Promise<Row[]> {
  const path = await folder();
  const seconds: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const begun = performance.now();
    const made = await converted((await onlySample(path))!);
    seconds.push((performance.now() - begun) / 1000);
    made.remove();
  }
  const python = await pythonWith("scanpy");
  const theirs = python && (await peer<Peer>(python, ["tests/bench/peers/scanpy_read_10x.py", path, String(repeats)]));
  const beside = theirs ? { name: `scanpy ${theirs.version} read_10x_mtx`, value: median(theirs.seconds) } : null;
  return [row("10x folder, 20,000 x 20,000, 20 million counts: until cells can be read", median(seconds), "s", beside)];
}
