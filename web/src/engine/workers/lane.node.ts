import { serve } from "../../contract/protocol";
import { nodeEnvironment } from "../platform/environment.node";
import { laneHandlers } from "../lane/handlers";
import type { LaneOperations } from "../contract/lane-operations";
import { parentEndpoint } from "./endpoints.node";

const noLanes = () => {
  throw new Error("A lane starts no lanes.");
};
serve<LaneOperations>(laneHandlers(nodeEnvironment(noLanes)), parentEndpoint());
