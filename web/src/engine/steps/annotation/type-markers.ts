import type { GroupRow, MarkerFile } from "../../../contract/groups";
import type { HeadInfo } from "../../../contract/types";
import type { Job } from "../../pool/job";
import { knownMarkers, parseMarkers, MARKERS, type KnownMarkers } from "../groups/known-markers";
import { hitsOf, markersOf } from "../groups/labelled-groups";
import { shareOf } from "../groups/suspicion";
import { ontology, type Ontology } from "../trust/is-a";
import { plainLabel } from "../trust/plain-label";

/** Share of a type's markers among a group's top genes from which the group is called by them, where no model has run. */
const NAMED_BY = 0.5;

/** Known markers of cell types, whatever a model's classes are: the types of the table are the classes. */
export class TypeMarkers {
  private constructor(
    readonly known: KnownMarkers,
    private readonly head: HeadInfo,
    private readonly terms: Ontology,
  ) {}

  static async read({ file, matrix, models }: Pick<Job, "file" | "matrix" | "models">, own: MarkerFile | undefined): Promise<TypeMarkers> {
    const terms = await ontology(file.asset);
    const table = own ?? { name: MARKERS, text: new TextDecoder().decode(await file.asset(MARKERS)) };
    const labels = [...parseMarkers(table).types.keys()];
    const classes = labels.map((label) => ({ label, ontologyId: terms.termOf(label) ?? "" }));
    const head: HeadInfo = { phenotype: "cell_type", classes, temperature: 1 };
    return new TypeMarkers(await knownMarkers(file, matrix, head, await models.aliases(), own), head, terms);
  }

  /** A type of the table by term or name, else the finest one above the term; -1 where there is none. */
  private codeOf(name: string, term: string): number {
    const { classes } = this.head;
    const same = classes.findIndex(
      ({ label, ontologyId }) => plainLabel(label) === plainLabel(name) || (term !== "" && ontologyId === term),
    );
    return same >= 0 || term === "" ? same : this.terms.classAbove(term, classes);
  }

  /** The type of the table that a class is or belongs to, and its measured markers as columns of the matrix; null where there is none. */
  ownOf(name: string, term: string): { name: string; genes: number[] } | null {
    const code = this.codeOf(name, term);
    const genes = this.known.byClass.get(code)?.map(({ gene }) => gene) ?? [];
    return genes.length > 0 ? { name: this.head.classes[code]!.label, genes } : null;
  }

  /** Markers of a type among a group's top genes, and the type these fit clearly better. */
  of(top: Int32Array | null, name: string, term: string): Pick<GroupRow, "markers" | "rather"> {
    if (!top) return { markers: null, rather: null };
    const found = markersOf(this.known, hitsOf(this.known, this.head, top), this.codeOf(name, term));
    // A finer or coarser type of the same kind is no other type.
    const other = found.rather && this.head.classes.find(({ label }) => label === found.rather!.label);
    const isKin = other && term !== "" && (this.terms.isA(other.ontologyId, term) || this.terms.isA(term, other.ontologyId));
    return isKin ? { ...found, rather: null } : found;
  }

  /** The type whose markers are there most; null where none has half of them. */
  best(top: Int32Array | null): { name: string; ontologyId: string; share: number } | null {
    const hits = top ? [...hitsOf(this.known, this.head, top)] : [];
    const [most] = hits.sort(([, a], [, b]) => shareOf(b) - shareOf(a) || b.found.length - a.found.length);
    if (!most || shareOf(most[1]) < NAMED_BY) return null;
    const { label, ontologyId } = this.head.classes[most[0]]!;
    return { name: label, ontologyId, share: shareOf(most[1]) };
  }
}
