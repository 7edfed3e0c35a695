/** Characters that part fields. */
export const SEPARATORS = ["\t", ",", ";", " "] as const;
export type Separator = (typeof SEPARATORS)[number];

/** Fields of a line; quotes are taken off, and what stands between them is one field. */
export function fieldsOf(line: string, separator: Separator): string[] {
  if (!line.includes('"')) return line.split(separator);
  const fields: string[] = [];
  for (let at = 0; at <= line.length;) {
    if (line[at] === '"') {
      let field = "";
      let from = at + 1;
      let to = line.indexOf('"', from);
      for (; to >= 0 && line[to + 1] === '"'; to = line.indexOf('"', from)) {
        field += line.slice(from, to + 1);
        from = to + 2;
      }
      field += line.slice(from, to < 0 ? undefined : to);
      fields.push(field);
      const next = to < 0 ? -1 : line.indexOf(separator, to);
      at = next < 0 ? line.length + 1 : next + 1;
    } else {
      const next = line.indexOf(separator, at);
      fields.push(line.slice(at, next < 0 ? undefined : next));
      at = next < 0 ? line.length + 1 : next + 1;
    }
  }
  return fields;
}

/**
 * What parts the fields of a table, by its heading and its first row of values: the heading has as many fields as the row, or one fewer,
 * as R's write.table leaves the corner out. Null where nothing does.
 */
export function separatorOf(heading: string, row: string): Separator | null {
  const fits = SEPARATORS.map((separator) => ({
    separator,
    head: fieldsOf(heading, separator).length,
    width: fieldsOf(row, separator).length,
  }));
  const found = fits.filter(({ head, width }) => width > 1 && (head === width || head === width - 1));
  return found.sort((a, b) => b.width - a.width)[0]?.separator ?? null;
}
