import { serve, type Operations } from "../../pipeline/protocol";
import { startConductor } from "../conductor";
import { browserEnvironment } from "../environment.browser";
import { parentEndpoint, workerEndpoint } from "./endpoints.browser";
import laneUrl from "./lane.browser.ts?worker&url";

const spawnLane = () => workerEndpoint(new URL(laneUrl, import.meta.url).href, "phenolens-lane");
serve<Operations>(startConductor(browserEnvironment(spawnLane)).handlers, parentEndpoint());
