import { spawn } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What stops a script with one sentence instead of a stack. */
export class Refusal extends Error {}

/**
 * Runs a program and gives its exit status; with `capture`, also what it printed (shown as well, unless `quiet`).
 * Output goes to stderr, so that a script's stdout stays its own.
 */
export function run(command, args, { capture = false, quiet = false, env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: capture ? ["ignore", "pipe", "pipe"] : ["inherit", 2, 2],
    });
    let output = "";
    for (const stream of capture ? [child.stdout, child.stderr] : []) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output += text;
        if (!quiet) process.stderr.write(text);
      });
    }
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** Runs a program that must succeed. */
export async function must(command, args, options) {
  const { code } = await run(command, args, options);
  if (code !== 0) throw new Refusal(`\`${[command, ...args].join(" ")}\` ended with status ${code}.`);
}

/** Says what is being done, on stderr. */
export function say(sentence) {
  process.stderr.write(`phenolens: ${sentence}\n`);
}

/** Runs a script's main function; a Refusal is one sentence and status 1. */
export async function main(body) {
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    process.exitCode = 1;
    say(error instanceof Refusal ? error.message : error.stack);
  }
}
