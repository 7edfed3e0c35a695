import type { AnnotationOperations } from "../../../contract/operations/annotation";
import type { Handlers } from "../../../contract/protocol";
import type { Desk } from "../../desk";
import { ontology } from "../trust/is-a";
import { applyAnnotation } from "./apply";
import { withBasis } from "./basis";
import { annotationRows } from "./rows";
import { withReference } from "./reference";
import { splitGroup } from "./split";
import { startAnnotation } from "./start";
import { TermSearch } from "./term-search";

export function annotationOperations(desk: Desk): Handlers<AnnotationOperations> {
  let search: TermSearch | undefined;
  const version = async () => (await desk.core()).version();
  return {
    startAnnotation: async ({ matrix, by }) => startAnnotation(desk.opened(), matrix, by, await version()),
    annotationRows: (asked, context) => desk.sweeping(asked, context, (job) => annotationRows(job, asked)),
    splitGroup: (asked, context) => desk.sweeping(asked, context, (job) => splitGroup(job, asked)),
    async searchTerms({ words, limit }) {
      search ??= new TermSearch(await ontology((path) => desk.environment.asset(path)));
      const classes = desk.models.infos().flatMap(({ heads }) => heads.flatMap((head) => head.classes));
      return search.find(words, limit, new Set(classes.map(({ ontologyId }) => ontologyId.toUpperCase())));
    },
    savedAnnotation: (asked, context) => desk.sweeping(asked, context, (job) => withReference(job, withBasis(job.file, asked.annotation))),
    applyAnnotation: (asked, context) => desk.sweeping(asked, context, async (job) => applyAnnotation(job, asked, await version())),
  };
}
