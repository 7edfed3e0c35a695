/** Numbers as a person reads them: one format per kind of number. What lies between 0 and 1 loses its leading zero, as in print. */

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export function count(value: number): string {
  return Number.isFinite(value) ? grouped.format(value) : "–";
}

/** A number with so many digits after the point, and no zero before it; for axes. */
export function decimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) return "–";
  return value.toFixed(digits).replace(/^(-?)0(?=\.)/, "$1");
}

/** Accuracy, F1, AUROC, calibration errors, Jaccard indices: `.914`. */
export const score = (value: number): string => decimal(value, 3);

/** Probabilities, thresholds of them, entropies and correlations: `.91`. */
export const probability = (value: number): string => decimal(value, 2);

/** Shares: `45%`, `4.5%`, `< 0.1%`. */
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

/** Three significant digits for values of any size, such as logits and attributions; counts have `count`. */
export function value(number: number): string {
  if (!Number.isFinite(number)) return "–";
  const size = Math.abs(number);
  if (size >= 1000) return grouped.format(number);
  if (size !== 0 && size < 0.001) return number.toExponential(1);
  return String(Number(number.toPrecision(3)));
}

/** A change with its sign and one digit after the point: `+1.4`, `−.3`. */
export function signed(change: number): string {
  const size = decimal(Math.abs(change), 1);
  return Number(size) === 0 ? "0" : `${change < 0 ? "−" : "+"}${size}`;
}

/** A p value adjusted for many tests, in a column headed q: `.012`, `< .001`. */
export function qValue(q: number): string {
  return q < 0.001 ? "< .001" : decimal(q, 3);
}

/** A p value in a sentence: `p = .03`, `p < .001`. */
export function pValue(p: number): string {
  if (p < 0.001) return "p < .001";
  return `p = ${decimal(p, p < 0.01 ? 3 : 2)}`;
}

/** Singular or plural by a count, with the count. */
export function many(n: number, one: string, more = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : more}`;
}

/** 12000 as `12k`: axis labels only. */
export function shortNumber(x: number): string {
  const size = Math.abs(x);
  if (size >= 1e6) return `${Number((x / 1e6).toPrecision(2))}M`;
  if (size >= 1e3) return `${Number((x / 1e3).toPrecision(3))}k`;
  return String(Number(x.toPrecision(3)));
}
