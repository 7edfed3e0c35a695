import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { choose, colorBy, forgetAll, forgetWith, step } from "../../../web/src/app/store";

const app = fileURLToPath(new URL("../../../web/src/app/", import.meta.url));
const store = readFileSync(join(app, "store.ts"), "utf8");

/** Signals of the store that may be written, by the module that says it writes them. */
function declaredWriters(): Map<string, string> {
  const writers = new Map<string, string>();
  let writer = "";
  for (const line of store.split("\n")) {
    writer = /^\/\* Written by (\S+\.ts)\. \*\/$/.exec(line)?.[1] ?? writer;
    const name = /^export const (\w+) = signal\b/.exec(line)?.[1];
    if (name) writers.set(name, writer);
  }
  return writers;
}

test("each signal of the store is written by one module, the one named above it", () => {
  const declared = declaredWriters();
  expect(declared.size).toBeGreaterThan(20);
  const found = new Map([...declared.keys()].map((name) => [name, new Set<string>()]));
  for (const file of readdirSync(app, { recursive: true, encoding: "utf8" }).filter((path) => /\.tsx?$/.test(path))) {
    const text = readFileSync(join(app, file), "utf8");
    const module = /import \* as (\w+) from "[./]+store"/.exec(text)?.[1];
    const named =
      /import \{([^}]+)\} from "[./]+store"/
        .exec(text)?.[1]
        ?.split(",")
        .map((name) => name.trim()) ?? [];
    for (const [name, writers] of found) {
      const spellings = [...(module ? [`${module}\\.${name}`] : []), ...(named.includes(name) ? [name] : [])];
      if (spellings.some((spelling) => new RegExp(`(?<![\\w.])${spelling}\\.value\\s*(=(?![=>])|\\+\\+|[-+]=)`).test(text)))
        writers.add(file.replaceAll("\\", "/"));
    }
  }
  expect(Object.fromEntries([...found].map(([name, writers]) => [name, [...writers].join(" ")]))).toEqual(Object.fromEntries(declared));
});

test("no file lies loose beside the entry, the engine's client, tasks and the store", () => {
  const loose = readdirSync(app, { withFileTypes: true }).filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name));
  expect(loose.map(({ name }) => name).sort()).toEqual([
    "app.tsx",
    "engine-client.ts",
    "engine-worker.ts",
    "main.tsx",
    "store.ts",
    "task.ts",
  ]);
});

test("choices are set together, and what is not named stays", () => {
  choose({ step: "trust", colorBy: { kind: "entropy" } });
  choose({ step: "why" });
  expect([step.value, colorBy.value]).toEqual(["why", { kind: "entropy" }]);
});

test("what is kept of results is forgotten with them, what is kept of the file only with the file", () => {
  const forgotten: string[] = [];
  forgetWith("results", () => forgotten.push("results"));
  forgetWith("file", () => forgotten.push("file"));
  forgetAll("results");
  expect(forgotten.splice(0)).toEqual(["results"]);
  forgetAll("file");
  expect(forgotten).toEqual(["results", "file"]);
});
