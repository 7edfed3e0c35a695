// `npm test` and `npm run test:SUITE`: runs the named suites and ends with what failed and one line of counts.
// `npm run test:SUITE -- WHAT...` runs of that suite only what is named: files of web and e2e (a part of their path
// is enough), files of models, tests of core, sanitize and wasm as Catch2 names them ("a name*", "[tag]").
import { appendFileSync } from "node:fs";
import { main, Refusal, say } from "./lib/run.mjs";
import { suites } from "./lib/suites.mjs";

await main(async () => {
  const words = process.argv.slice(2);
  const end = words.includes("--") ? words.indexOf("--") : words.length;
  const [names, chosen] = [words.slice(0, end), words.slice(end + 1)];
  const isSuite = (word) => Object.hasOwn(suites, word);
  if (chosen.length > 0 && names.length > 1) throw new Refusal(`Tests can be named of one suite at a time, not of ${names.join(", ")}.`);
  const total = { passed: 0, failed: 0, skipped: 0 };
  const failures = [];
  for (const name of names) {
    if (!isSuite(name)) throw new Refusal(`There is no suite named ${name}: the suites are ${Object.keys(suites).join(", ")}.`);
    // A suite that cannot be built or started is one failure; the others still run.
    const outcome = await suites[name](chosen).catch((error) => {
      const text = error instanceof Refusal ? error.message : error.stack;
      say(text);
      return { passed: 0, failed: 1, skipped: 0, failures: [text] };
    });
    const { passed, failed, skipped } = outcome;
    const named = outcome.failures.length > 0 ? outcome.failures : failed > 0 ? [`${failed} failed, as said above`] : [];
    failures.push(...named.map((text) => `failed in ${name}: ${text}`));
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    say(`${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  }
  for (const text of failures) say(text);
  // Where several commands run one after another, their failures are told together at the end.
  if (process.env.PHENOLENS_FAILURES) appendFileSync(process.env.PHENOLENS_FAILURES, failures.map((text) => `${text}\n`).join(""));
  if (total.skipped > 0) console.log(`${total.skipped} skipped (why is said above)`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
