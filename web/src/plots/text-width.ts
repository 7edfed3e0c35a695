import { LIGHT, PAPER } from "./style";

/** Widths of the printable ASCII characters in Helvetica, in thousandths of the font size (Adobe's metrics). */
const WIDTHS =
  "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 " +
  "278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 " +
  "667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 " +
  "556 333 500 278 556 500 722 500 500 500 334 260 334 584";
const OF_ASCII = WIDTHS.split(" ").map(Number);
/** Of a letter beyond ASCII, and of a character of East Asian scripts. */
const OTHER = 600;
const WIDE = 1000;
/** Fonts that stand in for Helvetica where it is not known (DejaVu Sans, Verdana) are wider. */
const ROOM = 1.16;

/** Widths as the fonts of this computer have them, of the page's and of files' text; null where there is nothing to measure with. */
let measured: ((text: string) => number) | null | undefined;
function measure(): ((text: string) => number) | null {
  const pen = typeof document === "undefined" ? null : (document.createElement("canvas").getContext("2d") ?? null);
  if (!pen) return null;
  const known = new Map<string, number>();
  const width = (text: string) =>
    Math.max(
      ...[LIGHT, PAPER].map(({ font }) => {
        pen.font = `100px ${font}`;
        return pen.measureText(text).width / 100;
      }),
    );
  return (text) => {
    let found = known.get(text);
    if (found === undefined) known.set(text, (found = width(text)));
    return found;
  };
}

/** How wide a text is at a font size, in its unit: of this computer's fonts, else by the widths of Helvetica and rather too wide. */
export function textWidth(text: string, size = 11): number {
  measured = measured === undefined ? measure() : measured;
  if (measured) return measured(text) * size;
  let sum = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    sum += OF_ASCII[code - 32] ?? (code > 0x2e80 || character === "…" ? WIDE : OTHER);
  }
  return (sum / 1000) * size * ROOM;
}

/** Width of the widest of some texts. */
export const widest = (texts: readonly string[], size = 11): number =>
  texts.reduce((most, text) => Math.max(most, textWidth(text, size)), 0);

/** A text broken into lines of at most a width, at its spaces. */
export function wrapped(text: string, width: number, size = 11): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const longer = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length > 0 && textWidth(longer, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
