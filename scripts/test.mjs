// `npm test` and `npm run test:NAME`: runs the named suites and ends with one line of counts.
import { main, Refusal, say } from "./lib/run.mjs";
import { suites } from "./lib/suites.mjs";

await main(async () => {
  const names = process.argv.slice(2);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const name of names) {
    if (!(name in suites)) throw new Refusal(`There is no suite named ${name}: the suites are ${Object.keys(suites).join(", ")}.`);
    // A suite that cannot be built or started is one failure; the others still run.
    const { passed, failed, skipped } = await suites[name]().catch((error) => {
      say(error instanceof Refusal ? error.message : error.stack);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
    say(`${name}: ${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`);
  }
  if (total.skipped > 0) console.log(`${total.skipped} skipped (why is said above)`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed > 0 || total.passed === 0 ? 1 : 0;
});
