import { serve } from "../../pipeline/protocol";
import { browserEnvironment } from "../environment.browser";
import { laneHandlers } from "../lane";
import type { LaneOperations } from "../lane-operations";
import { parentEndpoint } from "./endpoints.browser";

const noLanes = () => { throw new Error("A lane starts no lanes."); };
serve<LaneOperations>(laneHandlers(browserEnvironment(noLanes)), parentEndpoint());
