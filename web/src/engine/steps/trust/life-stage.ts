/** A place in the time of life. */
export interface LifeStage {
  /** Years from birth, the middle of the span; before birth below 0. */
  years: number;
  /** The span the words leave open. */
  from: number;
  to: number;
  /** A span of many years ("adult"): good for an order, too wide for a trend. */
  isBroad: boolean;
}

const YEAR_DAYS = 365.25;
/** Days from fertilization to birth. */
const GESTATION = { human: 266, mouse: 19.5 };

/** Days after fertilization of Carnegie stages 1 to 23 (O'Rahilly and Mueller 2010), and of the end of the last. */
const CARNEGIE = [1, 2, 4, 5, 7, 13, 16, 18, 20, 22, 24, 26, 28, 32, 33, 37, 41, 44, 48, 51, 52, 54, 56, 60];
/** Days after fertilization of Theiler stages 1 to 26 (the mouse), and of birth. */
const THEILER = [
  0.5, 1.5, 2.25, 3, 4, 4.75, 5.25, 6.25, 7, 7.75, 8.25, 8.75, 9.25, 9.75, 10.25, 10.75, 11.25, 11.75, 12.25, 12.75, 13.5, 14.25, 15.25,
  16.25, 17.25, 18, 19.5,
];

const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth"];

/** Words for spans of life, the longest first; HsapDv's and everyday ones. Before birth in days after fertilization. */
const SPANS: [pattern: RegExp, from: number, to: number][] = [
  [/\bearly adult(hood)?\b|\byoung adult\b|\bprime adult\b/, 18, 40],
  [/\bmiddle aged?\b|\bmiddle adult/, 40, 65],
  [/\blate adult(hood)?\b|\baged\b|\belderly\b|\bold age\b|\bsenior\b/, 65, 95],
  [/\badolescen(t|ce)\b|\bteen/, 12, 19],
  [/\bjuvenile\b|\bimmature\b/, 2, 18],
  [/\bchild(hood)?\b|\bp(a)?ediatric\b/, 2, 12],
  [/\btoddler\b/, 1, 3],
  [/\binfan(t|cy)\b/, 0.08, 2],
  [/\bnew ?born\b|\bneonat(e|al)\b/, 0, 0.08],
  [/\badult\b|\bmature\b/, 18, 90],
];
const PRENATAL: [pattern: RegExp, from: number, to: number][] = [
  [/\borganogenesis\b/, 21, 56],
  [/\bembryo(nic)?\b/, 0, 56],
  [/\bfetus\b|\bfetal\b|\bfoetal\b/, 56, GESTATION.human],
  [/\bprenatal\b/, 0, GESTATION.human],
];

const span = (from: number, to: number, widest = 15): LifeStage => ({ years: (from + to) / 2, from, to, isBroad: to - from > widest });
const fertilized = (from: number, to: number, gestation = GESTATION.human): LifeStage =>
  span((from - gestation) / YEAR_DAYS, (to - gestation) / YEAR_DAYS, 0.5);
const NUMBER = String.raw`(\d+(?:\.\d+)?)`;
const RANGE = String.raw`${NUMBER}(?: ?(?:to|-) ?${NUMBER})?`;

/** `(a)`, or `(a) to (b)`, of what was matched; a single number of whole units lasts one unit. */
function range(match: RegExpMatchArray, unit: number, shift = 0): [number, number] {
  const from = Number(match[1]) * unit + shift;
  return [from, match[2] === undefined ? from : Number(match[2]) * unit + shift];
}

