// The rule of lint that keeps the core's rooms free of circles: that it holds, and that it finds what breaks it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { roomsOf, wrongIncludes, wrongRooms } from "../../scripts/lib/rooms.mjs";

const rooms = roomsOf("| folder | what |\n|---|---|\n| `base/` | errors |\n| `stats/` | tests |\n| `analysis` | the composition |\n");

test("the core's rooms include those above them alone", () => {
  assert.deepEqual(wrongRooms(fileURLToPath(new URL("../..", import.meta.url))), []);
});

test("rooms are those that the README lists, and what includes a room below, none, or one that is not listed is found", () => {
  assert.deepEqual(rooms, ["base", "stats"]);
  const wrong = (path, ...includes) => wrongIncludes(rooms, [[path, includes.map((one) => `#include "${one}"\n`).join("")]]);
  assert.deepEqual(wrong("stats/a.cpp", "stats/a.hpp", "base/error.hpp"), []);
  assert.deepEqual(wrong("analysis.cpp", "stats/a.hpp"), []);
  assert.match(
    wrong("base/a.hpp", "base/error.hpp", "stats/a.hpp").join(),
    /^wasm\/core\/base\/a\.hpp includes stats\/a\.hpp: base stands above/,
  );
  assert.match(wrong("stats/a.hpp", "analysis.hpp").join(), /name its room/);
  assert.match(wrong("stats/a.hpp", "gone/a.hpp").join(), /there is no room gone/);
  assert.match(wrong("new/a.hpp").join(), /the room new has no line/);
});
