/** Numbers as a person reads them. Shares lose their leading zero, as in print. */

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export function count(value: number): string {
  return Number.isFinite(value) ? grouped.format(value) : "–";
}

/** `.914`; 1 and 0 keep their digit. */
export function share(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return "–";
  const text = value.toFixed(digits);
  return text.replace(/^(-?)0(?=\.)/, "$1");
}

export function percent(value: number): string {
  if (!Number.isFinite(value)) return "–";
  const hundredth = value * 100;
  if (hundredth > 0 && hundredth < 0.1) return "< 0.1%";
  const digits = hundredth >= 10 || hundredth === 0 ? 0 : 1;
  return `${hundredth.toFixed(digits)}%`;
}

export function bytes(value: number): string {
  if (value < 1000) return `${value} B`;
  const units = ["kB", "MB", "GB", "TB"];
  let scaled = value / 1000;
  let unit = 0;
  while (scaled >= 1000 && unit < units.length - 1) {
    scaled /= 1000;
    unit++;
  }
  return `${scaled.toFixed(scaled < 10 ? 1 : 0)} ${units[unit]}`;
}

/** Seconds left or taken, coarse on purpose; number and unit stay on one line. */
export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)}\u00a0s`;
  if (seconds < 90) return `${Math.round(seconds)}\u00a0s`;
  if (seconds < 5400) return `${Math.round(seconds / 60)}\u00a0min`;
  return `${(seconds / 3600).toFixed(1)}\u00a0h`;
}

export function rate(value: number): string {
  return value >= 100 ? count(value) : value.toFixed(value < 10 ? 1 : 0);
}

/** Three significant digits for values of any size. */
export function value(number: number): string {
  if (!Number.isFinite(number)) return "–";
  const size = Math.abs(number);
  if (size >= 1000) return grouped.format(number);
  if (size !== 0 && size < 0.001) return number.toExponential(1);
  return String(Number(number.toPrecision(3)));
}

export function pValue(p: number): string {
  if (p < 0.001) return "p < .001";
  return `p = ${share(p, p < 0.01 ? 3 : 2)}`;
}

/** Singular or plural by a count, with the count. */
export function many(n: number, one: string, more = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : more}`;
}
