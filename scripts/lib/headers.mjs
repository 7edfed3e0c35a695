import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { must, Refusal, root, run, say } from "./run.mjs";
import { whenStale } from "./stamp.mjs";
import { ensureSystem } from "./system.mjs";

/** Where CMakeLists.txt looks for them. */
const FOLDER = join(root, "build/assorthead");
const PINNED = "wasm/requirements.txt";
/** SingleR's library, that of mutual nearest neighbours, and what their headers include. */
const LIBRARIES = ["singlepp", "mnncorrect", "knncolle", "tatami", "sanisizer", "subpar"];

/** Header-only libraries that Debian has not: of the source package pinned, checksum and all, in wasm/requirements.txt. */
export async function ensureHeaders() {
  const outputs = LIBRARIES.map((name) => `build/assorthead/include/${name}`);
  await whenStale("assorthead", { inputs: [PINNED], outputs }, fetchHeaders);
}

async function fetchHeaders() {
  await ensureSystem(["models"]);
  say(`fetching the headers pinned in ${PINNED}`);
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const [venv, fetched] = [join(FOLDER, "venv"), join(FOLDER, "fetched")];
  await must("python3", ["-m", "venv", venv]);
  const pip = [join(venv, "bin/python"), "-m", "pip", "download", "-q", "--no-deps", "--no-binary", ":all:", "--require-hashes"];
  const [program, ...args] = [...pip, "-d", fetched, "-r", join(root, PINNED)];
  const { code } = await run(program, args);
  const archive = existsSync(fetched) && readdirSync(fetched).find((name) => name.endsWith(".tar.gz"));
  if (code !== 0 || !archive) {
    throw new Refusal(
      `The C++ headers pinned in ${PINNED} could not be downloaded from the Python package index, which building the core needs once: ` +
        "go online (or set PIP_INDEX_URL to a mirror) and run this again.",
    );
  }
  const inside = (part) => `*/src/assorthead/${part}`;
  const wanted = LIBRARIES.flatMap((name) => [inside(`include/${name}`), inside(`licenses/${name}`)]);
  await must("tar", ["-xzf", join(fetched, archive), "-C", FOLDER, "--strip-components=3", "--wildcards", ...wanted]);
  rmSync(venv, { recursive: true, force: true });
}
