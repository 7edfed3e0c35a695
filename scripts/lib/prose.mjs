import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./run.mjs";

/* What formatters leave: long strings and comments, prose beyond its column, and the other side's spelling. */

const CODE_COLUMN = 140;
const PROSE_COLUMN = 120;
const CODE = /\.(ts|tsx|mjs|cpp|hpp|py)$/;

/** Cards and tables that programs write, and declarations that stand in columns. */
const isWritten = (path) =>
  /^(models\/released|tests\/fixtures\/converted)\//.test(path) ||
  /^web\/src\/(contract\/manifest|engine\/model\/manifest-schema)\.ts$/.test(path) ||
  /^wasm\/bind\/.*\.d\.ts$/.test(path);

const pairs = (text) => new Map(text.split(/,\s+/).map((pair) => pair.split(" ")));

/** British in prose: what is wrong there -> what is right. */
const PROSE = pairs(`color colour, behavior behaviour, neighbor neighbour, labeled labelled, modeling modelling,
  favor favour, gray grey, center centre, analyze analyse, analyzed analysed`);

/** American in identifiers. */
const IDENTIFIERS = pairs(`colour color, behaviour behavior, neighbour neighbor, centre center, normalis normaliz,
  optimis optimiz, initialis initializ, summaris summariz, serialis serializ, quantis quantiz, tokenis tokeniz`);

const inProse = new RegExp(`\\b(${[...PROSE.keys()].join("|")})s?\\b`, "gi");
const inIdentifiers = new RegExp([...IDENTIFIERS.keys()].join("|"), "gi");

const tracked = () => execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8" }).trim().split("\n");

/** Same length, nothing to find in it: code and the targets of links. */
const blank = (text) => text.replace(/`[^`]+`|\]\([^)]*\)|https?:\S+|<[^>]*>/g, (part) => part.replace(/[^\n]/g, "_"));

function* markdown(path, text) {
  const fenced = text.replace(/^```[\s\S]*?^```/gm, (part) => part.replace(/[^\n]/g, ""));
  const words = blank(fenced).split("\n");
  for (const [i, line] of fenced.split("\n").entries()) {
    // A line that has nowhere to break ends where it ends.
    if (line.length > PROSE_COLUMN && !line.startsWith("|") && words[i].trim().slice(0, PROSE_COLUMN).includes(" "))
      yield `${path}:${i + 1} goes beyond column ${PROSE_COLUMN}: break the line.`;
    for (const [word, stem] of words[i].matchAll(inProse))
      yield `${path}:${i + 1} says "${word}": in prose it is "${PROSE.get(stem.toLowerCase())}".`;
  }
}

function* code(path, text) {
  for (const [i, line] of text.split("\n").entries())
    if (line.length > CODE_COLUMN) yield `${path}:${i + 1} goes beyond column ${CODE_COLUMN}: break the line.`;
  for (const { at, comment, rest } of parts(path, text)) {
    for (const [word, stem] of blank(comment).matchAll(inProse))
      yield `${path}:${at} says "${word}" in a comment: in prose it is "${PROSE.get(stem.toLowerCase())}".`;
    for (const [word] of rest.matchAll(inIdentifiers))
      yield `${path}:${at} spells an identifier with "${word}": in identifiers it is "${IDENTIFIERS.get(word.toLowerCase())}".`;
  }
}

const either = (...patterns) => patterns.map(({ source }) => source).join("|");
const QUOTED = either(/"(?:[^"\\\n]|\\.)*"/, /'(?:[^'\\\n]|\\.)*'/);
const PYTHON = new RegExp(`(${either(/"""[\s\S]*?"""/, /#[^\n]*/)})|(${QUOTED})`, "g");
/** Comments; or strings, templates, patterns after a bracket or comma, and the text between tags. */
const C_LIKE = new RegExp(
  `(${either(/\/\*[\s\S]*?\*\//, /(?<!:)\/\/[^\n]*/)})|` +
    `(${QUOTED}|${either(/`(?:[^`\\]|\\.)*`/, /(?<=[(,] ?)\/(?:[^/\\\n]|\\.)+\//, /(?<=>)[^<>{}=;()]+(?=<|\{)/)})`,
  "g",
);

/** Line by line what is comment, and what is neither comment nor string, pattern or text of the page. */
function* parts(path, text) {
  const pattern = path.endsWith(".py") ? PYTHON : C_LIKE;
  const spaces = (part) => part.replace(/[^\n]/g, " ");
  let comments = "";
  let rest = "";
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    const between = text.slice(at, match.index);
    comments += spaces(between) + (match[1] ?? spaces(match[0]));
    rest += between + spaces(match[0]);
    at = match.index + match[0].length;
  }
  rest += text.slice(at);
  const lines = rest.split("\n");
  for (const [i, comment] of (comments + spaces(text.slice(at))).split("\n").entries()) yield { at: i + 1, comment, rest: lines[i] };
}

/** What is wrong with lengths of lines and spelling, a sentence each. */
export function wrongProse(paths = tracked()) {
  return paths
    .filter((path) => (path.endsWith(".md") || CODE.test(path)) && !isWritten(path))
    .flatMap((path) => {
      const text = readFileSync(join(root, path), "utf8");
      return [...(path.endsWith(".md") ? markdown(path, text) : code(path, text))];
    });
}
