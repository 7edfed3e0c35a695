import { MISSING, OTHERS, parseHex, slotColor, toHex } from "./palette";

/** Classes that can have a colour of the file's own: codes beyond are the palette's grey and missing, as everywhere. */
export const OWN_COLORS = 250;
const HEX = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

/** A colour as #rrggbb, of #rgb, #rrggbb, #rrggbbaa or a CSS name where there is a canvas to ask; null for what is none. */
export function hexOf(color: string): string | null {
  if (HEX.test(color)) {
    if (color.length > 4) return color.slice(0, 7).toLowerCase();
    return toHex(Array.from(color.slice(1), (digit) => Number.parseInt(digit + digit, 16)) as [number, number, number]);
  }
  const canvas = typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
  if (!canvas) return null;
  canvas.fillStyle = "#010203";
  canvas.fillStyle = color;
  const said = String(canvas.fillStyle);
  return HEX.test(said) && said !== "#010203" ? said : null;
}

/** Code of the map's table of own colours for others and for missing ones. */
export const OWN_OTHERS = 254;
export const OWN_MISSING = 255;

/** 256 RGBA entries: a code is a class's place. */
export function ownTable(colors: readonly string[], dark: boolean): Uint8Array<ArrayBuffer> {
  const table = new Uint8Array(1024);
  for (let code = 0; code < 256; code++) {
    const hex = colors[code] ?? slotColor(code === OWN_MISSING ? MISSING : OTHERS, dark);
    table.set([...parseHex(hex), 255], code * 4);
  }
  return table;
}
