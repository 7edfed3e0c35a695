/** How a value is written in a link; null is the default, which is left out. What cannot be read is undefined. */
export interface Codec<T> {
  write(value: T): string | null;
  read(words: string): T | undefined;
}

export const text: Codec<string> = { write: (value) => value || null, read: (words) => words };

export function oneOf<T extends string>(allowed: readonly T[]): Codec<T> {
  return { write: (value) => value, read: (words) => allowed.find((value) => value === words) };
}

export function number(isValid: (value: number) => boolean): Codec<number> {
  return {
    write: String,
    read(words) {
      const value = /^[\d.]+$/.test(words) ? Number(words) : Number.NaN;
      return isValid(value) ? value : undefined;
    },
  };
}

/** Written for a column that is none. */
export const NONE = "-";

/** Splits at the first colon: what comes before is ours, what follows is a name with any signs. */
export function split(words: string): [kind: string, name: string] {
  const at = words.indexOf(":");
  return at < 0 ? [words, ""] : [words.slice(0, at), words.slice(at + 1)];
}

export const unsplit = (kind: string, name: string) => `${kind}:${name}`;

/** Names with any signs in one word, and back: `~` and what parts them are escaped. */
export const joined = (names: readonly string[]) =>
  names.map((name) => name.replaceAll("~", "~0").replaceAll(":", "~1").replaceAll(",", "~2")).join(":");
export const parted = (words: string) =>
  words.split(":").map((name) => name.replaceAll("~2", ",").replaceAll("~1", ":").replaceAll("~0", "~"));

/** Columns by head: `cell_type:louvain,disease:-`. */
export const columnsCodec: Codec<Record<string, string>> = {
  write: (columns) =>
    Object.entries(columns)
      .map(([head, column]) => joined([head, column || NONE]))
      .join(",") || null,
  read(words) {
    const entries = words
      .split(",")
      .map(parted)
      .filter((parts) => parts.length === 2 && parts.every(Boolean));
    return entries.length > 0 ? Object.fromEntries(entries.map(([head, column]) => [head!, column === NONE ? "" : column!])) : undefined;
  },
};

/** Escapes what a query or a hash cannot hold, and no more: a link is read by people too. */
export function quietly(words: string): string {
  return encodeURIComponent(words).replaceAll("%3A", ":").replaceAll("%2F", "/").replaceAll("%2C", ",").replaceAll("%20", "+");
}
