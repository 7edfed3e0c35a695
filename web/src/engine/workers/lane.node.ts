import { serve } from "../../pipeline/protocol";
import { nodeEnvironment } from "../environment.node";
import { laneHandlers } from "../lane";
import type { LaneOperations } from "../lane-operations";
import { parentEndpoint } from "./endpoints.node";

const noLanes = () => { throw new Error("A lane starts no lanes."); };
serve<LaneOperations>(laneHandlers(nodeEnvironment(noLanes)), parentEndpoint());
