// `npm run deploy:pack -- --data FILE... --out DIR|ZIP`: the page with chosen data and what the models said of them, for any static host.
import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pack, zipFolder } from "./lib/pack.mjs";
import { main, Refusal, say } from "./lib/run.mjs";
import { cli, web } from "./lib/steps.mjs";

const USAGE = `npm run deploy:pack -- --data FILE.h5ad... --out DIR|FILE.zip
  --model NAME     a model of models/ that runs (again for more; all of them without it)
  --title, --text  headline and paragraph of the first screen
  --open           opens the first data set at once
  --site FILE      a site.json to start from (titles of data, lessons, colours, steps, hide)
  --small          without files above 25 MiB, for hosts that refuse them`;

function options() {
  try {
    // Several files may follow --data.
    const args = process.argv
      .slice(2)
      .flatMap((word, i, all) =>
        !word.startsWith("--") &&
        i > 0 &&
        !all[i - 1].startsWith("--") &&
        all.slice(0, i).findLast((one) => one.startsWith("--")) === "--data"
          ? ["--data", word]
          : [word],
      );
    const text = { type: "string" };
    const { values } = parseArgs({
      args,
      options: {
        data: { ...text, multiple: true },
        out: text,
        model: { ...text, multiple: true },
        title: text,
        text,
        site: text,
        open: { type: "boolean" },
        small: { type: "boolean" },
        help: { type: "boolean" },
      },
    });
    return values;
  } catch (error) {
    throw new Refusal(`${error.message}\n${USAGE}`);
  }
}

await main(async () => {
  const { data = [], out, model = [], title, text, site, open, small, help } = options();
  if (help) return void process.stdout.write(`${USAGE}\n`);
  if (!out) throw new Refusal(`--out is missing.\n${USAGE}`);
  await web(small ? "small" : "production");
  await cli();
  const isZip = /\.zip$/i.test(out);
  const folder = isZip ? mkdtempSync(join(tmpdir(), "phenolens-pack-")) : resolve(out);
  mkdirSync(dirname(resolve(out)), { recursive: true });
  const { files, large } = await pack({ folder, data, models: model, title, text, open, base: site });
  if (isZip) {
    await zipFolder(folder, resolve(out));
    rmSync(folder, { recursive: true });
  }
  const bytes = isZip ? statSync(resolve(out)).size : files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
  say(`${out}: ${files.length} files, ${(bytes / 1e6).toFixed(0)} MB`);
  if (large.length > 0)
    say(`above 25 MiB, which Cloudflare Pages refuses: ${large.join(", ")}${small ? "" : " (--small leaves out what it can)"}`);
});
