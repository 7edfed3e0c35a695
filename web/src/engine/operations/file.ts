import { AnalysisError } from "../../pipeline/errors";
import type { FileOperations } from "../../pipeline/operations/file";
import type { Handlers } from "../../pipeline/protocol";
import { coverageOf, describe } from "../describe";
import type { Desk } from "../desk";
import { geneValues } from "../gene-values";
import { OpenedFile } from "../opened-file";
import { readOrthologs, translate } from "../orthologs";
import { Pace } from "../pace";
import { loadHdf5 } from "../readers/hdf5";
import { openReader } from "../readers/open";
import { annotate } from "../writers/annotated-h5ad";

export function fileOperations(desk: Desk): Handlers<FileOperations> {
  const { environment, models } = desk;
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
    keepModels: ({ models: names }) => Promise.all(names.map((name) => models.folder(name).verify())).then(() => true, () => false),
    addModel: ({ files }) => desk.inTurn(async () => {
      const model = await models.addFiles(files);
      const { file } = desk;
      if (file) file.info.coverage = await coverageOf(await desk.core(), file, models);
      return { model, coverage: file?.info.coverage ?? null };
    }),
    async cellIds({ first, count }) {
      return (await desk.opened().cellIds()).slice(first, first + count);
    },
    orthologs: (request) => desk.inTurn(async () => {
      const table = "builtIn" in request ? new TextDecoder().decode(await environment.asset(`orthologs/${request.builtIn}.tsv`)) : request.table;
      const file = desk.opened();
      const read = table === null ? null : readOrthologs(table);
      const own = await file.reader.geneIds(file.matrix);
      const found = read ? translate(own, read).found : 0;
      if (read && found === 0) throw new AnalysisError("bad-input", `None of the ${own.ids.length.toLocaleString("en")} genes of ${file.info.name} is in the table of orthologs (${read.pairs.length.toLocaleString("en")} one-to-one pairs). Give the table of this file's species and the models'.`);
      file.orthologs = read;
      file.forgetNames();
      file.info.coverage = await coverageOf(await desk.core(), file, models);
      return { pairs: read?.pairs.length ?? 0, ambiguous: read?.ambiguous ?? 0, found, coverage: file.info.coverage };
    }),
    open: (request, context) => desk.inTurn(async () => {
      await desk.close();
      let pace: Pace | undefined;
      const report = (done: number, total: number) => {
        pace ??= new Pace("download", total, "bytes");
        const { rate, secondsLeft } = pace.add(done - pace.done);
        context.progress({ step: "download", done, total, unit: "bytes", rate, secondsLeft: total > 0 ? secondsLeft : null, source: "network" });
      };
      const core = await desk.core();
      const bytes = (desk.bytes = await environment.openSource(request.source, report));
      const reader = await openReader(bytes, (path) => environment.asset(path), core);
      let file: OpenedFile;
      try {
        file = new OpenedFile(reader, await describe(core, reader, models), bytes.shared?.kind === "url");
      } catch (error) {
        reader.close();
        throw error;
      }
      desk.take(file, bytes.shared ?? request.source);
      if (bytes.note) file.info.notices.unshift({ code: "link", message: bytes.note });
      // The lanes open it too while the page looks at what it holds.
      if (environment.kind === "browser") desk.lanes(0).catch(() => undefined);
      return file.info;
    }),
    column: ({ name }) => desk.opened().column(name),
    async gene({ gene }, { signal }) {
      const current = desk.opened();
      const columns = (await current.geneNames()).find(gene);
      if (!columns) throw new AnalysisError("bad-input", `${current.info.name} has no gene named ${gene}.`);
      const values = await geneValues(desk, current.matrix, columns, signal);
      return { gene, values };
    },
    suggestGenes: async ({ prefix, limit }) => (await desk.opened().geneNames()).suggest(prefix, limit),
    annotate: async () => annotate(await desk.core(), desk.opened(), desk.bytes!, models),
    close: () => desk.inTurn(async () => {
      await desk.close();
      return null;
    }),
  };
}
