import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { serve } from "../../scripts/lib/serve.mjs";
import { chromiumPath } from "../../scripts/lib/system.mjs";
import type { Manifest } from "../../web/src/contract/manifest";
import { released } from "./files";
import { measure, type Asked, type Measured } from "./gpu/measure.mjs";
import type { Options } from "./main";
import { packageVersion, peer, pythonWith } from "./peer";
import { row, type Row } from "./table";

const execute = promisify(execFile);
const FOLDER = ".cache/bench/gpu";
const WEBGPU = "0.6.2";
const TOLERANCE = 1e-3;

interface Case {
  name: string;
  precision: string;
  file: string;
  /** Layers, width, heads and inner width of a random one. */
  shape?: [number, number, number, number];
  asked: Omit<Asked, "provider" | "tokens" | "batches" | "repeats" | "limit" | "external"> & { external?: { path: string; file: string } };
}

/**
 * The transformer on a GPU: onnxruntime-web's WebGPU in Node (npm's `webgpu`) and in Chromium, beside wasm, onnxruntime-node and torch on
 * the best device each finds; the released model with its gradient, and random weights of published shapes. `--only tiny`: a small network
 * and few cells, for machines whose WebGPU is an emulation.
 */
export async function gpu({ repeats, only = "" }: Options): Promise<Row[]> {
  const python = await pythonWith("onnx");
  if (!python) return [];
  mkdirSync(FOLDER, { recursive: true });
  const isTiny = only === "tiny";
  await execute(python, ["tests/bench/peers/random_transformers.py", FOLDER, ...(isTiny ? ["--tiny"] : [])]);
  const made = JSON.parse(readFileSync(join(FOLDER, "cases.json"), "utf8")) as { tokens: number[]; genes: number; cases: Case[] };
  const batches = isTiny ? [1] : [1, 4, 16, 64];
  const random = made.cases.map((one) => ({
    ...one,
    file: join(FOLDER, one.file),
    asked: { genes: made.genes, inputs: { genes: "genes", values: "values" } as const, widths: {}, output: "logits" },
  }));
  const cases: Case[] = isTiny ? random : [...releasedCases(), ...random];
  const torch = await pythonWith("torch");
  const rows: Row[] = [];
  for (const one of cases)
    for (const tokens of made.tokens) {
      const asked = { ...one.asked, tokens, batches, repeats: isTiny ? 1 : repeats, limit: 20 };
      const run = (provider: string) => inNode(one.file, provider, asked);
      const [inWasm, native, gpuNode] = [await run("wasm"), await run(hasCuda() ? "cuda" : "cpu"), await run("webgpu")];
      const inPage = await inChromium(one.file, asked);
      const torchWords = ["tests/bench/peers/torch_encoder.py", JSON.stringify(one.shape), one.precision, String(tokens)];
      const beside =
        torch && one.shape ? await peer<TorchRun>(torch, [...torchWords, JSON.stringify(batches), String(asked.repeats)]) : null;
      rows.push(...rowsOf(`${one.name}, ${one.precision}, ${tokens} tokens`, { inWasm, native, gpuNode, inPage }, beside));
    }
  return rows;
}

const hasCuda = () => existsSync("/proc/driver/nvidia/version");

interface TorchRun {
  per_cell: number;
  device: string;
  version: string;
}

/** PolyGene mini as it is released, and its gradient, whose weights lie in the prediction's file. */
function releasedCases(): Case[] {
  const name = released("onnx");
  const model = JSON.parse(readFileSync(`models/released/${name}/manifest.json`, "utf8")) as Manifest;
  const onnx = model.onnx!;
  const path = (file: string) => `models/released/${name}/${file}`;
  const genes = readFileSync(path("genes.tsv"), "utf8").trimEnd().split("\n").length - 1;
  const inputs: Asked["inputs"] = { [onnx.inputs.genes!]: "genes", [onnx.inputs.values!]: "values", [onnx.inputs.mask!]: "mask" };
  const widths: Asked["widths"] = {};
  if (onnx.inputs.phenotypes) {
    inputs[onnx.inputs.phenotypes] = "nothing";
    widths[onnx.inputs.phenotypes] = model.heads.length;
  }
  const predict = { genes, inputs, widths, output: model.heads[0]!.output };
  const cases: Case[] = [{ name, precision: "as released", file: path(model.files.predict!.path), asked: predict }];
  if (!onnx.gradient || !model.files.gradient) return cases;
  const { output, cotangents } = onnx.gradient;
  const own = Object.fromEntries(cotangents.map((cotangent) => [cotangent, "first" as const]));
  const classes = Object.fromEntries(cotangents.map((cotangent, head) => [cotangent, model.heads[head]!.classes.length]));
  const external = { path: model.files.predict!.path, file: path(model.files.predict!.path) };
  const asked = { genes, inputs: { ...inputs, ...own }, widths: { ...widths, ...classes }, output, external };
  return [...cases, { name: `gradient of ${name}`, precision: "as released", file: path(model.files.gradient.path), asked }];
}

/** As a process of its own is asked: the weights by their file. */
type AskedOfNode = Omit<Asked, "provider" | "external"> & { external?: { path: string; file: string } };

