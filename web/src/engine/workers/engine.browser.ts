import { serve, type Operations } from "../../contract/protocol";
import { conductorHandlers } from "../conductor";
import { browserEnvironment } from "../platform/environment.browser";
import { parentEndpoint, workerEndpoint } from "./endpoints.browser";
import laneUrl from "./lane.browser.ts?worker&url";

const spawnLane = () => workerEndpoint(new URL(laneUrl, import.meta.url).href, "phenolens-lane");
serve<Operations>(conductorHandlers(browserEnvironment(spawnLane)), parentEndpoint());
