import { serve, type Operations } from "../../contract/protocol";
import { conductorHandlers } from "../conductor";
import { browserEnvironment } from "../platform/environment.browser";
import { parentEndpoint, workerEndpoint } from "./endpoints.browser";
import { openAnyBrowserSource } from "../formats/any-source.browser";
import { removeLeftovers } from "../formats/temporary-file.browser";
import laneUrl from "./lane.browser.ts?worker&url";

// What a page that was closed could not take away itself.
void removeLeftovers();
const spawnLane = () => workerEndpoint(new URL(laneUrl, import.meta.url).href, "phenolens-lane");
serve<Operations>(conductorHandlers(browserEnvironment(spawnLane, openAnyBrowserSource)), parentEndpoint());