/** In a process of its own; null, with a word, where it fails. */
export async function inNode(file: string, provider: string, asked: AskedOfNode): Promise<Measured | null> {
  const webgpu = resolve(".cache/bench/webgpu");
  if (provider === "webgpu" && !existsSync(join(webgpu, "node_modules/webgpu"))) {
    mkdirSync(webgpu, { recursive: true });
    writeFileSync(join(webgpu, "package.json"), "{}\n");
    await execute("npm", ["install", "--prefix", webgpu, "--no-audit", "--no-fund", `webgpu@${WEBGPU}`]);
  }
  const words = ["tests/bench/gpu/node.mjs", file, provider, JSON.stringify(asked), webgpu];
  const env = provider === "webgpu" ? { ...process.env, ...emulation() } : process.env;
  try {
    const { stdout } = await execute(process.execPath, words, { env, maxBuffer: 1 << 26, timeout: 600_000 });
    return JSON.parse(stdout.trim().split("\n").at(-1)!) as Measured;
  } catch (error) {
    process.stderr.write(`phenolens: ${file} on ${provider} in Node: ${firstLine(error)}\n`);
    return null;
  }
}

const firstLine = (error: unknown) => {
  const { stderr, message } = error as { stderr?: string; message: string };
  return (/^\w*Error: .*$/m.exec(stderr ?? "")?.[0] ?? message.split("\n")[0]!).slice(0, 200);
};

/** Without a Vulkan loader of the system, that of Chromium with its emulation. */
function emulation(): Record<string, string> {
  const loaders = ["/usr/lib/x86_64-linux-gnu/libvulkan.so.1", "/usr/lib64/libvulkan.so.1", "/usr/lib/libvulkan.so.1"];
  const own = "/usr/lib/chromium";
  if (process.platform !== "linux" || loaders.some(existsSync) || !existsSync(`${own}/libvulkan.so.1`)) return {};
  const folder = resolve(FOLDER, "vulkan");
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, "libvulkan.so.1"))) symlinkSync(`${own}/libvulkan.so.1`, join(folder, "libvulkan.so.1"));
  return { LD_LIBRARY_PATH: folder, VK_ICD_FILENAMES: `${own}/vk_swiftshader_icd.json` };
}

/**
 * An ONNX file on WebGPU in Chromium, on the adapter it finds; null, with a word, where it fails. Each in a browser of its own: a type that
 * the device lacks may take its process down.
 */
export async function inChromium(file: string, { external, ...asked }: AskedOfNode): Promise<Measured | null> {
  mkdirSync(FOLDER, { recursive: true });
  const blank = resolve(FOLDER, "blank.html");
  const script = 'import * as ort from "./ort.webgpu.min.mjs"; globalThis.ort = ort;';
  writeFileSync(blank, `<!doctype html><title>gpu</title><script type="module">${script}</script>`);
  const overlay = { "index.html": blank, "model.onnx": resolve(file), ...(external ? { "weights.onnx": resolve(external.file) } : {}) };
  const server = await serve(resolve("node_modules/onnxruntime-web/dist"), { overlay });
  const adapter = hasCuda() ? ["--use-angle=vulkan", "--enable-features=Vulkan"] : ["--use-webgpu-adapter=swiftshader"];
  const args = ["--no-sandbox", "--enable-unsafe-webgpu", ...adapter];
  const browser = await chromium.launch({ executablePath: chromiumPath() ?? undefined, args });
  try {
    const page = await browser.newPage();
    await page.goto(`${server.url}index.html`);
    return await page.evaluate(
      async ({ code, asked: given, path }) => {
        const load = (name: string) => fetch(name).then(async (got) => new Uint8Array(await got.arrayBuffer()));
        const { ort } = globalThis as unknown as { ort: typeof import("onnxruntime-web") };
        ort.env.wasm.numThreads = 1;
        ort.env.wasm.wasmPaths = new URL(".", document.baseURI).href;
        const run = new Function(`return ${code}`)() as typeof measure;
        const weights = path === null ? {} : { external: { path, data: await load("weights.onnx") } };
        return run(ort, await load("model.onnx"), { ...given, ...weights, provider: "webgpu" });
      },
      { code: measure.toString(), asked, path: external?.path ?? null },
    );
  } catch (error) {
    process.stderr.write(`phenolens: ${file} on webgpu in Chromium: ${firstLine(error)}\n`);
    return null;
  } finally {
    await browser.close();
    await server.close();
  }
}

/** The largest difference of two outputs, over the largest value. */
function apart(one: Measured, other: Measured): number {
  const largest = Math.max(...other.found.map(Math.abs), Number.MIN_VALUE);
  return Math.max(...one.found.map((value, i) => Math.abs(value - other.found[i]!))) / largest;
}

function rowsOf(what: string, found: Record<"inWasm" | "native" | "gpuNode" | "inPage", Measured | null>, torch: TorchRun | null): Row[] {
  const { inWasm, native, gpuNode, inPage } = found;
  const rows: Row[] = [];
  const beside =
    torch !== null
      ? { name: `torch ${torch.version}, ${torch.device}`, value: torch.per_cell }
      : native && {
          name: `onnxruntime-node ${packageVersion("onnxruntime-node")}, ${hasCuda() ? "CUDA" : `CPU, ${cpus().length} threads`}`,
          value: native.perCell,
        };
  for (const [place, one] of [
    ["Node", gpuNode],
    ["Chromium", inPage],
  ] as const) {
    if (!one) continue;
    rows.push(row(`${what}: WebGPU in ${place}, batches of ${one.batch}`, one.perCell, "ms/cell", beside));
    rows.push(row("  its first run, which compiles", one.first, "ms"));
    rows.push(row("  share of a run that handing back the result takes", one.transfer ?? 0, ""));
    if (inWasm) rows.push(row(`  largest difference from wasm, relative (at most ${TOLERANCE})`, apart(one, inWasm), ""));
  }
  if (native)
    rows.push(
      row(`${what}: onnxruntime-node, ${hasCuda() ? "CUDA" : "CPU"}, batches of ${native.batch}`, native.perCell, "ms/cell", beside),
    );
  if (inWasm) rows.push(row(`${what}: one wasm thread, Node, batches of ${inWasm.batch}`, inWasm.perCell, "ms/cell", beside));
  return rows;
}
