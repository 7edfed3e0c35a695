import { QUALITY_METRICS, type QualityMetric } from "../pipeline/survey";
import type { Phenotype } from "../pipeline/types";

/** What the map is coloured by. */
export type ColorBy =
  | { kind: "prediction" }
  | { kind: "entropy" }
  /** Of two models; a link does not carry it. */
  | { kind: "agreement" }
  | { kind: "quality"; name: QualityMetric }
  /** Of the survey; what was not found again is not shown. */
  | { kind: "clusters" }
  /** Within the survey's limits of quality, or beyond. */
  | { kind: "limits" }
  | { kind: "column"; name: string }
  | { kind: "gene"; name: string }
  /** What a gene adds to the logit explained last. */
  | { kind: "attribution"; name: string };

export const STEPS = ["data", "survey", "predict", "trust", "why"] as const;
export type Step = (typeof STEPS)[number];

/** What a link carries, beside the data's address in `?h5ad=`. Absent means the default. */
export interface View {
  step?: Step;
  /** A model's name, or `file` for the file's own labels. */
  model?: string;
  head?: Phenotype;
  color?: ColorBy;
  layout?: string;
  theme?: "light" | "dark";
  /** Asked for by hand, for tests and for comparing. */
  backend?: "wasm" | "webgpu";
}

function colorText(color: ColorBy): string {
  return "name" in color ? `${color.kind}:${color.name}` : color.kind;
}

function parseColor(text: string): ColorBy | undefined {
  const [kind, ...rest] = text.split(":");
  const name = rest.join(":");
  if (kind === "prediction" || kind === "entropy" || kind === "clusters" || kind === "limits") return { kind };
  if ((kind === "column" || kind === "gene") && name) return { kind, name };
  const metric = QUALITY_METRICS.find((one) => one === name);
  if (kind === "quality" && metric) return { kind, name: metric };
  return undefined;
}

/** The hash for a view, without `#`; defaults are left out, keys in a fixed order. */
export function toHash(view: View): string {
  const pairs = new URLSearchParams();
  for (const key of ["step", "model", "head", "layout", "theme", "backend"] as const) if (view[key]) pairs.set(key, view[key]);
  if (view.color && view.color.kind !== "prediction" && view.color.kind !== "agreement") pairs.set("color", colorText(view.color));
  return pairs.toString();
}

/** Reads a hash; what it does not know it leaves out. */
export function fromHash(hash: string): View {
  const pairs = new URLSearchParams(hash.replace(/^#/, ""));
  const view: View = {};
  const one = <T extends string>(key: string, allowed: readonly T[]) => allowed.find((value) => value === pairs.get(key));
  const step = one("step", STEPS);
  if (step) view.step = step;
  for (const key of ["model", "head", "layout"] as const) {
    const value = pairs.get(key);
    if (value) view[key] = value;
  }
  const color = parseColor(pairs.get("color") ?? "");
  if (color) view.color = color;
  const theme = one("theme", ["light", "dark"]);
  if (theme) view.theme = theme;
  const backend = one("backend", ["wasm", "webgpu"]);
  if (backend) view.backend = backend;
  return view;
}

export type DataLink = { kind: "none" } | { kind: "open"; url: string } | { kind: "redirect"; to: string } | { kind: "bad"; why: string };

/**
 * What to do about `?h5ad=`: open an address of this origin here; send another origin's to remote.html,
 * whose policy may fetch it; refuse what is neither.
 */
export function dataLink(page: URL): DataLink {
  const asked = new URLSearchParams(page.search).get("h5ad");
  if (!asked) return { kind: "none" };
  let url: URL;
  try {
    url = new URL(asked, page);
  } catch {
    return { kind: "bad", why: `“${asked}” is not an address.` };
  }
  if (url.origin === page.origin && url.protocol.startsWith("http")) return { kind: "open", url: url.href };
  const isLocal = url.protocol === "http:" && ["localhost", "127.0.0.1"].includes(url.hostname);
  if (url.protocol !== "https:" && !isLocal) return { kind: "bad", why: "Only https:// addresses can be opened." };
  if (/\/remote(\.html)?$/.test(page.pathname)) return { kind: "open", url: url.href };
  const to = new URL("remote.html", page);
  to.search = new URLSearchParams({ h5ad: url.href }).toString();
  to.hash = page.hash;
  return { kind: "redirect", to: to.href };
}
