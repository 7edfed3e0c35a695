import { AnalysisError } from "../../contract/errors";
import type { FileOperations } from "../../contract/operations/file";
import type { Handlers, Request } from "../../contract/protocol";
import { ontology } from "../steps/trust/is-a";
import { carriedFrom } from "./carried";
import { ANALYZED } from "./analyzed";
import { coverageOf, judgeFile } from "./coverage";
import { describe } from "./describe";
import type { Desk } from "../desk";
import { geneValues, isLarge } from "./gene-values";
import { OpenedFile } from "./opened-file";
import { knownBy, vocabularyIds } from "../genes/known-by";
import { columnOf, columnsOf, readOrthologTable } from "../genes/ortholog-table";
import { translate } from "../genes/orthologs";
import { openingReport } from "./opening-report";
import { askOf } from "../model/dropped";
import { loadHdf5 } from "../readers/hdf5";
import { isFar } from "../readers/byte-source";
import { openReader } from "../readers/open";
import { foundIn } from "../formats/found-in";
import { openStudy } from "./study/open";
import { restoring, scalesOf } from "../readers/restored";
import { annotate } from "../writers/annotated-h5ad";
import { withBasis } from "../steps/annotation/basis";
import { savedConsensus } from "../steps/consensus/consensus";
import { annotationColumns } from "../writers/annotation-columns";

