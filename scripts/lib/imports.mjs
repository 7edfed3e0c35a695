// What imports what in web/src: no circle, and nothing of the engine's side in what runs in a lane.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** `from "./x"`, `import("./x")` and `import "./x"`; types count too, as who reads a file has to read what it names. */
const IMPORTS = /(?:from|import)\s*\(?\s*["'](\.[^"'?]+)["']/g;

/** Files of a folder, at any depth, whose names match. */
export function* sources(folder, pattern = /\.tsx?$/) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* sources(path, pattern);
    else if (pattern.test(entry.name)) yield path;
  }
}

/** Every file under `src` and the files under it that it imports, all relative to it. */
export function importsOf(src) {
  const graph = new Map();
  for (const path of sources(src)) {
    const specifiers = [...readFileSync(path, "utf8").matchAll(IMPORTS)].map(([, specifier]) => join(dirname(path), specifier));
    const files = specifiers.flatMap(
      (target) => [target, `${target}.ts`, `${target}.tsx`].find((file) => /\.tsx?$/.test(file) && existsSync(file)) ?? [],
    );
    graph.set(
      relative(src, path),
      files.map((file) => relative(src, file)).filter((file) => !file.startsWith("..")),
    );
  }
  return graph;
}

/** Circles of imports, each as the files along it; of files that are in several, one circle. */
export function circlesOf(graph) {
  const state = new Map();
  const circles = [];
  const follow = (file, path) => {
    state.set(file, "open");
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === "open") circles.push([...path.slice(path.indexOf(next)), next]);
      else if (!state.has(next)) follow(next, [...path, next]);
    }
    state.set(file, "done");
  };
  for (const file of graph.keys()) if (!state.has(file)) follow(file, [file]);
  return circles;
}

/** What runs in a lane: a step's `lane.ts` and `lane-*.ts`, the lane's own folder, and the worker it starts in. */
const isLane = (file) =>
  /^engine\/(lane\/|workers\/(lane|endpoints)\.|platform\/)/.test(file) || /^engine\/steps\/[^/]+\/lane(-[^/]+)?\.ts$/.test(file);

/** What lanes and the engine's side both know: types, the core, the models' runtime, the readers, and formats read where they lie. */
const isShared = (file) => /^(contract|engine\/(contract|base|model|readers|genes|formats))\//.test(file);

/** Imports by which a lane would come to the engine's side, however far away: each as the file and what it imports. */
export function laneLeaks(graph) {
  const leaks = [];
  const seen = new Set();
  const next = [...graph.keys()].filter(isLane);
  for (let file = next.pop(); file !== undefined; file = next.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const target of graph.get(file) ?? []) {
      if (isLane(target) || isShared(target)) next.push(target);
      else leaks.push([file, target]);
    }
  }
  return leaks;
}
