// `npm run build:NAME`: builds the named parts, each only when its inputs have changed.
import { main, Refusal } from "./lib/run.mjs";
import { steps, web } from "./lib/steps.mjs";

await main(async () => {
  const names = process.argv.slice(2);
  for (const name of names.filter((name) => name !== "--small")) {
    if (!(name in steps)) throw new Refusal(`There is no part named ${name}: the parts are ${Object.keys(steps).join(", ")}.`);
    // Without files above 25 MiB, for hosts that refuse them.
    await (name === "web" && names.includes("--small") ? web("small") : steps[name]());
  }
});
