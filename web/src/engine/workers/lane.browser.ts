import { serve } from "../../contract/protocol";
import { browserEnvironment } from "../platform/environment.browser";
import { laneHandlers } from "../lane/handlers";
import type { LaneOperations } from "../contract/lane-operations";
import { parentEndpoint } from "./endpoints.browser";

const noLanes = () => {
  throw new Error("A lane starts no lanes.");
};
serve<LaneOperations>(laneHandlers(browserEnvironment(noLanes)), parentEndpoint());
