import { AnalysisError } from "../../contract/errors";
import type { OnnxAnswers } from "../../contract/onnx";
import type { ModelInfo } from "../../contract/types";
import type { Environment } from "../base/environment";
import { loadCore } from "../base/core";
import type { LaneModel } from "../contract/model";
import { vocabularyIds } from "../genes/known-by";
import { aliasesOf, type Aliases } from "../genes/names";
import { speciesOf } from "../genes/species";
import { ontology } from "../steps/trust/is-a";
import { termOfClass } from "./class-terms";
import { droppedModel, publishedFolder } from "./dropped";
import { ModelFolder } from "./folder";

/** The models at hand: those that come with the tool, and those the user added. */
export class Models {
  private readonly folders = new Map<string, ModelFolder>();
  private known: Promise<Aliases> | undefined;
  private readonly trained = new Map<string, Record<string, Uint8Array<ArrayBuffer>>>();

  constructor(private readonly environment: Environment) {}

  /** Reads the manifests of the models that come with the tool, or of `only` those. */
  async list(only?: string[]): Promise<ModelInfo[]> {
    const names = only ?? (await this.environment.modelNames());
    const read = await Promise.all(names.map((name) => ModelFolder.open(this.environment.modelFolder(name))));
    for (const folder of read) if (!this.folders.has(folder.manifest.name)) this.folders.set(folder.manifest.name, folder);
    return this.infos();
  }

  infos(): ModelInfo[] {
    return [...this.folders.values()].map((folder) => folder.info);
  }

  /**
   * Adds a folder given as path -> file, one .zip of it, or a model as its authors published it, once it has proved whole; one of
   * the same name is replaced. `answers`: what an ONNX file does not say of itself.
   */
  async addFiles(files: Record<string, Blob>, answers?: OnnxAnswers): Promise<ModelInfo> {
    const made = await publishedFolder(this.environment, files, answers);
    const folder = await ModelFolder.open(await droppedModel(this.environment, made ?? files));
    await folder.verify();
    await this.checkSpecies(folder);
    await this.nameClasses(folder);
    return this.add(folder);
  }

  /** Adds a model made here, kept for as long as the page is open. */
  async addTrained(files: Record<string, Uint8Array<ArrayBuffer>>): Promise<ModelInfo> {
    const info = await this.addFiles(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path, new Blob([bytes])])));
    this.trained.set(info.name, files);
    return info;
  }

  /** A model's folder as one .zip. */
  async zip(name: string): Promise<Uint8Array<ArrayBuffer>> {
    const files = await this.files(name);
    const { zipSync } = await import("fflate");
    // The weights hardly shrink, and the rest is small.
    return zipSync(Object.fromEntries(Object.entries(files).map(([path, bytes]) => [`${name}/${path}`, bytes])), {
      level: 6,
      mtime: new Date("2000-01-01"),
    }) as Uint8Array<ArrayBuffer>;
  }

  /** The files of a model's folder, by their path. */
  async files(name: string): Promise<Record<string, Uint8Array<ArrayBuffer>>> {
    const trained = this.trained.get(name);
    if (trained) return trained;
    const folder = this.folder(name);
    const entries = Object.entries(folder.manifest.files).map(async ([key, { path }]) => [path, await folder.file(key)] as const);
    const manifest = new TextEncoder().encode(`${JSON.stringify(folder.manifest, null, 1)}\n`);
    return { "manifest.json": manifest, ...Object.fromEntries(await Promise.all(entries)) };
  }

  /** Adds a model by name or, in Node, by its folder. */
  async addNamed(name: string): Promise<ModelInfo> {
    const folder = await ModelFolder.open(this.environment.modelFolder(name));
    await this.checkSpecies(folder);
    await this.nameClasses(folder);
    return this.add(folder);
  }

  /** Forgets a model; one that is not there is none to forget. */
  remove(name: string): void {
    this.known = undefined;
    this.folders.delete(name);
    this.trained.delete(name);
  }

  folder(name: string): ModelFolder {
    const folder = this.folders.get(name);
    if (!folder)
      throw new AnalysisError("bad-input", `There is no model named ${name}; there are ${[...this.folders.keys()].join(", ") || "none"}.`);
    return folder;
  }

  /** Other names of genes, of the first model that knows aliases. */
  aliases(): Promise<Aliases> {
    return (this.known ??= this.readAliases());
  }

  /** What a lane needs of a model before it runs; the weights of one that the core runs too. */
  async laneModel(name: string): Promise<LaneModel> {
    const folder = this.folder(name);
    const { manifest } = folder;
    const [genesTsv, weights, panel] = await Promise.all([
      folder.text("genes"),
      manifest.kind === "onnx" ? undefined : folder.kept("weights"),
      manifest.kind === "linear" && folder.has("panel") ? folder.kept("panel") : undefined,
    ]);
    return { manifest, genesTsv, ...(weights ? { weights } : {}), ...(panel ? { panel } : {}) };
  }

  private async readAliases(): Promise<Aliases> {
    const vocabularies = await Promise.all([...this.folders.values()].map((folder) => folder.vocabulary()));
    const first = vocabularies.find(({ aliases }) => aliases.some((names) => names.length > 0)) ?? vocabularies[0];
    return first ? aliasesOf(first) : new Map();
  }

  /** A model is asked about cells of the species its manifest names: that of its genes, unless they do not tell. */
  private async checkSpecies(folder: ModelFolder): Promise<void> {
    const { title, species } = folder.info;
    const found = speciesOf(await loadCore(this.environment), vocabularyIds(await folder.vocabulary()));
    if (species === "unknown" || [species, "unknown", "mixed"].includes(found.species)) return;
    const why = found.why.replace(/\.$/, "");
    throw new AnalysisError(
      "model",
      `manifest.json of ${title} says it is of ${species} cells, and its genes are of ${found.species} (${why}): put its species right.`,
    );
  }

  /** Cell types without a term get one by their names; without the table of terms they stay as they are. */
  private async nameClasses(folder: ModelFolder): Promise<void> {
    const labels = folder.unnamed();
    const terms = labels.length > 0 ? await ontology((path) => this.environment.asset(path)).catch(() => null) : null;
    for (const label of terms ? labels : []) {
      const found = termOfClass(label, terms!);
      if (found) folder.setTerm("cell_type", label, found.id, found.by);
    }
  }

  private add(folder: ModelFolder): ModelInfo {
    this.known = undefined;
    this.folders.set(folder.manifest.name, folder);
    return folder.info;
  }
}
