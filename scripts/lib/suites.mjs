import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { clusterPython, python } from "./python.mjs";
import { root, run, say } from "./run.mjs";
import * as steps from "./steps.mjs";
import { ensureSystem } from "./system.mjs";

/** What a suite came to; `skipped` tests say why in the output above, `failures` are named again at the end. */
const outcome = (passed, failed, skipped = 0, failures = []) => ({ passed, failed, skipped, failures });

/** Reads Catch2's last lines. A run that says nothing has crashed: one failure. */
function readCatch({ code, output }) {
  const all = /All tests passed \(\d+ assertions? in (\d+) test cases?\)/.exec(output);
  if (all && code === 0) return outcome(Number(all[1]), 0);
  const line = /test cases:\s*\d+(.*)/.exec(output)?.[1] ?? "";
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0);
  // A name that no test has is a failure, too.
  return outcome(count("passed"), Math.max(1, count("failed")));
}

/** Reads the counts of Node's own test runner. */
function readNode({ code, output }) {
  const count = (word) => Number(new RegExp(`${word} (\\d+)`).exec(output)?.[1] ?? 0);
  return outcome(count("pass"), Math.max(count("fail"), code === 0 && count("pass") > 0 ? 0 : 1));
}

function readVitest(file, code) {
  const path = join(root, file);
  if (!existsSync(path)) return outcome(0, 1);
  const { numPassedTests, numFailedTests, numPendingTests, testResults } = JSON.parse(readFileSync(path, "utf8"));
  // A file that fails to load has no tests, but has failed.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
  return outcome(numPassedTests, Math.max(numFailedTests + broken, code === 0 ? 0 : 1), numPendingTests, failuresOf(testResults));
}

/** Failed tests by name, each with the first lines of what it said. */
function failuresOf(testResults) {
  const short = (text = "") => stripVTControlCharacters(text).split("\n").slice(0, 6).join("\n    ");
  return testResults
    .filter(({ status }) => status === "failed")
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === "failed");
      if (failed.length === 0) return [`${name}: ${short(message)}`];
      return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n    ${short(failureMessages[0])}`);
    });
}

/** `chosen`: parts of the paths of the test files to run; none means all. */
async function vitest(project, chosen) {
  const file = `test-results/${project}.json`;
  rmSync(join(root, file), { force: true });
  mkdirSync(join(root, "test-results"), { recursive: true });
  const { code } = await run(process.execPath, [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--project",
    project,
    ...chosen,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ]);
  return readVitest(file, code);
}

/** `chosen`: Catch2's test specifications; several are any of them. */
const spec = (chosen) => (chosen.length > 0 ? [chosen.join(",")] : []);

async function core(chosen) {
  await steps.core();
  return readCatch(await run("build/native/core_tests", spec(chosen), { capture: true }));
}

/**
 * The core's tests with both sanitizers, and each fuzzer for a while (PHENOLENS_FUZZ_SECONDS). Where Clang's runtime
 * cannot be had the fuzzers are skipped, and fail under CI.
 */
async function sanitize(chosen) {
  const built = await steps.fuzzers().catch((error) => {
    say(`the fuzzers are not run: ${error.message}`);
    return null;
  });
  const tests = readCatch(await run(built?.tests ?? (await steps.sanitize()), spec(chosen), { capture: true }));
  if (chosen.length > 0) return tests;
  const fuzzed = built ? await fuzz(built.programs) : process.env.CI === "true" ? outcome(0, 2) : outcome(0, 0, 2);
  return outcome(tests.passed + fuzzed.passed, tests.failed + fuzzed.failed, fuzzed.skipped);
}

async function fuzz(programs) {
  const seconds = process.env.PHENOLENS_FUZZ_SECONDS ?? "20";
  mkdirSync(join(root, "test-results"), { recursive: true });
  // A fuzzer is one thread, and says much of its doings: shown only where it fails.
  const codes = await Promise.all(
    programs.map(async (program) => {
      const { code, output } = await run(
        program,
        [`-max_total_time=${seconds}`, "-max_len=4096", "-verbosity=0", "-print_final_stats=1", `-artifact_prefix=test-results/`],
        { capture: true, quiet: true },
      );
      say(`${program}: ${/number_of_executed_units:\s*(\d+)/.exec(output)?.[1] ?? "no"} inputs`);
      if (code !== 0) say(output.split("\n").slice(-60).join("\n"));
      return code;
    }),
  );
  const failed = codes.filter((code) => code !== 0).length;
  return outcome(programs.length - failed, failed);
}

async function wasm(chosen) {
  await steps.wasmTests();
  const program = ["--no-experimental-fetch", "build/wasm/core_tests.js"];
  const tests = readCatch(await run(process.execPath, [...program, ...spec(chosen)], { capture: true }));
  if (chosen.length > 0) return tests;
  const bindings = readNode(
    await run(process.execPath, ["--test", "--test-reporter=spec", "tests/core/bindings.test.mjs", "tests/core/rooms.test.mjs"], {
      capture: true,
      env: { PHENOLENS_WASM: "build/wasm" },
    }),
  );
  return outcome(tests.passed + bindings.passed, tests.failed + bindings.failed);
}

async function web(chosen) {
  await steps.cli();
  return vitest("web", chosen);
}

async function e2e(chosen) {
  await ensureSystem(["browser"]);
  // Without Firefox and WebKit their one test is skipped; under CI it fails.
  await ensureSystem(["browsers"]).catch((error) => say(`Firefox and WebKit are not tried: ${error.message}`));
  await steps.web();
  await steps.cli();
  return vitest("e2e", chosen);
}

async function pytest(interpreter, files) {
  const result = await run(interpreter, ["-m", "pytest", "-q", "--disable-warnings", ...files], { capture: true });
  const count = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(result.output.slice(-400))?.[1] ?? 0);
  const failures = result.output.split("\n").filter((line) => /^(FAILED|ERROR) /.test(line));
  return outcome(count("passed"), Math.max(count("failed") + count("error"), result.code === 0 ? 0 : 1), count("skipped"), failures);
}

const models = async (chosen) => pytest(await python(), chosen.length > 0 ? chosen : ["tests/models"]);

async function cluster(chosen) {
  await steps.cli();
  return pytest(await clusterPython(), chosen.length > 0 ? chosen : ["tests/cluster"]);
}

export const suites = { core, sanitize, wasm, web, e2e, models, cluster };
