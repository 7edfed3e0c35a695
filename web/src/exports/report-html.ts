/** Text within HTML. */
export const escaped = (text: unknown): string =>
  String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
/** A number with so many decimals; a dash where it is none. */
export const number = (value: number, digits = 3): string => (Number.isFinite(value) ? value.toFixed(digits) : "–");
/** A whole number. */
export const count = (value: number): string => value.toLocaleString("en-US");

/** A table with a caption; nothing without rows, which hold HTML that is escaped already. */
export function table(caption: string, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return "";
  const isWords = columns.map((_, at) => rows.some((row) => /^[^\d<–-]*\p{L}/u.test(row[at] ?? "")));
  const kind = (at: number) => (isWords[at] ? ' class="w"' : "");
  const head = columns.map((one, at) => `<th scope="col"${kind(at)}>${escaped(one)}</th>`).join("");
  const body = rows.map((row) => `<tr>${row.map((one, at) => `<td${kind(at)}>${one}</td>`).join("")}</tr>`).join("");
  const inside = `<caption>${escaped(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody>`;
  return `<div class="wide"><table>${inside}</table></div>`;
}

/** A figure of a report: SVG as text. */
export interface Drawn {
  title: string;
  lead: string;
  svg: string;
}

/** Figures beside each other. */
export function figuresHtml(drawn: readonly Drawn[]): string {
  if (drawn.length === 0) return "";
  const each = drawn.map(
    ({ title, lead, svg }) => `<figure><figcaption><b>${escaped(title)}</b> ${escaped(lead)}</figcaption>${svg}</figure>`,
  );
  return `<div class="figures">${each.join("")}</div>`;
}

const STYLE = `body{font:15px/1.5 Inter,ui-sans-serif,system-ui,sans-serif;color:#1d2127;background:#faf9f6;max-width:1040px;
margin:0 auto;padding:28px 22px 60px;font-variant-numeric:tabular-nums}
h1{font-size:23px;margin:0 0 4px}h3{font-size:15px;margin:16px 0 2px}
h2{font-size:18px;margin:40px 0 4px;border-top:1px solid #e6e3dc;padding-top:22px}
p{color:#5d6672;margin:4px 0 14px}small{color:#8d95a0;white-space:nowrap}
table{border-collapse:collapse;width:100%;font-size:13px;margin:14px 0;background:#fff}
caption{text-align:left;font-weight:600;padding:4px 0}
td,th{padding:4px 8px;text-align:right;border-bottom:1px solid #e6e3dc;vertical-align:top}td:first-child,th:first-child,.w{text-align:left}
th{color:#5d6672;font-weight:500}
.wide{overflow-x:auto}.figures{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,470px),1fr));gap:16px}
figure{margin:0;background:#fff;border:1px solid #e6e3dc;border-radius:10px;padding:12px 14px;overflow-x:auto}
figcaption{font-size:13px;color:#5d6672;margin-bottom:6px}figcaption b{color:#1d2127}svg{max-width:100%;height:auto}
code{font-size:12.5px;overflow-wrap:anywhere}
@page{margin:14mm}
@media print{body{background:#fff;max-width:none;padding:0;font-size:10pt}figure,tr{break-inside:avoid}h2,h3,caption{break-after:avoid}
h2{margin-top:22px;padding-top:12px}.wide,figure{overflow:visible}table{font-size:8.5pt}td,th{padding:3px 5px}
thead{display:table-header-group}
.figures{grid-template-columns:1fr}small{white-space:normal}}`;

/** A page that holds all of it, and asks for nothing else; `body` is HTML. */
export const pageHtml = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><style>${STYLE}</style></head><body>
${body}
</body></html>
`;
