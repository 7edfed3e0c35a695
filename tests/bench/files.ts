import { existsSync, readFileSync, readdirSync } from "node:fs";
import { benchFile } from "../../scripts/make-bench-file.mjs";

interface Manifest {
  name: string;
  kind: "linear" | "onnx";
  files: Record<string, { path: string }>;
  heads: { output: string; temperature: number; classes: unknown[] }[];
  encoding: { name: string; target_sum?: number; max_genes?: number };
  onnx?: { inputs: Record<string, string>; embedding: string };
}

export function manifest(model: string): Manifest {
  return JSON.parse(readFileSync(`models/released/${model}/manifest.json`, "utf8")) as Manifest;
}

/** The released model of a kind, by name; tests' own models are not counted. */
export function released(kind: "linear" | "onnx"): string {
  const names = readdirSync("models/released").filter(
    (name) => name !== "tiny-random" && existsSync(`models/released/${name}/manifest.json`),
  );
  const found = names.find((name) => manifest(name).kind === kind);
  if (!found) throw new Error(`No released model is ${kind}.`);
  return found;
}

/** The 20,000 x 20,000 file. */
export const largeFile = (): Promise<string> => benchFile();
