// The order of the core's rooms, which wasm/core/README.md lists: a room includes those above it, never those below.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const INCLUDE = /^#include "(?:(\w+)\/)?([\w/]+\.hpp)"/gm;

/** Rooms in the order of the README's table. */
export function roomsOf(readme) {
  return [...readme.matchAll(/^\| `(\w+)\/` \|/gm)].map(([, room]) => room);
}

/** What is wrong with the includes of files given as `[path within wasm/core, text]`: one sentence each. */
export function wrongIncludes(rooms, files) {
  const wrong = [];
  for (const [path, text] of files) {
    const [room] = path.includes("/") ? path.split("/") : [null];
    // Files beside the rooms are the composition: they may include them all.
    if (room === null) continue;
    const place = rooms.indexOf(room);
    if (place < 0) wrong.push(`wasm/core/${path}: the room ${room} has no line in wasm/core/README.md.`);
    for (const [, other, file] of text.matchAll(INCLUDE)) {
      const said = other ? `${other}/${file}` : file;
      if (!other) wrong.push(`wasm/core/${path} includes ${said}: name its room, or leave what lies outside the rooms alone.`);
      else if (!rooms.includes(other)) wrong.push(`wasm/core/${path} includes ${said}: there is no room ${other} in wasm/core/README.md.`);
      else if (rooms.indexOf(other) > place)
        wrong.push(`wasm/core/${path} includes ${said}: ${room} stands above ${other} in wasm/core/README.md.`);
    }
  }
  return wrong;
}

/** The same of the core as it is under a folder. */
export function wrongRooms(root) {
  const core = join(root, "wasm/core");
  const files = readdirSync(core, { recursive: true })
    .filter((path) => /\.[ch]pp$/.test(path))
    .map((path) => [path, readFileSync(join(core, path), "utf8")]);
  return wrongIncludes(roomsOf(readFileSync(join(core, "README.md"), "utf8")), files);
}
