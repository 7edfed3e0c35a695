import { attribution } from "./attribution";
import { celltypist } from "./celltypist";
import { cluster } from "./cluster";
import { donors } from "./donors";
import { firstLoad } from "./first-load";
import { genes } from "./genes";
import { gpu } from "./gpu";
import { huge } from "./huge";
import { integrate } from "./integrate";
import { land, landed, regressions, told, type Landed } from "./landed";
import { markers } from "./markers";
import { model } from "./model";
import { mtx } from "./mtx";
import { rds } from "./rds";
import { reader } from "./reader";
import { save } from "./save";
import { singler } from "./singler";
import { survey } from "./survey";
import { surveySteps } from "./survey-steps";
import { machine, table, type Row } from "./table";
import { train } from "./train";
import { trust } from "./trust";

export interface Options {
  repeats: number;
  /** Only the parts whose name holds this. */
  only?: string;
}

/** Name of a benchmark -> what it measures. */
const benchmarks: Record<string, (options: Options) => Promise<Row[]>> = {
  survey,
  reader,
  mtx,
  rds,
  huge,
  save,
  model,
  trust,
  attribution,
  genes,
  markers,
  celltypist,
  cluster,
  donors,
  gpu,
  singler,
  integrate,
  size: firstLoad,
  train,
  "survey-steps": surveySteps,
};

const words = process.argv.slice(2);
const isJson = words.includes("--json");
const at = words.indexOf("--repeats");
const repeats = at >= 0 ? Number(words[at + 1]) : 5;
const onlyAt = words.indexOf("--only");
const only = onlyAt >= 0 ? words[onlyAt + 1] : undefined;
const isValue = (i: number) => (at >= 0 && i === at + 1) || (onlyAt >= 0 && i === onlyAt + 1);
const given = words.filter((word, i) => !word.startsWith("--") && !isValue(i));
/** `compare [NAME...]`: beside the figures that were last landed, of all benchmarks that have some where none is named. */
const compares = given[0] === "compare";
const names = !compares ? given : given.length > 1 ? given.slice(1) : Object.keys(landed());
const unknown = names.filter((name) => !(name in benchmarks));

if (names.length === 0 || unknown.length > 0 || !(repeats >= 1)) {
  const known = Object.keys(benchmarks).join(", ");
  process.stderr.write(
    `phenolens: name one or more of ${known}, or compare and some of them, with --json, --save, --repeats N or --only PART.\n`,
  );
  process.exitCode = 2;
} else {
  const found: Landed = {};
  for (const name of names)
    found[name] = {
      date: new Date().toISOString().slice(0, 10),
      machine: machine(),
      rows: await benchmarks[name]!({ repeats, ...(only === undefined ? {} : { only }) }),
    };
  const rows = Object.values(found).flatMap((one) => one.rows);
  if (isJson) console.log(JSON.stringify({ machine: machine(), rows }));
  else console.log(`${machine()}; medians of ${repeats} after a warm-up\n\n${table(rows)}`);
  if (compares) {
    const before = landed();
    const worse = names.flatMap((name) => regressions(before[name]?.rows ?? [], found[name]!.rows));
    console.error(worse.length === 0 ? "\nNothing is worse by more than a tenth than when last landed." : `\n${told(worse)}`);
  }
  // What docs/benchmarks.md tells is landed with it.
  if (words.includes("--save")) land(found);
}
