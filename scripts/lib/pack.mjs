import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { Refusal, root, say } from "./run.mjs";

/** What some static hosts take of a file at most. */
const HOST_LIMIT = 25 * 1024 * 1024;

/** A bundle of one of scripts/*.ts, as a module. */
export async function bundled(entry) {
  const { build } = await import("esbuild");
  const outfile = join(root, ".cache/scripts", entry.replace(/\.ts$/, ".mjs"));
  await build({
    absWorkingDir: root,
    entryPoints: [join("scripts", entry)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "warning",
    loader: { ".json": "json" },
  });
  return import(`${outfile}?${statSync(outfile).mtimeMs}`);
}

/**
 * Files below a folder, by their path in it.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesIn(folder, at = folder) {
  return readdirSync(at, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? filesIn(folder, join(at, entry.name)) : [relative(folder, join(at, entry.name))]))
    .sort();
}

function modelsOf(folder, wanted) {
  const all = readdirSync(join(folder, "models")).filter((name) => existsSync(join(folder, "models", name, "manifest.json")));
  const unknown = wanted.find((name) => !all.includes(name));
  if (unknown) throw new Refusal(`There is no model named ${unknown}: there are ${all.join(", ")}.`);
  return all;
}

/**
 * A copy of dist/ with data of one's own and what the models said of them.
 * @param {{folder: string, data: string[], models: string[], title?: string, text?: string, open?: boolean, base?: string}} wanted
 */
export async function pack({ folder, data, models, title, text, open, base }) {
  for (const file of [...data, ...(base ? [base] : [])]) if (!existsSync(file)) throw new Refusal(`There is no file ${file}.`);
  const names = data.map((file) => basename(file));
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new Refusal(`Two of the files are named ${twice}: rename one.`);
  if (existsSync(folder) && readdirSync(folder).length > 0 && !existsSync(join(folder, "site.json")))
    throw new Refusal(`${folder} is not empty, and no page that was packed here: choose another folder.`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, "dist"), folder, { recursive: true });
  const kept = modelsOf(folder, models);
  if (models.length > 0) {
    for (const name of kept) if (!models.includes(name)) rmSync(join(folder, "models", name), { recursive: true });
    writeFileSync(join(folder, "models/index.json"), JSON.stringify(models));
  }
  const own = base ? JSON.parse(readFileSync(base, "utf8")) : {};
  const shipped = JSON.parse(readFileSync(join(folder, "site.json"), "utf8"));
  const sets = [];
  if (data.length > 0) mkdirSync(join(folder, "data"), { recursive: true });
  const { precompute } = data.length > 0 ? await bundled("precompute.ts") : {};
  for (const file of data) {
    const name = basename(file);
    const stem = name.replace(/\.(h5ad|h5|hdf5)$/i, "");
    cpSync(file, join(folder, "data", name));
    say(`computing ${name}`);
    const made = await precompute({ root, file: resolve(file), ...(models.length > 0 ? { models } : {}) });
    writeFileSync(join(folder, "data", `${stem}.result.json`), made.snapshot);
    if (made.stored) writeFileSync(join(folder, "data", `${stem}.results`), made.stored);
    const said = own.data?.find((one) => one.url === `data/${name}`) ?? {};
    sets.push({
      title: stem,
      ...said,
      url: `data/${name}`,
      result: `data/${stem}.result.json`,
      ...(made.stored ? { stored: `data/${stem}.results` } : {}),
    });
  }
  const others = (own.data ?? []).filter(({ url }) => !sets.some((one) => one.url === url));
  const site = {
    ...shipped,
    ...own,
    format: "phenolens-site/1",
    ...(title ? { title } : {}),
    ...(text ? { text } : {}),
    data: [...sets, ...others, ...(base ? [] : (shipped.data ?? []))],
    ...(open && sets.length > 0 ? { open: 0 } : {}),
  };
  // The page's own reader says what is wrong, before anybody opens the page.
  const { readSite } = await bundled("read-site.ts");
  writeFileSync(join(folder, "site.json"), `${JSON.stringify(site, null, 2)}\n`);
  readSite(JSON.stringify(site));
  return { files: filesIn(folder), large: filesIn(folder).filter((path) => statSync(join(folder, path)).size > HOST_LIMIT) };
}

/** The folder as one .zip that unpacks into a folder of its name. */
export async function zipFolder(folder, path) {
  const { zipSync } = await import("fflate");
  const name = basename(path).replace(/\.zip$/i, "");
  const packed = /\.(wasm|onnx|h5ad|h5|png|results|so|bin)$/;
  const entries = Object.fromEntries(
    filesIn(folder).map((file) => [
      `${name}/${file.replaceAll("\\", "/")}`,
      [new Uint8Array(readFileSync(join(folder, file))), { level: packed.test(file) && !file.endsWith(".wasm") ? 0 : 6 }],
    ]),
  );
  writeFileSync(path, zipSync(entries, { mtime: new Date("2000-01-01") }));
}
