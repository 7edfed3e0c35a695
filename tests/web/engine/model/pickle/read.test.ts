import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../../../scripts/lib/run.mjs";
import { expect, test } from "vitest";
import { classifierOf } from "../../../../../web/src/engine/model/celltypist/classifier";
import { named } from "../../../../../web/src/engine/model/pickle/failure";
import { readPickle } from "../../../../../web/src/engine/model/pickle/read";
import { PickleObject } from "../../../../../web/src/engine/model/pickle/values";

const FOLDER = join(root, "tests/fixtures/pickles");

interface Expected {
  classes: string[];
  genes: string[];
  coef: number[][];
  intercept: number[];
  mean: number[] | null;
  scale: number[];
}

const expected = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8")) as Record<string, Expected>;
const bytesOf = (name: string) => new Uint8Array(readFileSync(join(FOLDER, `${name}.pkl`)));
const read = async (name: string, genes?: string[]) =>
  named(`${name}.pkl`, async () => classifierOf(await readPickle(bytesOf(name)), genes));
const pickle = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...part].map((letter) => letter.charCodeAt(0)) : part)));
const fails = (bytes: Uint8Array<ArrayBuffer>) => named("model.pkl", () => readPickle(bytes));

test.each(Object.entries(expected))("%s is what Python reads", async (name, { classes, genes, coef, intercept, mean, scale }) => {
  const found = await read(name);
  expect(found.classes).toEqual(classes);
  expect(found.genes).toEqual(genes);
  const isTwo = classes.length === 2;
  const due = isTwo ? [coef[0]!.map((weight) => -weight), coef[0]!] : coef;
  due.flat().forEach((weight, i) => expect(found.coef[i]).toBeCloseTo(weight, 10));
  (isTwo ? [-intercept[0]!, intercept[0]!] : intercept).forEach((weight, i) => expect(found.intercept[i]).toBeCloseTo(weight, 10));
  scale.forEach((size, i) => expect(found.scaler!.scale[i]).toBeCloseTo(size, 10));
  (mean ?? scale.map(() => 0)).forEach((size, i) => expect(found.scaler!.mean[i]).toBeCloseTo(size, 10));
  expect(found.description).toMatchObject({ date: "2024-01-01", version: "v1" });
});

test("a classifier by itself takes its genes from the table beside it, and is refused where they do not fit", async () => {
  const genes = ["A", "B", "C", "D", "E", "F"];
  expect(await read("old-bare", genes)).toMatchObject({ genes, scaler: null });
  await expect(read("old-bare")).rejects.toMatchObject({
    code: "unsupported",
    message: expect.stringMatching(/^old-bare\.pkl names no genes: its 6 weights/) as string,
  });
  await expect(read("old-bare", ["A"])).rejects.toMatchObject({
    message: "old-bare.pkl does not fit the table beside it, which names 1 genes, and there are weights for 6.",
  });
});

test.each(["bz2", "xz"])("joblib's %s is refused by name", async (kind) => {
  await expect(read(`new-joblib-${kind}`)).rejects.toMatchObject({
    code: "unsupported",
    message: expect.stringMatching(kind === "bz2" ? /bzip2/ : /xz/) as string,
  });
});

test("what is no classifier's is refused by name, and nothing of it is read", async () => {
  for (const source of [
    "cos\nsystem\n(S'echo'\ntR.",
    "c__builtin__\neval\n(S'1'\ntR.",
    "cnumpy.core.multiarray\n__builtins__\n.",
    "(S'x'\nios\nsystem\n.",
  ]) {
    await expect(fails(pickle(source))).rejects.toMatchObject({
      code: "unsupported",
      message: expect.stringMatching(
        /asks for (os\.system|__builtin__\.eval|numpy\.core\.multiarray\.__builtins__), which is no part of a published classifier/,
      ) as string,
    });
  }
  await expect(fails(pickle([0x80, 4, 0x8c, 2], "os", [0x8c, 6], "system", [0x93], "."))).rejects.toThrow("asks for os.system");
  await expect(fails(pickle("c__proto__\nconstructor\n."))).rejects.toThrow("asks for __proto__.constructor");
});

