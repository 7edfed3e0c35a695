import { joined, parted, type Codec } from "../../share/link-codecs";

/** How cells were chosen, so that the same are chosen again elsewhere. */
export type SelectionRule =
  /** First guess of a model. */
  | { kind: "predicted"; model: string; head: string; label: string }
  | { kind: "column"; column: string; label: string }
  /** Label and guess of a field of the confusion matrix; no guess means all others. */
  | { kind: "confused"; model: string; head: string; label: string; predicted: string }
  /** Cells a model doubts more than those it was tested on. */
  | { kind: "doubt"; model: string; head: string }
  /** One by one, as a lasso takes them; base64 of the steps between them. */
  | { kind: "cells"; cells: string };

const FIELDS = {
  predicted: ["model", "head", "label"],
  column: ["column", "label"],
  confused: ["model", "head", "label", "predicted"],
  doubt: ["model", "head"],
  cells: ["cells"],
} as const satisfies Record<SelectionRule["kind"], readonly string[]>;

/** Signs of a link that a selection of single cells may take. */
const LONGEST = 1600;

export const ruleCodec: Codec<SelectionRule> = {
  write(rule) {
    if (rule.kind === "cells" && rule.cells.length > LONGEST) return null;
    return joined([rule.kind, ...FIELDS[rule.kind].map((field) => (rule as unknown as Record<string, string>)[field]!)]);
  },
  read(words) {
    const [kind, ...values] = parted(words);
    const fields = FIELDS[kind as SelectionRule["kind"]] as readonly string[] | undefined;
    if (!fields || values.length !== fields.length || values.some((value, i) => !value && fields[i] !== "predicted")) return undefined;
    if (kind === "cells" && !unpackCells(values[0]!)) return undefined;
    return { kind, ...Object.fromEntries(fields.map((field, i) => [field, values[i]!])) } as SelectionRule;
  },
};

/** Whether some JSON is a rule, of any length. */
export function isRule(value: unknown): value is SelectionRule {
  const { kind, ...rest } = (value ?? {}) as Record<string, unknown>;
  const fields = typeof kind === "string" && kind in FIELDS ? (FIELDS[kind as SelectionRule["kind"]] as readonly string[]) : null;
  if (!fields || Object.keys(rest).length !== fields.length || fields.some((field) => typeof rest[field] !== "string")) return false;
  return kind !== "cells" || unpackCells(rest.cells as string) !== null;
}

export const fitsLink = (rule: SelectionRule) => ruleCodec.write(rule) !== null;

/** Cells as the steps from one to the next, seven bits a byte, in base64 fit for links. Sorted, each once. */
export function packCells(cells: ArrayLike<number>): string {
  const bytes: number[] = [];
  let last = -1;
  for (const cell of Uint32Array.from(cells).sort()) {
    if (cell === last) continue;
    let step = cell - last - 1;
    last = cell;
    while (step > 127) {
      bytes.push((step & 127) | 128);
      step = Math.floor(step / 128);
    }
    bytes.push(step);
  }
  let letters = "";
  for (let i = 0; i < bytes.length; i += 8192) letters += String.fromCharCode(...bytes.slice(i, i + 8192));
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** The cells again; null where the words are none that `packCells` writes. */
export function unpackCells(words: string): Uint32Array<ArrayBuffer> | null {
  if (!/^[\w-]+$/.test(words)) return null;
  let letters: string;
  try {
    letters = atob(words.replaceAll("-", "+").replaceAll("_", "/"));
  } catch {
    return null;
  }
  const cells: number[] = [];
  let [last, step, unit] = [-1, 0, 1];
  for (const letter of letters) {
    const byte = letter.charCodeAt(0);
    step += (byte & 127) * unit;
    unit *= 128;
    if (byte > 127) continue;
    last += step + 1;
    if (last > 0xffff_fffe) return null;
    cells.push(last);
    [step, unit] = [0, 1];
  }
  return unit === 1 ? Uint32Array.from(cells) : null;
}