export function fileOperations(desk: Desk): Handlers<FileOperations> {
  const { environment, models } = desk;
  const tableOf = async (request: Request<"orthologs" | "orthologColumn">) =>
    "builtIn" in request
      ? `human\tmouse\n${new TextDecoder().decode(await environment.asset(`orthologs/${request.builtIn}.tsv`))}`
      : request.table;
  return {
    async models({ base, only }) {
      environment.base = base.replace(/models\/$/, "");
      // While the page is being looked at, the lanes can load their libraries.
      if (environment.kind === "browser") desk.warmLanes();
      void loadHdf5();
      const [infos] = await Promise.all([models.list(only), desk.core()]);
      // What the first file will need; failures are met, and told, when it is asked for.
      for (const { name } of infos) models.laneModel(name).catch(() => undefined);
      return infos;
    },
    keepModels: ({ models: names }) =>
      Promise.all(names.map((name) => models.folder(name).verify())).then(
        () => true,
        () => false,
      ),
    askModel: ({ files, answers }) => askOf(files, answers),
    addModel: ({ files, answers }) =>
      desk.inTurn(async () => {
        const model = await models.addFiles(files, answers);
        const { file } = desk;
        if (file) file.info.coverage = await coverageOf(await desk.core(), file, models);
        return { model, coverage: file?.info.coverage ?? null };
      }),
    async setClassTerm({ model, phenotype, label, term }) {
      const known = term === "" ? "" : (await ontology((path) => environment.asset(path))).termOf(term, term);
      if (known === undefined)
        throw new AnalysisError("bad-input", `${term} is no term of the Cell Ontology, nor a name of one. Choose one of those offered.`);
      const folder = models.folder(model);
      folder.setTerm(phenotype, label, known, "hand");
      // What the model said of the open file goes by the same term.
      const found = desk.file && ANALYZED.last(desk.file)?.results.get(model)?.head(phenotype)?.head.classes;
      for (const one of found ?? []) if (one.label === label) one.ontologyId = known;
      return folder.info;
    },
    async termNames({ ids }) {
      const terms = await ontology((path) => environment.asset(path));
      return ids.map((id) => terms.nameOf(id));
    },
    async termsAbove({ ids }) {
      const terms = await ontology((path) => environment.asset(path));
      return ids.map((id) => {
        const term = id === "" ? undefined : terms.termOf(id, id);
        return term === undefined ? [] : [term, ...terms.above(term)];
      });
    },
    removeModel: ({ model }) =>
      desk.inTurn(async () => {
        models.remove(model);
        const { file } = desk;
        if (!file) return { coverage: null };
        ANALYZED.last(file)?.forget(model);
        file.info.coverage = file.info.coverage.filter((one) => one.model !== model);
        return { coverage: file.info.coverage };
      }),
    async cellIds({ first, count }) {
      return (await desk.opened().cellIds()).slice(first, first + count);
    },
    orthologs: (request) =>
      desk.inTurn(async () => {
        const table = await tableOf(request);
        const file = desk.opened();
        const own = await file.reader.geneIds(file.matrixInfo(request.matrix).path);
        const asked = table === null || request.columns ? [] : models.infos();
        const vocabularies = await Promise.all(asked.map(async ({ name }) => vocabularyIds(await models.folder(name).vocabulary())));
        const read = table === null ? null : knownBy(table, own, vocabularies, request.columns);
        const orthologs = read?.orthologs ?? null;
        const pairs = orthologs?.pairs.length ?? 0;
        const found = orthologs ? translate(own, orthologs).found : 0;
        if (orthologs && found === 0)
          throw new AnalysisError(
            "bad-input",
            `None of the ${own.ids.length.toLocaleString("en")} genes of ${file.info.name} is in the table of orthologs ` +
              `(${pairs.toLocaleString("en")} one-to-one pairs). Give the table of this file's species and the models'.`,
          );
        file.knowGenesBy(orthologs);
        const { geneVerdict, coverage } = await judgeFile(await desk.core(), file, models);
        file.species = geneVerdict.species;
        file.info.coverage = coverage;
        return { pairs, ambiguous: orthologs?.ambiguous ?? 0, found, species: geneVerdict.species, coverage, taken: read?.taken ?? null };
      }),
    async orthologColumn(request) {
      const table = readOrthologTable((await tableOf(request))!);
      const file = desk.opened();
      const own = await file.reader.geneIds(file.matrixInfo(request.matrix).path);
      const { column, found, rival } = columnOf(table, own, columnsOf(table, request.species ?? null));
      if (found === 0)
        throw new AnalysisError(
          "bad-input",
          `None of the ${own.ids.length.toLocaleString("en")} genes of ${file.info.name} is in ` +
            `${request.species ? `the column of ${request.species}` : "a column"} of the table of orthologs ` +
            `(${table.columns.map(({ name }) => name).join(", ")}). Give a table with a column of this file's gene names.`,
        );
      return { ...table.columns[column]!, found, rival };
    },
    findSamples: ({ files }) => foundIn(files),
    open: (request, context) =>
      desk.inTurn(async () => {
        const carried = carriedFrom(desk.file);
        await desk.close();
        const report = openingReport(context.progress);
        const core = await desk.core();
        const { source } = request;
        if (source.kind === "study") {
          const study = await openStudy(environment, core, models, source.files, request.reading ?? {}, report);
          const file = new OpenedFile(study.reader, study.info, (path) => environment.asset(path));
          file.carried = carried;
          desk.bytes = study.bytes;
          desk.take(file, source, request.reading ?? {}, study.plan);
          if (environment.kind === "browser") desk.lanes(0).catch(() => undefined);
          return file.info;
        }
        const reading = request.reading ?? {};
        const bytes = (desk.bytes = await environment.openSource(request.source, report, reading));
        const reader = await openReader(bytes, (path) => environment.asset(path), core, reading);
        let file: OpenedFile;
        try {
          const info = await describe(core, reader, models, reading);
          file = new OpenedFile(
            restoring(reader, scalesOf(info.matrices), core),
            info,
            (path) => environment.asset(path),
            isFar(bytes.shared),
          );
        } catch (error) {
          reader.close();
          throw error;
        }
        desk.take(file, bytes.shared ?? request.source, reading);
        if (bytes.note) file.info.notices.unshift({ code: "link", message: bytes.note });
        // The lanes open it too while the page looks at what it holds.
        if (environment.kind === "browser") desk.lanes(0).catch(() => undefined);
        return file.info;
      }),
    column: ({ name }) => desk.opened().column(name),
    setColumns: ({ columns }) => desk.opened().setColumns(columns),
    async gene({ matrix, gene }, { signal }) {
      const file = desk.opened();
      const { path } = file.matrixInfo(matrix);
      const columns = (await file.geneNames(path)).find(gene);
      if (!columns) throw new AnalysisError("bad-input", `${file.info.name} has no gene named ${gene}.`);
      return { gene, values: await geneValues(file, await desk.idleLanes(isLarge(file, path)), path, columns, signal) };
    },
    suggestGenes: async ({ matrix, prefix, limit }) =>
      (await desk.opened().geneNames(desk.opened().matrixInfo(matrix).path)).suggest(prefix, limit),
    annotate: async ({ annotation, names, obs }) => {
      const file = desk.opened();
      const written = annotation && names ? annotationColumns(file, withBasis(file, annotation), names) : null;
      return annotate(await desk.core(), file, desk.bytes!, models, () => desk.newFile(), {
        names: written,
        consensus: await savedConsensus(file),
        obs: obs ?? {},
      });
    },
    close: () =>
      desk.inTurn(async () => {
        await desk.close();
        return null;
      }),
  };
}
