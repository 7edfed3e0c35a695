import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../../../scripts/lib/run.mjs";
import { expect, test, vi } from "vitest";
import { seeded } from "../../../../../scripts/lib/random.mjs";
import { AnalysisError } from "../../../../../web/src/contract/errors";
import { classifierOf, type Classifier } from "../../../../../web/src/engine/model/celltypist/classifier";
import { named } from "../../../../../web/src/engine/model/pickle/failure";
import { readPickle } from "../../../../../web/src/engine/model/pickle/read";

/** Files tried; PHENOLENS_FUZZ=2000 is the long run. */
const FILES = Number(process.env.PHENOLENS_FUZZ ?? 300);
const BATCH = 100;
const FOLDER = join(root, "tests/fixtures/pickles");

vi.setConfig({ testTimeout: 120_000 });

type Bytes = Uint8Array<ArrayBuffer>;
type Random = ReturnType<typeof seeded>;

const originals = readdirSync(FOLDER)
  .filter((name) => /(sgd|regression|two|sparse|plain|zlib|gzip|text|float32)/.test(name))
  .sort()
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(FOLDER, name))) as Bytes }));
const at = (file: Uint8Array, random: Random) => Math.floor(random.uniform() * file.length);

/** Ways to spoil a pickle; each says how many of its bytes it may have touched. */
const mutations: ((file: Bytes, random: Random) => { file: Bytes; touched: number })[] = [
  (file, random) => {
    const touched = 1 + Math.floor(random.uniform() * 4);
    for (let i = 0; i < touched; i++) file[at(file, random)]! ^= 1 << Math.floor(random.uniform() * 8);
    return { file, touched };
  },
  (file, random) => {
    // An instruction for another.
    file[at(file, random)] = ".(0N]}q)tubRceah\x8c\x94\x85\x93\x81".charCodeAt(Math.floor(random.uniform() * 22));
    return { file, touched: 1 };
  },
  (file, random) => ({ file: file.slice(0, at(file, random)), touched: 0 }),
  (file, random) => {
    const [from, length] = [at(file, random), 1 + Math.floor(random.uniform() * 16)];
    return { file: Uint8Array.from([...file.subarray(0, from), ...file.subarray(from + length)]), touched: length };
  },
  (file, random) => {
    const [from, to, length] = [at(file, random), at(file, random), 1 + Math.floor(random.uniform() * 40)];
    file.copyWithin(to, from, from + length);
    return { file, touched: length };
  },
  (file, random) => {
    // A length or a number of four bytes.
    new DataView(file.buffer).setUint32(
      Math.min(file.length - 4, at(file, random)),
      [0, 1, 0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 100][Math.floor(random.uniform() * 6)]!,
      true,
    );
    return { file, touched: 4 };
  },
];

const read = (name: string, bytes: Bytes) => named(name, async () => classifierOf(await readPickle(bytes)));

/** Values that differ between two classifiers; Infinity where they are not even alike in form. */
function differences(a: Classifier, b: Classifier): number {
  if (a.classes.length !== b.classes.length || a.genes.length !== b.genes.length || (a.scaler === null) !== (b.scaler === null))
    return Infinity;
  const lists: [ArrayLike<unknown>, ArrayLike<unknown>][] = [
    [a.classes, b.classes],
    [a.genes, b.genes],
    [a.coef, b.coef],
    [a.intercept, b.intercept],
  ];
  if (a.scaler && b.scaler) lists.push([a.scaler.mean, b.scaler.mean], [a.scaler.scale, b.scaler.scale]);
  return lists.reduce((sum, [one, other]) => sum + Array.from(one).filter((value, i) => !Object.is(value, other[i])).length, 0);
}

for (let first = 0; first < FILES; first += BATCH) {
  test(`${BATCH} mutated pickles from seed ${first}: a sentence within a second, or no more spoilt than they are`, async () => {
    for (let seed = first; seed < Math.min(FILES, first + BATCH); seed++) {
      const random = seeded(seed);
      const { name, bytes } = originals[seed % originals.length]!;
      const { file, touched } = mutations[Math.floor(seed / originals.length) % mutations.length]!(bytes.slice(), random);
      const started = process.cpuUsage();
      const outcome = await read(name, file).catch((error: unknown) => error);
      expect([seed, process.cpuUsage(started).user < 1e6]).toEqual([seed, true]);
      if (outcome instanceof Error) {
        expect([seed, outcome]).toEqual([seed, expect.any(AnalysisError)]);
        const { code, message } = outcome as AnalysisError;
        expect(["bad-file", "unsupported", "memory"], `${seed}: ${message}`).toContain(code);
        expect(message).toMatch(/^\S+\.pkl [^\n]+\.$/);
        expect(message).not.toMatch(/undefined|\[object|TypeError|RangeError/);
      } else {
        // Of two classes each weight is held twice; an index of a sparse matrix moves whole rows.
        const most = name.includes("sparse") ? 6 * 3 : 2 * touched;
        expect([seed, name, differences(outcome as Classifier, await read(name, bytes.slice())) <= most]).toEqual([seed, name, true]);
      }
    }
  });
}
