import type { Annotation, AnnotationNames } from "../annotation";
import type { ObsColumns } from "../obs-columns";
import type { OnnxAnswers, OnnxQuestion } from "../onnx";
import type {
  AnnotatedFile,
  Column,
  ColumnInfo,
  Coverage,
  FileInfo,
  FoundInFiles,
  GivenFile,
  ModelInfo,
  OrthologColumns,
  Phenotype,
  Reading,
  Source,
  Species,
} from "../types";

/** The models, the file and what is in it. Whatever reads a matrix, or the names of its genes, is told which. */
export interface FileOperations {
  /**
   * The models that come with the page. `base` is the absolute address of its folder (or of models/ in it); models/,
   * core/, ort/ and h5plugins/ lie there. Called first. `only`: which of them, by their folder.
   */
  models: { request: { base: string; only?: string[] }; reply: ModelInfo[]; part: never };
  /** Fetches every file of some models into the browser's cache, for when there is no network; false where one could not be had. */
  keepModels: { request: { models: string[] }; reply: boolean; part: never };
  /** What an ONNX file among the files does not say of itself, with what was answered already; null where there is nothing to ask. */
  askModel: { request: { files: Record<string, Blob>; answers?: OnnxAnswers }; reply: OnnxQuestion | null; part: never };
  /**
   * Adds a model the user dropped: a folder's files by their path, one .zip, or a model as its authors published it, of ONNX with what
   * was answered; says how all models cover the open file.
   */
  addModel: {
    request: { files: Record<string, Blob>; answers?: OnnxAnswers };
    reply: { model: ModelInfo; coverage: Coverage[] | null };
    part: never;
  };
  /**
   * Says which ontology term (by id or name; empty for none) a class of a model is, in place of what was found by its
   * name; what the model said stays. The model as it is known from now on.
   */
  setClassTerm: { request: { model: string; phenotype: Phenotype; label: string; term: string }; reply: ModelInfo; part: never };
  /** Names of some terms; an id that is no term stays as it is. */
  termNames: { request: { ids: string[] }; reply: string[]; part: never };
  /** Every term above each of some, and itself; of an id that is no term none. */
  termsAbove: { request: { ids: string[] }; reply: string[][]; part: never };
  /** Forgets a model that was added, and what it said of the open file. */
  removeModel: { request: { model: string }; reply: { coverage: Coverage[] | null }; part: never };
  /**
   * Has the open file's genes known by their one-to-one orthologs: a table of two columns (tab or comma), either
   * species first; null takes it back; `mouse` is the table that comes with the page.
   * Of a table of more, whose first row names them, the columns are taken that the file and the models are written in,
   * or those of `columns`; `taken` says which. `species`: whose genes they are known as.
   */
  orthologs: {
    request: ({ table: string | null } | { builtIn: "mouse" }) & { matrix: string; columns?: OrthologColumns };
    reply: {
      pairs: number;
      ambiguous: number;
      found: number;
      species: Species;
      coverage: Coverage[];
      taken: { from: string; to: string } | null;
    };
    part: never;
  };
  /**
   * The column of such a table that names most of the open file's genes, of one species where it is named; `rival` is
   * another species whose column names nearly as many. The columns that come with the page are human and mouse.
   */
  orthologColumn: {
    request: ({ table: string } | { builtIn: "mouse" }) & { matrix: string; species?: string };
    reply: { name: string; species: string; found: number; rival: string | null };
    part: never;
  };
  /** The samples in files that were given together, in archives too. Throws where one lacks a part, which is asked for by name. */
  findSamples: { request: { files: GivenFile[] }; reply: FoundInFiles; part: never };
  open: { request: { source: Source; reading?: Reading }; reply: FileInfo; part: never };
  column: { request: { name: string }; reply: Column; part: never };
  /**
   * Columns made on the page, beside those of the file and read like them by every step: in place of those given before.
   * The columns there are then.
   */
  setColumns: { request: { columns: Column[] }; reply: ColumnInfo[]; part: never };
  /** Ids of some consecutive cells. */
  cellIds: { request: { first: number; count: number }; reply: string[]; part: never };
  /** log1p expression of one gene of a matrix in every cell. */
  gene: { request: { matrix: string; gene: string }; reply: { gene: string; values: Float32Array }; part: never };
  suggestGenes: { request: { matrix: string; prefix: string; limit: number }; reply: string[]; part: never };
  /** The file with what the models said, and what groups of cells were named, added to its tables. */
  annotate: { request: { annotation?: Annotation; names?: AnnotationNames; obs?: ObsColumns }; reply: AnnotatedFile; part: never };
  close: { request: Record<string, never>; reply: null; part: never };
}
