import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { buildCli } from "./build-cli.mjs";
import { ensureHeaders } from "./headers.mjs";
import { ensurePackages } from "./packages.mjs";
import { must, root } from "./run.mjs";
import { whenStale } from "./stamp.mjs";
import { ensureSystem } from "./system.mjs";

const CORE_SOURCES = ["CMakeLists.txt", "wasm", "tests/core"];
/** The core holds the version, and nothing else of package.json. */
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const jobs = () => ["-j", String(Math.min(4, availableParallelism()))];

/** What Debian's emcc needs: a cache it may write, and its own acorn for -O2 and above. */
export function emscriptenEnv() {
  const env = {};
  if (existsSync("/usr/share/nodejs/acorn")) env.NODE_PATH = "/usr/share/nodejs";
  return env;
}

async function cmake(folder, configure, { env = {}, options = [], targets = [] } = {}) {
  await ensureHeaders();
  mkdirSync(join(root, folder), { recursive: true });
  const [program, ...args] = [...configure, "-S", ".", "-B", folder, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release", ...options];
  await must(program, args, { env });
  await must("cmake", ["--build", folder, ...jobs(), ...(targets.length > 0 ? ["--target", ...targets] : [])], { env });
}

/** The core as native code, with its tests. */
export async function core() {
  await ensureSystem(["core"]);
  await whenStale("core", { inputs: CORE_SOURCES, outputs: ["build/native/core_tests"], extra: version }, () =>
    cmake("build/native", ["cmake"], { targets: ["core_tests"] }),
  );
}

const SANITIZED = ["-DPHENOLENS_SANITIZE=ON"];

/** The core's tests with the address and undefined-behaviour sanitizers. */
export async function sanitize() {
  await ensureSystem(["core"]);
  await whenStale("sanitize", { inputs: CORE_SOURCES, outputs: ["build/sanitize/core_tests"], extra: version }, () =>
    cmake("build/sanitize", ["cmake"], { options: SANITIZED, targets: ["core_tests"] }),
  );
  return "build/sanitize/core_tests";
}

/** The same tests and the fuzzers of what reads a file's bytes, in one build by Clang. */
export async function fuzzers() {
  await ensureSystem(["core", "fuzz"]);
  const targets = ["fuzz_block", "fuzz_inflate", "core_tests"];
  const [block, inflate, tests] = targets.map((name) => `build/fuzz/${name}`);
  await whenStale("fuzz", { inputs: CORE_SOURCES, outputs: [block, inflate, tests], extra: version }, () =>
    cmake("build/fuzz", ["cmake"], { options: [...SANITIZED, "-DPHENOLENS_FUZZ=ON", "-DCMAKE_CXX_COMPILER=clang++"], targets }),
  );
  return { tests, programs: [block, inflate] };
}

const wasmTargets = (targets) => cmake("build/wasm", ["emcmake", "cmake"], { env: emscriptenEnv(), targets });

/** The core as WebAssembly: the module that the page and the command line load. */
export async function wasm() {
  await ensureSystem(["wasm"]);
  const outputs = ["build/wasm/phenolens_core.mjs", "build/wasm/phenolens_core.wasm"];
  await whenStale("wasm", { inputs: ["CMakeLists.txt", "wasm"], outputs, extra: version }, () => wasmTargets(["phenolens_module"]));
}

/** The core's tests as WebAssembly, beside the module. */
export async function wasmTests() {
  await wasm();
  await whenStale("wasm-tests", { inputs: CORE_SOURCES, outputs: ["build/wasm/core_tests.js"], extra: version }, () =>
    wasmTargets(["core_tests"]),
  );
}

/** dist/: the page as a static folder. */
export async function web(mode = "production") {
  await ensurePackages();
  await wasm();
  const inputs = [
    "package-lock.json",
    "vite.config.ts",
    "scripts/vite",
    "web",
    "build/wasm/phenolens_core.mjs",
    "build/wasm/phenolens_core.wasm",
    "models/released",
    "models/manifest.schema.json",
  ];
  await whenStale("web", { inputs, outputs: ["dist/index.html"], extra: mode }, () =>
    must(process.execPath, ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn", "--mode", mode]),
  );
}

/** dist-cli/: the command line. */
export async function cli() {
  await ensurePackages();
  await wasm();
  const inputs = [
    "package-lock.json",
    "scripts/lib/build-cli.mjs",
    "web/src/contract",
    "web/src/engine",
    "web/src/exports",
    "web/src/plots",
    "web/src/cli",
  ];
  await whenStale("cli", { inputs, outputs: ["dist-cli/phenolens.mjs"] }, buildCli);
}

export const steps = { core, sanitize, fuzzers, wasm, web, cli };
