import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { must, root, say } from "./run.mjs";

const read = (path) => JSON.parse(readFileSync(join(root, path), "utf8")).packages;

/** Does node_modules hold what the lockfile asks for? Optional packages of other systems may be absent. */
function isFresh() {
  if (!existsSync(join(root, "node_modules/.package-lock.json"))) return false;
  const wanted = read("package-lock.json");
  const there = read("node_modules/.package-lock.json");
  return Object.entries(wanted).every(([path, { version, optional, devOptional }]) => {
    if (path === "" || (there[path] === undefined && (optional || devOptional))) return true;
    return there[path]?.version === version;
  });
}

/** `npm ci`, when node_modules is missing or stale. */
export async function ensurePackages() {
  if (isFresh()) return;
  say("installing npm packages");
  await must("npm", ["ci", "--no-audit", "--no-fund"]);
}
