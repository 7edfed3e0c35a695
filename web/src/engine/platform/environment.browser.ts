import { AnalysisError } from "../../contract/errors";
import type { Endpoint } from "../../contract/protocol";
import type { Environment } from "../base/environment";
import { servedFolder } from "./model-store.browser";
import { temporaryFile } from "../formats/temporary-file.browser";
import { blobSource, openBrowserSource } from "./sources.browser";

/**
 * A browser's worker. `base` is set by the first `models` request. `openSource`: that of a lane, or one that converts files of other
 * formats; lanes are given what was made of them.
 */
export function browserEnvironment(spawnLane: () => Endpoint, openSource: Environment["openSource"] = openBrowserSource): Environment {
  return {
    kind: "browser",
    base: "",
    cores: navigator.hardwareConcurrency || 2,
    openSource,
    async newFile() {
      const made = await temporaryFile();
      // Its methods are those of its class.
      return Object.assign(made, { opened: async (name: string) => blobSource(await made.written(name)) });
    },
    async asset(path) {
      const url = this.moduleUrl(path);
      let response: Response;
      try {
        response = await fetch(url);
      } catch (cause) {
        throw new AnalysisError("network", `${path} of this page could not be loaded: the connection failed. Try again when online.`, {
          cause,
        });
      }
      if (!response.ok)
        throw new AnalysisError("network", `${path} of this page could not be loaded (${response.status}). Reload the page.`);
      return new Uint8Array(await response.arrayBuffer());
    },
    moduleUrl(path) {
      return new URL(path, this.base || self.location.href).href;
    },
    async modelNames() {
      return JSON.parse(new TextDecoder().decode(await this.asset("models/index.json"))) as string[];
    },
    modelFolder(name) {
      return servedFolder(this.base || self.location.href, name);
    },
    spawnLane,
    // On a busy computer Firefox's worker may never come back from starting a second worker while the first is still loading.
    startsLanesInTurn: navigator.userAgent.includes("Firefox"),
  };
}
