import { AnalysisError } from "../../contract/errors";
import { classInfo } from "../../contract/known-classes";
import type { Manifest } from "../../contract/manifest";
import type { ClassInfo, HeadInfo, ModelInfo, Phenotype, TermBy } from "../../contract/types";
import { readVocabulary, type Vocabulary } from "../genes/vocabulary";
import { checkManifest } from "./manifest";
import { sha256 } from "../base/sha256";

/** Bytes of a file of the folder, by its name; `report` hears of downloads. */
export type ReadFile = (
  path: string,
  report?: (done: number, total: number, source: "network" | "cache") => void,
  sha?: string,
) => Promise<Uint8Array<ArrayBuffer>>;

/** What a model predicts, as its manifest says. */
export function headsOf(manifest: Manifest): HeadInfo[] {
  return manifest.heads.map((head, i) => ({
    phenotype: head.phenotype,
    temperature: head.temperature,
    ...doubtOf(manifest, i),
    ...(manifest.files.profiles ? { hasProfiles: true } : {}),
    ...(head.link === "logistic" ? { link: head.link } : {}),
    ...markersOf(manifest, head.phenotype),
    ...cautionOf(manifest, i),
    classes: head.classes.map(classInfo),
  }));
}

/** A model folder: its manifest, and files read and checked when asked for. */
export class ModelFolder {
  /** How classes came by ontology terms that the manifest did not state: phenotype and label. */
  private readonly termsBy = new Map<string, TermBy>();
  private readonly held = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

  private constructor(
    readonly manifest: Manifest,
    private readonly read: ReadFile,
  ) {}

  static async open(read: ReadFile): Promise<ModelFolder> {
    const text = new TextDecoder().decode(await read("manifest.json"));
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (cause) {
      throw new AnalysisError("model", `manifest.json is not JSON (${(cause as Error).message}).`, { cause });
    }
    return new ModelFolder(checkManifest(json), read);
  }

  get info(): ModelInfo {
    const { manifest } = this;
    const { scheme, top1_agreement: agreement } = manifest.quantization;
    return {
      name: manifest.name,
      title: manifest.title,
      version: manifest.version,
      kind: manifest.kind,
      // A model of another species is asked by the genes it knows alone.
      species: manifest.species === "other" ? "unknown" : manifest.species,
      license: manifest.license,
      citation: manifest.citation,
      trainedOn: manifest.trained_on,
      limits: manifest.limits,
      bytes: Object.values(manifest.files).reduce((sum, file) => sum + file.bytes, 0),
      quantization: agreement === undefined ? scheme : `${scheme}; same first class as before in ${(agreement * 100).toFixed(2)}% of cells`,
      heads: headsOf(manifest).map((head) => ({ ...head, classes: head.classes.map((one) => this.withOrigin(head.phenotype, one)) })),
      genes: manifest.genes,
      hashes: Object.fromEntries(Object.entries(manifest.files).map(([key, file]) => [key, file.sha256])),
    };
  }

  /** Says which term a class is; empty for none. Throws AnalysisError(bad-input) where there is no such class. */
  setTerm(phenotype: Phenotype, label: string, id: string, by: TermBy): void {
    const one = this.manifest.heads.find((head) => head.phenotype === phenotype)?.classes.find((each) => each.label === label);
    if (!one) throw new AnalysisError("bad-input", `${this.manifest.title} has no class ${label} of ${phenotype}.`);
    one.ontology_id = id;
    this.termsBy.set(`${phenotype}\n${label}`, by);
  }

  /** Cell types without an ontology term. */
  unnamed(): string[] {
    const classes = this.manifest.heads.find(({ phenotype }) => phenotype === "cell_type")?.classes ?? [];
    return classes.filter(({ ontology_id }) => !ontology_id).map(({ label }) => label);
  }

  private withOrigin(phenotype: Phenotype, one: ClassInfo): ClassInfo {
    const idBy = this.termsBy.get(`${phenotype}\n${one.label}`);
    return idBy ? { ...one, idBy } : one;
  }

  has(key: string): boolean {
    return key in this.manifest.files;
  }

  /** A file by its key in the manifest (`weights`, `predict`), its checksum verified. */
  async file(key: string, report?: Parameters<ReadFile>[1]): Promise<Uint8Array<ArrayBuffer>> {
    const entry = this.manifest.files[key];
    if (!entry) throw new AnalysisError("model", `Model ${this.manifest.name} has no file ${key}.`);
    const bytes = await this.read(entry.path, report, entry.sha256);
    const found = await sha256(bytes);
    if (found !== entry.sha256) {
      throw new AnalysisError(
        "model",
        `${entry.path} of model ${this.manifest.name} is damaged: its sha256 is ${found.slice(0, 12)}..., the manifest says ` +
          `${entry.sha256.slice(0, 12)}... Download the model again.`,
      );
    }
    return bytes;
  }

  /** Reads every file and compares its checksum: what somebody made is told at once what it lacks. */
  async verify(): Promise<void> {
    for (const key of Object.keys(this.manifest.files)) await this.file(key);
  }

  /** A small file, read once and kept. */
  kept(key: string): Promise<Uint8Array<ArrayBuffer>> {
    let bytes = this.held.get(key);
    if (!bytes) {
      bytes = this.file(key);
      this.held.set(key, bytes);
      bytes.catch(() => this.held.delete(key));
    }
    return bytes;
  }

  /** A small file as text. */
  async text(key: string): Promise<string> {
    return new TextDecoder().decode(await this.kept(key));
  }

  /** The genes it knows. */
  async vocabulary(): Promise<Vocabulary> {
    return readVocabulary(await this.text("genes"));
  }
}

/** What training measured of cells of unseen classes; `metrics` may hold anything. */
function doubtOf({ metrics }: Manifest, head: number): { doubt?: { threshold: number; found: number } } {
  const heads = metrics?.heads;
  const unseen = Array.isArray(heads)
    ? (heads[head] as { unseen?: { threshold?: unknown; found?: unknown } } | undefined)?.unseen
    : undefined;
  const { threshold, found } = unseen ?? {};
  return typeof threshold === "number" && typeof found === "number" ? { doubt: { threshold, found } } : {};
}

/** How a head's attributions ranked known markers: `known_markers` of the manifest's `metrics`, by phenotype. */
function markersOf({ metrics }: Manifest, phenotype: string): Pick<HeadInfo, "knownMarkers"> {
  const listed = (metrics?.known_markers as Record<string, Record<string, unknown> | undefined> | undefined)?.[phenotype];
  const { among_20: among20, auroc, measured_on: on } = listed ?? {};
  return typeof among20 === "number" && typeof auroc === "number" && typeof on === "string" ? { knownMarkers: { among20, auroc, on } } : {};
}

/** What a head's card warns of: `caution` of the manifest's `metrics.heads`. */
function cautionOf({ metrics }: Manifest, head: number): Pick<HeadInfo, "caution"> {
  const listed = Array.isArray(metrics?.heads) ? (metrics.heads[head] as { caution?: Record<string, unknown> } | null)?.caution : undefined;
  const { color, says } = listed ?? {};
  return (color === "amber" || color === "red") && typeof says === "string" && says !== "" ? { caution: { color, says } } : {};
}
