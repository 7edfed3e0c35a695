import type { CallContext } from "../../contract/protocol";
import type { CoreModule } from "../base/core";
import type { Environment } from "../base/environment";
import type { OpenedFile } from "../file/opened-file";
import type { Models } from "../model/models";
import type { LanePool } from "./lane-pool";

/** All that a step over the cells gets: on which lanes, with which models, of which matrix of which file, and who hears of it. */
export interface Job<P = never> {
  environment: Environment;
  core: CoreModule;
  models: Models;
  pool: LanePool;
  file: OpenedFile;
  /** `X`, `raw/X` or `layers/NAME`: the file has it. */
  matrix: string;
  context: CallContext<P>;
}
