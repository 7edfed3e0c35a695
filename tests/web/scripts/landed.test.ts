import { expect, test } from "vitest";
import { regressions, told } from "../../bench/landed";
import { row } from "../../bench/table";

const peer = (value: number) => ({ name: "peer 1.0, 2 threads", value });

test("figures worse by more than a tenth are told, beside the same peer by their ratios", () => {
  const before = [
    row("reading", 2, "s", peer(4)),
    row("labels", 1000, "cells/s"),
    row("memory", 100, "MB"),
    row("opening", 1, "s", peer(2)),
    row("labels that differ", 1, "cells"),
    row("difference", 1e-7, ""),
  ];
  const now = [
    // Twice as slow, as the peer is: the machine was busy.
    row("reading", 4, "s", peer(8)),
    row("labels", 800, "cells/s"),
    row("memory", 109, "MB"),
    // Of another peer: the figures themselves.
    row("opening", 1.5, "s", { name: "peer 2.0, 2 threads", value: 30 }),
    row("labels that differ", 5, "cells"),
    row("difference", 1e-6, ""),
    row("new", 1, "s"),
  ];
  const found = regressions(before, now);
  expect(found.map(({ what, isRatio }) => [what, isRatio])).toEqual([
    ["opening", false],
    ["labels", false],
  ]);
  expect(told(found).split("\n")).toEqual([
    "opening: 1.50 s, 1.00 when last landed (50% worse)",
    "labels: 800 cells/s, 1000 when last landed (25% worse)",
  ]);
  const slower = regressions(before, [row("reading", 3, "s", peer(4))]);
  expect(told(slower)).toBe("reading: 0.750 times the peer's, 0.500 when last landed (50% worse)");
});
