import { startConductor } from "../engine/conductor";
import { loadCore } from "../engine/base/core";
import { openAnySource } from "../engine/formats/any-source.node";
import { nodeEnvironment } from "../engine/platform/environment.node";
import { threadEndpoint } from "../engine/workers/endpoints.node";
import { modelFiles } from "./model-files";
import { asReference, isDataFile, type ReferenceLabels } from "./reference-file";
import type { CallContext, OperationName, Part, Reply, Request } from "../contract/protocol";
import type { ModelInfo, Notice, Progress } from "../contract/types";

/** The engine in this process, its lanes in threads. */
export interface Engine {
  call<N extends OperationName>(name: N, request: Request<N>): Promise<Reply<N>>;
  /** The models named, by name or folder; all that come with the tool where none is. */
  models(names: string[], reference?: ReferenceLabels): Promise<ModelInfo[]>;
  /** What was told of the files opened and of their analyses, each sentence once. */
  notices(): Notice[];
  version(): Promise<string>;
  terminate(): Promise<void>;
}

/** `laneAddress` is the built lane worker. */
export function startEngine(laneAddress: URL, onProgress: (progress: Progress) => void, signal = new AbortController().signal): Engine {
  const environment = nodeEnvironment(() => threadEndpoint(laneAddress), openAnySource);
  const { handlers, models, terminate } = startConductor(environment);
  const notices = new Map<string, Notice>();
  const ask = async <N extends OperationName>(name: N, request: Request<N>): Promise<Reply<N>> => {
    const context: CallContext<Part<N>> = { signal, part() {}, progress: onProgress };
    const handler = handlers[name] as (request: Request<N>, context: CallContext<Part<N>>) => Promise<Reply<N>> | Reply<N>;
    return handler(request, context);
  };
  return {
    async call(name, request) {
      const reply = await ask(name, request);
      if (name === "open" || name === "analyze") {
        for (const notice of (reply as { notices: Notice[] }).notices) notices.set(notice.message, notice);
      }
      return reply;
    },
    notices: () => [...notices.values()],
    async models(names, reference = {}) {
      if (names.length === 0) return models.list();
      const added: ModelInfo[] = [];
      for (const name of names) {
        if (isDataFile(name)) {
          added.push(await asReference(ask, name, reference));
          continue;
        }
        const files = await modelFiles(name);
        added.push(await (files ? models.addFiles(files) : models.addNamed(name)));
      }
      return added;
    },
    version: async () => (await loadCore(environment)).version(),
    terminate,
  };
}
