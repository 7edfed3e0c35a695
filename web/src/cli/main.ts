import { toWire } from "../contract/errors";
import { kindOf, parseCommand, USAGE, UsageError, type Command } from "./arguments";
import { startEngine, type Engine } from "./engine";
import { bySample } from "./samples";
import { terminalProgress } from "./progress";

/** Exit status: 0, 1 with one sentence on stderr, or 2 for wrong usage. */
async function main(argv: string[]): Promise<number> {
  let command: Command;
  try {
    command = parseCommand(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`phenolens: usage: ${error.message} See phenolens --help.\n`);
    return 2;
  }
  if (command.command === "help") {
    process.stdout.write(USAGE);
    return 0;
  }
  const stop = new AbortController();
  process.once("SIGINT", () => stop.abort());
  process.once("SIGTERM", () => stop.abort());
  const progress = terminalProgress(process.stderr, "quiet" in command && command.quiet);
  let engine: Engine | undefined;
  try {
    engine = startEngine(new URL("./lane.node.mjs", import.meta.url), progress.show, stop.signal);
    if (command.command === "version") process.stdout.write(`${await engine.version()}\n`);
    else {
      const kind = kindOf(command);
      const own = await kind.run(engine, kind.takesStudy && "file" in command ? await bySample(command) : command);
      // What inspect prints holds them.
      const notes = command.command === "inspect" ? own : [...engine.notices().map(({ message }) => message), ...own];
      if (!command.quiet) for (const note of new Set(notes)) process.stderr.write(`phenolens: note: ${note}\n`);
    }
    progress.clear();
    return 0;
  } catch (error) {
    progress.clear();
    const { code, message } = toWire(error);
    process.stderr.write(`phenolens: ${code}: ${message.replaceAll(/\s*\n\s*/g, " ")}\n`);
    return 1;
  } finally {
    await engine?.terminate();
  }
}

process.exitCode = await main(process.argv.slice(2));
