// One ONNX file on one backend of ONNX Runtime, in Node and in a page alike: this function is handed to Chromium as text, so it uses
// nothing from outside itself.

/**
 * @param {object} ort ONNX Runtime.
 * @param {Uint8Array} bytes the ONNX file.
 * @param {{provider: string, tokens: number, genes: number, inputs: Record<string, "genes" | "values" | "mask" | "nothing" | "first">,
 *   widths: Record<string, number>, output: string, external?: {path: string, data: Uint8Array}, batches: number[], repeats: number,
 *   limit: number}} asked what each input is (`widths` of those that are not one a token), the output that is compared, the file that holds
 *   the weights where another does, and the seconds after which no larger batch is tried.
 * @returns {Promise<{load: number, first: number, perCell: number, batch: number, transfer: number | null, found: number[]}>}
 *   milliseconds: opening; the first run, which compiles; a cell at the batch that is best; and the share of a run's time that a result
 *   left on the device would save (null off the GPU). `found`: the output of the first cell.
 */
export async function measure(ort, bytes, { provider, tokens, genes, inputs, widths, output, external, batches, repeats, limit }) {
  const options = (location) => ({
    executionProviders: [provider],
    graphOptimizationLevel: "all",
    logSeverityLevel: 3,
    ...(external ? { externalData: [external] } : {}),
    ...(location ? { preferredOutputLocation: location } : {}),
  });
  // Every cell is the same: what differs between backends is seen in one.
  const made = {
    genes: ["int32", (i) => (i * 7919 + 13) % genes],
    values: ["float32", (i) => (i % 17) / 4],
    mask: ["float32", () => 1],
    nothing: ["int32", () => 0],
    first: ["float32", (i) => (i === 0 ? 1 : 0)],
  };
  const median = (values) => values.toSorted((a, b) => a - b)[values.length >> 1];
  const feed = (cells) =>
    Object.fromEntries(
      Object.entries(inputs).map(([name, kind]) => {
        const width = widths[name] ?? tokens;
        const [type, of] = made[kind];
        const data = Array.from({ length: cells * width }, (_, i) => of(i % width));
        return [name, new ort.Tensor(type, type === "int32" ? Int32Array.from(data) : Float32Array.from(data), [cells, width])];
      }),
    );
  const started = performance.now();
  const session = await ort.InferenceSession.create(bytes, options());
  const load = performance.now() - started;
  let first = 0;
  let best = { perCell: Infinity, batch: 0 };
  let found = [];
  const begun = performance.now();
  for (const batch of batches) {
    if (batch !== batches[0] && performance.now() - begun > limit * 1000) break;
    const input = feed(batch);
    const at = performance.now();
    const { [output]: result } = await session.run(input, [output]);
    if (first === 0) {
      first = performance.now() - at;
      found = [...result.data.subarray(0, result.dims[1])];
    }
    const times = [];
    for (let i = 0; i < repeats; i++) {
      const start = performance.now();
      await session.run(input, [output]);
      times.push(performance.now() - start);
    }
    if (median(times) / batch < best.perCell) best = { perCell: median(times) / batch, batch };
  }
  await session.release();
  let transfer = null;
  if (provider === "webgpu") {
    const kept = await ort.InferenceSession.create(bytes, options("gpu-buffer"));
    const device = await ort.env.webgpu.device;
    const input = feed(best.batch);
    const times = [];
    for (let i = 0; i <= repeats; i++) {
      const start = performance.now();
      const { [output]: left } = await kept.run(input, [output]);
      await device.queue.onSubmittedWorkDone();
      if (i > 0) times.push(performance.now() - start);
      left.dispose();
    }
    transfer = 1 - median(times) / best.batch / best.perCell;
    await kept.release();
  }
  return { load, first, ...best, transfer, found };
}
