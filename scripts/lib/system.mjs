import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal, root, run, say } from "./run.mjs";

const programs =
  (...names) =>
  () =>
    names.some((name) => (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name))));
const header = (path) => () => ["/usr/include", "/usr/local/include"].some((folder) => existsSync(join(folder, path)));

/** What each part of the work needs of the system: Debian's package -> is it there? */
const NEEDS = {
  core: {
    cmake: programs("cmake"),
    "ninja-build": programs("ninja"),
    "g++": programs("g++", "clang++"),
    "libeigen3-dev": header("eigen3/Eigen/Core"),
    "libspectra-dev": header("Spectra/SymEigsSolver.h"),
    "libhnswlib-dev": header("hnswlib/hnswlib.h"),
    "liblbfgspp-dev": header("LBFGS.h"),
    catch2: header("catch2/catch.hpp"),
  },
  wasm: {
    cmake: programs("cmake"),
    "ninja-build": programs("ninja"),
    emscripten: programs("emcc"),
    "libeigen3-dev": header("eigen3/Eigen/Core"),
    "libspectra-dev": header("Spectra/SymEigsSolver.h"),
    "libhnswlib-dev": header("hnswlib/hnswlib.h"),
    "liblbfgspp-dev": header("LBFGS.h"),
    catch2: header("catch2/catch.hpp"),
  },
  // Debian names Clang's runtime by its version; this is the one of the Debian whose emcc is kept working.
  fuzz: { clang: programs("clang++"), "libclang-rt-14-dev": hasFuzzer },
  browser: { chromium: () => chromiumPath() !== null },
  // The short test in every browser; WebKitGTK draws on a display in memory.
  browsers: { "firefox-esr": programs("firefox-esr", "firefox"), "webkit2gtk-driver": programs("WebKitWebDriver"), xvfb: programs("Xvfb") },
  // Debian names the formatter by its version, and versions differ in what they write.
  format: { "clang-format-14": programs("clang-format-14") },
  models: { "python3-venv": () => existsSync("/usr/bin/python3") && pythonHasVenv() },
};

/** Clang's libFuzzer, under any version's folder. */
function hasFuzzer() {
  const inside = (folder) => (existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []);
  return inside("/usr/lib")
    .filter((path) => /\/llvm-\d+$/.test(path))
    .flatMap((path) => inside(join(path, "lib/clang")))
    .some((path) => inside(join(path, "lib/linux")).some((file) => file.includes("clang_rt.fuzzer-")));
}

function pythonHasVenv() {
  return ["/usr/lib", "/usr/local/lib"].some((folder) =>
    [...Array(20).keys()].some((minor) => existsSync(`${folder}/python3.${minor}/ensurepip`)),
  );
}

/** The Chromium that end-to-end tests drive: PHENOLENS_CHROMIUM, else the system's. */
export function chromiumPath() {
  const asked = process.env.PHENOLENS_CHROMIUM;
  if (asked) return asked;
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  return names.map((name) => `/usr/bin/${name}`).find(existsSync) ?? null;
}

const isRoot = () => process.getuid?.() === 0;

async function mayInstall() {
  if (!programs("apt-get")()) return false;
  if (isRoot()) return true;
  return programs("sudo")() && (await run("sudo", ["-n", "true"], { capture: true, quiet: true })).code === 0;
}

/** Installs by apt what is missing for these parts of the work, or says in one sentence what to install. */
export async function ensureSystem(parts) {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) throw new Refusal(`Node ${process.versions.node} is too old: install Node 20 or newer.`);
  const missing = () => [
    ...new Set(
      parts.flatMap((part) =>
        Object.entries(NEEDS[part])
          .filter(([, isThere]) => !isThere())
          .map(([name]) => name),
      ),
    ),
  ];
  const names = missing();
  if (names.length === 0) return;
  if (await mayInstall()) {
    say(`installing ${names.join(", ")}`);
    // Two suites may run side by side, but not two apts: one waits for the other.
    const [program, ...first] = ["flock", root, ...(isRoot() ? [] : ["sudo", "-n"]), "apt-get"];
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await run(program, [...first, "update", "-q"], { env });
    await run(program, [...first, "install", "-yq", "--no-install-recommends", ...names], { env });
  }
  const left = missing();
  if (left.length > 0) throw new Refusal(`Please install ${left.join(", ")} (names of Debian's packages) and run this again.`);
}
