import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "../../../../scripts/lib/run.mjs";
import { nodeEnvironment } from "../../../../web/src/engine/platform/environment.node";
import { droppedModel } from "../../../../web/src/engine/model/dropped";
import { ModelFolder } from "../../../../web/src/engine/model/folder";
import { openModel, selfTestBatch, type SelfTest } from "../../../../web/src/engine/model/session";

const folder = join(root, "models/released/tiny-random");
const bytes = (name: string) => new Uint8Array(readFileSync(join(folder, name)));
const files = () =>
  Object.fromEntries(["manifest.json", "genes.tsv", "predict.onnx", "self-test.json"].map((name) => [`tiny/${name}`, bytes(name)]));
const environment = nodeEnvironment(() => {
  throw new Error("This test starts no lanes.");
});
const dropped = async (given: Record<string, Uint8Array<ArrayBuffer>>) =>
  droppedModel(environment, Object.fromEntries(Object.entries(given).map(([path, content]) => [path, new Blob([content])])));

describe("a model folder", () => {
  test("dropped with a leading folder opens, and its files pass their checksums", async () => {
    const model = await ModelFolder.open(await dropped(files()));
    expect(model.info).toMatchObject({ name: "tiny-random", kind: "onnx", genes: 64 });
    expect((await model.text("genes")).split("\n")[0]).toBe("symbol\tensembl_id\taliases\tscale");
  });

  test("with one flipped byte is refused by checksum", async () => {
    const damaged = files();
    damaged["tiny/predict.onnx"]![100]! ^= 1;
    const model = await ModelFolder.open(await dropped(damaged));
    await expect(model.file("predict")).rejects.toMatchObject({
      code: "model",
      message: expect.stringContaining("predict.onnx of model tiny-random is damaged"),
    });
  });

  test("without a manifest, or with one that is not JSON, is refused", async () => {
    await expect(dropped({ "a.bin": bytes("genes.tsv") })).rejects.toThrow("no manifest.json");
    await expect(ModelFolder.open(await dropped({ "manifest.json": bytes("genes.tsv") }))).rejects.toMatchObject({ code: "model" });
  });
});

describe("the model runtime", () => {
  const manifest = async () => (await ModelFolder.open(await dropped(files()))).manifest;
  const selfTest = () => readFileSync(join(folder, "self-test.json"), "utf8");

  test("runs a model that passes its self-test", async () => {
    const model = await openModel(environment, await manifest(), bytes("predict.onnx"), selfTest(), "wasm");
    const genes = Int32Array.of(1, 2, 3, 5, 64, 64);
    const { logits, embedding } = await model.run({
      cells: 2,
      length: 3,
      genes,
      values: Float32Array.of(1, 2, 3, 1, 0, 0),
      mask: Float32Array.of(1, 1, 1, 1, 0, 0),
    });
    expect([logits.map((head) => head.length), embedding.length]).toEqual([[8, 4, 4], 32]);
    await model.release();
  });

  test("refuses a model whose self-test is wrong, and says by how much", async () => {
    const wrong = JSON.parse(selfTest()) as { logits: Record<string, number[][]> };
    wrong.logits.logits_sex![0]![0]! += 1;
    await expect(openModel(environment, await manifest(), bytes("predict.onnx"), JSON.stringify(wrong), "wasm")).rejects.toMatchObject({
      code: "model",
      message: expect.stringContaining("its self-test is off by 1.0"),
    });
  });

  test("gives the same numbers on onnxruntime-node, whose usual settings round the activations of 8-bit weights", async () => {
    const released = await ModelFolder.open(environment.modelFolder("polygene-mini"));
    const [onnx, test] = [await released.file("predict"), await released.text("self_test")];
    const [native, wasm] = await Promise.all(
      (["native", "wasm"] as const).map((backend) => openModel(environment, released.manifest, onnx, test, backend)),
    );
    const batch = selfTestBatch(released.manifest, JSON.parse(test) as SelfTest);
    const [a, b] = [await native!.run(batch), await wasm!.run(batch)];
    const gap = (x: Float32Array, y: Float32Array) => Math.max(...x.map((value, i) => Math.abs(value - y[i]!)));
    for (const [head, logits] of a.logits.entries()) expect(gap(logits, b.logits[head]!)).toBeLessThan(1e-4);
    expect(gap(a.embedding, b.embedding)).toBeLessThan(1e-4);
    await Promise.all([native!.release(), wasm!.release()]);
  });

  test("says what does not start", async () => {
    await expect(openModel(environment, await manifest(), bytes("genes.tsv"), null, "wasm")).rejects.toMatchObject({
      code: "model",
      message: expect.stringContaining("tiny-random does not start on wasm"),
    });
  });
});
