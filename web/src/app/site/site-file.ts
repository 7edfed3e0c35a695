import { AnalysisError } from "../../contract/errors";
import { STEPS, type Step } from "../share/link";

/** One data set that a site offers. Addresses are relative to the page. */
export interface SiteData {
  title: string;
  text?: string;
  url: string;
  /** What the first screen shows of it before anything is computed. */
  result?: string;
  /** What the transformers said of it, so that they need not run again. */
  stored?: string;
  isSimulated?: boolean;
}

/** What site.json, beside index.html, says of a lab's own page. All of it may be left out. */
export interface Site {
  format: "phenolens-site/1";
  /** Headline and paragraph of the first screen. */
  title?: string;
  text?: string;
  data?: SiteData[];
  /** Which of the models in models/ run, by their folder's name. */
  models?: string[];
  /** Lessons, as Markdown files. */
  lessons?: { title: string; url: string; minutes?: number }[];
  colors?: {
    accent?: string;
    accentDark?: string;
    /** Colours of classes by their label, for light and dark alike. */ classes?: Record<string, string>;
  };
  /** Steps of the rail; those left out are not shown. */
  steps?: Step[];
  hide?: Part[];
  /** Opens this data set at once: its place in `data`. */
  open?: number;
}

/** Parts of the page that a site, a lesson or `?hide=` can hide. */
export const PARTS = [
  "rail",
  "bar",
  "legend",
  "panel",
  "open",
  "share",
  "export",
  "theme",
  "footer",
  "models",
  "questions",
  "options",
  "train",
  "lasso",
  "facts",
] as const;
export type Part = (typeof PARTS)[number];
/** Names that parts had in earlier versions: files and links that have them are still read. */
const FORMER_PARTS: Readonly<Record<string, Part>> = { "take-away": "export" };
/** The part of a name, past or present. */
export const partOf = (name: string): Part | undefined => FORMER_PARTS[name] ?? PARTS.find((part) => part === name);

type Check = (value: unknown, at: string) => void;

function refuse(at: string, problem: string): never {
  throw new AnalysisError("bad-input", `site.json: ${at} ${problem}. The default page is shown.`);
}

const text: Check = (value, at) => typeof value === "string" || refuse(at, "must be text");
const truth: Check = (value, at) => typeof value === "boolean" || refuse(at, "must be true or false");
const place: Check = (value, at) =>
  (Number.isSafeInteger(value) && (value as number) >= 0) || refuse(at, "must be a whole number, 0 for the first");
const name: Check = (value, at) =>
  (typeof value === "string" && /^\w[\w.-]*$/.test(value)) || refuse(at, "must be the name of a folder in models/");
const color: Check = (value, at) =>
  (typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value)) || refuse(at, "must be a colour such as #2b5fd9");
/** Files of the site's own: no other origin is asked for what the page shows by itself. */
const own: Check = (value, at) =>
  (typeof value === "string" && /^[\w][\w./ -]*$/.test(value) && !value.includes("..")) ||
  refuse(at, "must be a path below the page, such as lessons/first.md");
const data: Check = (value, at) =>
  (typeof value === "string" && (/^https:\/\/\S+$/.test(value) || !/^[a-z]+:|^\/\/|\.\./i.test(value))) ||
  refuse(at, "must be a path below the page or an https:// address");
const oneOf =
  (words: readonly string[]): Check =>
  (value, at) =>
    words.includes(value as string) || refuse(at, `must be one of ${words.join(", ")}`);

/** Fields ending in `?` may be left out; fields not listed are refused. */
function object(fields: Record<string, Check>): Check {
  return (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(at || "it", "must be an object");
    const record = value as Record<string, unknown>;
    const strange = Object.keys(record).find((key) => !(key in fields) && !(`${key}?` in fields));
    if (strange !== undefined)
      refuse(
        at ? `${at}.${strange}` : strange,
        `is not a field of phenolens-site/1; the fields are ${Object.keys(fields)
          .map((key) => key.replace("?", ""))
          .join(", ")}`,
      );
    for (const [field, check] of Object.entries(fields)) {
      const key = field.replace("?", "");
      if (record[key] !== undefined) check(record[key], at ? `${at}.${key}` : key);
      else if (key === field) refuse(at ? `${at}.${key}` : key, "is missing");
    }
  };
}

const list =
  (check: Check): Check =>
  (value, at) => {
    if (!Array.isArray(value)) refuse(at, "must be a list");
    (value as unknown[]).forEach((item, i) => check(item, `${at}[${i}]`));
  };
const table =
  (check: Check): Check =>
  (value, at) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) refuse(at, "must be an object");
    for (const [key, item] of Object.entries(value as object)) check(item, `${at}.${key}`);
  };

const site = object({
  format: oneOf(["phenolens-site/1"]),
  "title?": text,
  "text?": text,
  "data?": list(object({ title: text, "text?": text, url: data, "result?": own, "stored?": own, "isSimulated?": truth })),
  "models?": list(name),
  "lessons?": list(object({ title: text, url: own, "minutes?": place })),
  "colors?": object({ "accent?": color, "accentDark?": color, "classes?": table(color) }),
  "steps?": list(oneOf(STEPS)),
  "hide?": list((value, at) => partOf(value as string) ?? oneOf(PARTS)(value, at)),
  "open?": place,
});

/** Reads site.json; throws a sentence that says what is wrong in it, and where. */
export function readSite(words: string): Site {
  let json: unknown;
  try {
    json = JSON.parse(words);
  } catch (error) {
    throw new AnalysisError("bad-input", `site.json is not JSON (${(error as Error).message}). The default page is shown.`);
  }
  site(json, "");
  const read = json as Site;
  if (read.hide) read.hide = read.hide.map((name) => partOf(name)!);
  if (read.steps?.length === 0) refuse("steps", "must name at least one step");
  if (read.open !== undefined && !read.data?.[read.open])
    refuse("open", `must be the index of one of the ${read.data?.length ?? 0} data sets, 0 for the first`);
  const { accent, accentDark } = read.colors ?? {};
  if (accent && contrast(accent, "#fbfaf7") < 4.5)
    refuse("colors.accent", "has too little contrast on the light page (at least 4.5 is needed)");
  if (accentDark && contrast(accentDark, "#1b1f25") < 4.5)
    refuse("colors.accentDark", "has too little contrast on the dark page (at least 4.5 is needed)");
  return read;
}

/** Contrast of two colours as WCAG 2 has it: 1 to 21. */
export function contrast(a: string, b: string): number {
  const light = (hex: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
      .reduce((sum, part, i) => sum + part * [0.2126, 0.7152, 0.0722][i]!, 0);
  const [low, high] = [light(a), light(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
}
