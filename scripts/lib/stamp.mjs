import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root, say } from "./run.mjs";

/** Files below a path (a file or a folder), sorted. */
function filesBelow(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => (name.startsWith(".") || name === "__pycache__" ? [] : filesBelow(join(path, name))));
}

/** One hash of the names and contents of all inputs. */
export function hashOf(inputs) {
  const hash = createHash("sha256");
  for (const path of inputs.flatMap(filesBelow))
    hash
      .update(path)
      .update("\0")
      .update(readFileSync(join(root, path)))
      .update("\0");
  return hash.digest("hex");
}

/** Builds unless the outputs are there and were made from these very inputs. */
export async function whenStale(name, { inputs, outputs, extra = "" }, build) {
  const stamp = join(root, ".cache/stamps", name);
  const wanted = hashOf(inputs) + extra;
  const isFresh = outputs.every((path) => existsSync(join(root, path))) && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted;
  if (isFresh) return false;
  say(`building ${name}`);
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