test.each<[string, Uint8Array<ArrayBuffer>, string, RegExp]>([
  ["empty", pickle(), "bad-file", /is empty/],
  ["a text without end", pickle("X", [255, 0, 0, 0], "abc"), "bad-file", /cut off or damaged: 255 bytes are due at byte 5 and 3 are there/],
  ["a length beyond all files", pickle([0x8e, 255, 255, 255, 255, 255, 255, 255, 255]), "bad-file", /length of/],
  ["a frame beyond the end", pickle([0x80, 4, 0x95, 200, 0, 0, 0, 0, 0, 0, 0], "N."), "bad-file", /is cut off/],
  ["no STOP", pickle("N"), "bad-file", /cut off/],
  ["no such instruction", pickle([0x7f]), "bad-file", /no instruction/],
  ["an empty stack", pickle("R."), "bad-file", /takes a value where there is none/],
  ["values left over", pickle("NN."), "bad-file", /left over/],
  ["a mark that was not set", pickle("t."), "bad-file", /not begun/],
  ["a value that was not kept", pickle("h", [9], "."), "bad-file", /value 9, which it has not made/],
  ["a dict without a value", pickle("}(Nu."), "bad-file", /key without a value/],
  ["an integer of 1 GB", pickle([0x8b, 0, 0, 0, 64]), "unsupported", /integer of/],
  ["marks in marks", pickle("(".repeat(5000)), "memory", /nests more than/],
  ["containers by the million", pickle("(", "]".repeat(600_000)), "memory", /more than 500,000 values/],
  ["a protocol to come", pickle([0x80, 9], "N."), "unsupported", /protocol 9/],
  ["arrays outside the file", pickle([0x80, 5, 0x97], "."), "unsupported", /outside the file/],
  ["a persistent id", pickle("P1\n."), "unsupported", /outside the file/],
  ["text that is not UTF-8", pickle("X", [2, 0, 0, 0, 0xc3, 0x28], "."), "bad-file", /UTF-8/],
])("%s: one sentence", async (_, bytes, code, words) => {
  const started = process.cpuUsage();
  await expect(fails(bytes)).rejects.toMatchObject({ code, message: expect.stringMatching(words) as string });
  await expect(fails(bytes)).rejects.toThrow(/^model\.pkl [^\n]*\.$/);
  // Of its own time: other work on the machine is not counted.
  expect(process.cpuUsage(started).user / 1e3).toBeLessThan(2000);
});

test("an array that is larger than its bytes, or than memory, is refused before anything is made", async () => {
  const array = (rows: number, data: number[]) =>
    pickle(
      "cnumpy.core.multiarray\n_reconstruct\n(cnumpy\nndarray\nK",
      [0],
      "tR(K",
      [1],
      `(I${rows}\ntcnumpy\ndtype\n(S'f8'\ntRI00\nC`,
      [data.length, ...data],
      "tb.",
    );
  await expect(fails(array(2, [0, 0, 0, 0, 0, 0, 0, 0]))).rejects.toMatchObject({
    code: "bad-file",
    message: expect.stringMatching(/8 bytes where its shape and type need 16/) as string,
  });
  await expect(fails(array(1e12, []))).rejects.toMatchObject({ code: "memory" });
});

test("what is no classifier is said so; lists in lists and a list within itself are data like others", async () => {
  const nested = await readPickle(pickle("]".repeat(5000), "a".repeat(4999), "."));
  expect(() => classifierOf(nested)).toThrow(/holds no classifier/);
  const cycle = await readPickle(pickle("]q", [0], "h", [0], "a."));
  expect(() => classifierOf(cycle)).toThrow(/holds no classifier/);
});

test("a zip bomb is left where it passes what is read", async () => {
  const { gzipSync } = await import("node:zlib");
  const bytes = new Uint8Array(gzipSync(Buffer.alloc(200_000_000), { level: 1 }));
  await expect(fails(bytes)).rejects.toMatchObject({
    code: "memory",
    message: "model.pkl would unpack to more than 100 times its size, which no weights do.",
  });
}, 30_000);

test("an instance keeps its fields alone", async () => {
  const value = await readPickle(pickle([0x80, 2], "csklearn.linear_model.sgd_fast\nLog\n)R."));
  expect(value).toBeInstanceOf(PickleObject);
  expect((value as PickleObject).fields.size).toBe(0);
});
