import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Runs a peer in a process of its own and reads the JSON line it prints. */
export async function peer<T>(command: string, args: string[]): Promise<T> {
  const { stdout } = await execute(command, args, { maxBuffer: 1 << 26 });
  return JSON.parse(stdout.trim().split("\n").at(-1)!) as T;
}

/** A Python with h5py: PHENOLENS_PYTHON, else the system's; null when neither has it. */
export async function pythonWith(module: string): Promise<string | null> {
  for (const python of [process.env.PHENOLENS_PYTHON, "python3"]) {
    if (!python) continue;
    const found = await execute(python, ["-c", `import ${module}`]).then(
      () => true,
      () => false,
    );
    if (found) return python;
  }
  process.stderr.write(`phenolens: no Python with ${module} (PHENOLENS_PYTHON names one): that peer is left out.\n`);
  return null;
}

export function packageVersion(name: string): string {
  return (JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")) as { version: string }).version;
}

/** A real file of ../shared/data (or PHENOLENS_DATA); null, with a word, where it is absent. */
export function dataFile(name: string): string | null {
  const path = `${process.env.PHENOLENS_DATA ?? "../shared/data"}/${name}`;
  if (existsSync(path)) return path;
  process.stderr.write(`phenolens: ${path} is absent: its rows are left out.\n`);
  return null;
}
