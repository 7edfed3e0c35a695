// Writes the table of class colours, shades of nine hues: `node scripts/make-palette.mjs` (seconds).
// Each further colour of a hue is the one farthest (OKLab, Ottosson 2020) from all before it, of all hues, on paper and in the
// dark theme, as the least of what eyes see without and with protanopia and deuteranopia (Machado, Oliveira and Fernandes 2009,
// full severity).
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./lib/run.mjs";

const HUES = ["#3360a7", "#c97e1f", "#109d75", "#cd452c", "#9a75e0", "#754a3c", "#d879b3", "#66bcee", "#c3b116"];
const ROUNDS = 20;
const VISIONS = [
  [1, 0, 0, 0, 1, 0, 0, 0, 1],
  [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
];
/** Shades that are tried of a hue: lightness, turn of the hue in degrees, share of its chroma. */
const LIGHTNESS = Array.from({ length: 20 }, (_, i) => 0.28 + i * 0.03);
const TURNS = [-15, -8, 0, 8, 15];
const CHROMA = [0.5, 0.75, 1, 1.2];

const parse = (hex) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
const linear = (byte) => (byte <= 10.31 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);
const byte = (value) => {
  const c = Math.min(1, Math.max(0, value));
  return Math.round(255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055));
};

function oklab([r, g, b]) {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function fromOklab([lightness, a, b]) {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

const seen = new Map();
/** As it is on paper and in the dark theme, where it is mixed with white and counts for more: all differences are smaller there. */
function asSeen(hex) {
  let found = seen.get(hex);
  if (!found) {
    found = [
      [0, 1],
      [0.22, 1.4],
    ].flatMap(([white, weight]) => {
      const rgb = parse(hex).map((part) => linear(Math.round(part + (255 - part) * white)));
      return VISIONS.map((m) =>
        oklab([0, 3, 6].map((i) => Math.max(0, m[i] * rgb[0] + m[i + 1] * rgb[1] + m[i + 2] * rgb[2]))).map((x) => x * weight),
      );
    });
    seen.set(hex, found);
  }
  return found;
}

function distance(a, b) {
  const [one, two] = [asSeen(a), asSeen(b)];
  return Math.min(...one.map((color, vision) => Math.hypot(...color.map((x, i) => x - two[vision][i]))));
}

function shadesOf(hex) {
  const [, a, b] = oklab(parse(hex).map(linear));
  const [chroma, turn] = [Math.hypot(a, b), Math.atan2(b, a)];
  const shades = new Set();
  for (const lightness of LIGHTNESS)
    for (const degrees of TURNS)
      for (const share of CHROMA) {
        const angle = turn + (degrees * Math.PI) / 180;
        const rgb = fromOklab([lightness, chroma * share * Math.cos(angle), chroma * share * Math.sin(angle)]);
        if (rgb.every((x) => x >= -0.01 && x <= 1.01)) shades.add(`#${rgb.map((x) => byte(x).toString(16).padStart(2, "0")).join("")}`);
      }
  return [...shades];
}

const rounds = [HUES];
const chosen = [...HUES];
const shades = HUES.map(shadesOf);
while (rounds.length < ROUNDS) {
  const round = shades.map((all) => {
    const far = (hex) => Math.min(...chosen.map((other) => distance(hex, other)));
    const best = all.map((hex) => [far(hex), hex]).reduce((a, b) => (b[0] > a[0] ? b : a))[1];
    chosen.push(best);
    return best;
  });
  rounds.push(round);
}
const text = rounds.map((round, i) => `  "${round.map((hex) => hex.slice(1)).join(" ")}${i < ROUNDS - 1 ? " " : ""}"`).join(" +\n");
writeFileSync(
  join(root, "web/src/plots/class-colors.ts"),
  `/*
 * Written by scripts/make-palette.mjs: a row a round, a column a hue. The first row is after Okabe and Ito, toned to the page's
 * paper; each further colour is, within its hue, the one farthest from all before it, to eyes with and without red-green blindness.
 */
const ROUNDS =
${text};

/** Hues of classes. */
export const HUES = ${HUES.length};

/** Colours of classes, #rrggbb: one of each hue first, then the next of each. */
export const CLASS_COLORS: readonly string[] = ROUNDS.split(" ").map((hex) => \`#\${hex}\`);
`,
);