/** The words as they are compared: no brackets, underscores, case, nor what goes without saying. */
function plain(label: string): string {
  return label
    .toLowerCase()
    .replace(/[[\](),_]/g, " ")
    .replace(/(\d) ?[-–] ?(\d)/g, "$1 to $2")
    .replace(/[-–]/g, " ")
    .replace(/\b(human|mouse|stage|of age|aged (?=\d))\b/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** HsapDv's numbers of years from 1 to 79, and of its broadest stages. */
function byId(id: string): string | null {
  const number = Number(/^hsapdv:0*(\d+)$/i.exec(id.trim())?.[1] ?? NaN);
  if (number >= 95 && number <= 173) return `${number - 94} year old`;
  return (
    ({ 2: "embryonic", 37: "fetal", 82: "newborn", 83: "infant", 87: "adult", 258: "adult" } as Record<number, string>)[number] ?? null
  );
}

/**
 * Where in life a label lies: years, months, weeks and days of age, decades, weeks after fertilization or of pregnancy,
 * Carnegie and Theiler
 * stages, the mouse's E14.5 and P20D, and the words of HsapDv; null for what is no age.
 */
export function parseLifeStage(label: string): LifeStage | null {
  const text = plain(byId(label) ?? label);
  return before(text) ?? after(text) ?? words(text);
}

/** Before birth, by numbers. */
function before(text: string): LifeStage | null {
  let match = /\bcarnegie ?(?:stage)? ?(\d+)\b|^cs ?(\d+)$/.exec(text);
  if (match) {
    const stage = Number(match[1] ?? match[2]);
    return stage >= 1 && stage <= 23 ? fertilized(CARNEGIE[stage - 1]!, CARNEGIE[stage]!) : null;
  }
  match = /\btheiler ?(\d+)\b|^ts ?(\d+)$/.exec(text);
  if (match) {
    const stage = Number(match[1] ?? match[2]);
    return stage >= 1 && stage <= 26 ? fertilized(THEILER[stage - 1]!, THEILER[stage]!, GESTATION.mouse) : null;
  }
  match = new RegExp(`^(?:e|embryonic day ?)${RANGE}$`).exec(text);
  if (match && Number(match[1]) <= 21) return fertilized(...range(match, 1), GESTATION.mouse);
  // The nth week after fertilization has n - 1 behind it; weeks of pregnancy count from two weeks before.
  match = /\b(\d+)(?:st|nd|rd|th) week post fertilization\b/.exec(text);
  if (match) return fertilized((Number(match[1]) - 1) * 7, Number(match[1]) * 7);
  match = new RegExp(
    `^(?:pcw|post conceptional? weeks?|weeks? post conception) ?${RANGE}$|^${RANGE} ?(?:pcw|wpc|post conceptional? weeks?|weeks? ` +
      `post (?:conception|fertilization))$`,
  ).exec(text);
  if (match) return fertilized(...range(defined(match), 7));
  match = new RegExp(
    `^(?:gw|gestational weeks?|ga) ?${RANGE}$|^${RANGE} ?(?:gw|wk ga|gestational weeks?|weeks? (?:of ` +
      `)?gestation)$|^(?:fetal|prenatal) ${RANGE} ?w(?:eeks?)?$`,
  ).exec(text);
  if (match) return fertilized(...range(defined(match), 7, -14));
  match = new RegExp(`\\b(${ORDINALS.join("|")}) lmp month\\b`).exec(text);
  if (match) return fertilized(ORDINALS.indexOf(match[1]!) * 28 - 14, (ORDINALS.indexOf(match[1]!) + 1) * 28 - 14);
  return null;
}

/** The match with its first group that took part as groups 1 and 2. */
function defined(match: RegExpExecArray): RegExpMatchArray {
  const first = match.findIndex((group, i) => i > 0 && group !== undefined);
  return [match[0], match[first], match[first + 1]] as unknown as RegExpMatchArray;
}

/** After birth, by numbers. */
function after(text: string): LifeStage | null {
  let match = new RegExp(`\\b(${ORDINALS.join("|")}) decade\\b`).exec(text);
  if (match) return span(ORDINALS.indexOf(match[1]!) * 10, ORDINALS.indexOf(match[1]!) * 10 + 10);
  match = /\bunder (\d+) ?year/.exec(text);
  if (match) return span(0, Number(match[1]));
  match = /\b(\d+) ?years?(?: old)? and (?:over|older)\b|^(\d+) ?\+$|^over (\d+)\b/.exec(text);
  if (match) return span(Number(match[1] ?? match[2] ?? match[3]), 100);
  const units: [string, number][] = [
    [String.raw`(?:years?|yrs?|yo|y)`, 1],
    [String.raw`(?:months?|mos?|m)`, 1 / 12],
    [String.raw`(?:weeks?|wks?|w)`, 7 / YEAR_DAYS],
    [String.raw`(?:days?|d)`, 1 / YEAR_DAYS],
  ];
  for (const [unit, years] of units) {
    match = new RegExp(`^(?:age |p|postnatal )?${RANGE} ?${unit}(?: old)?(?: (?:child|and over|post ?natal))?$`).exec(text);
    if (match) {
      const [from, to] = range(match, years);
      // An age in whole units lasts until the next.
      return from <= 130 ? span(from, (match[2] === undefined ? from : to) + (Number.isInteger(Number(match[1])) ? years : 0), 25) : null;
    }
  }
  match = new RegExp(`^(?:p|pnd|postnatal day) ?${RANGE}$`).exec(text);
  if (match) return span(...range(match, 1 / YEAR_DAYS));
  return null;
}

/** By words, and bare numbers of years in a column of ages. */
function words(text: string): LifeStage | null {
  for (const [pattern, from, to] of PRENATAL) if (pattern.test(text)) return fertilized(from, to);
  for (const [pattern, from, to] of SPANS) if (pattern.test(text)) return span(from, to);
  return null;
}

/** Ages of labels, where most of them are ages; bare numbers count as years in a column that is named for ages. */
export function lifeStages(column: string, labels: readonly string[]): (LifeStage | null)[] | null {
  const isAge = /(^|_|\b)(age|ages|years)(_|\b|$)/i.test(column);
  const found = labels.map((label) => {
    const number = isAge && /^\d+(\.\d+)?$/.test(label.trim()) ? Number(label) : NaN;
    return number <= 130 ? span(number, number) : parseLifeStage(label);
  });
  const told = labels.filter((label) => !/^(unknown|na|nan|n\/a|none|)$/i.test(label.trim())).length;
  const known = found.filter((stage) => stage !== null).length;
  return known >= 2 && known >= 0.6 * told ? found : null;
}
