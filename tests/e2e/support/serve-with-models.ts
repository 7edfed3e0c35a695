import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "../../../scripts/lib/run.mjs";
import { serve } from "../../../scripts/lib/serve.mjs";

/** dist/ with other models than it was built with, such as tests' own, and files with other contents. */
export async function serveWithModels(
  names: string[],
  contents: Record<string, Uint8Array> = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const overlay: Record<string, string> = {};
  const put = (path: string, bytes: Uint8Array | string) => {
    overlay[path] = join(root, ".cache/overlay", String(process.pid), path);
    mkdirSync(dirname(overlay[path]), { recursive: true });
    writeFileSync(overlay[path], bytes);
  };
  put("models/index.json", JSON.stringify(names));
  for (const name of names) {
    const folder = join(root, "models/released", name);
    for (const file of readdirSync(folder)) overlay[`models/${name}/${file}`] = join(folder, file);
  }
  for (const [path, bytes] of Object.entries(contents)) put(path, bytes);
  return serve(join(root, "dist"), { under: "/some/where/", overlay });
}
