import { around, type Example } from "./example";

/** Plots of Train. */
export const TRAIN: Record<string, Example> = {
  "learning-curve": {
    plot: "learningCurve",
    title: "Learning curve: cells",
    draw: (plots, style, width) =>
      plots.learningCurve(
        {
          by: "cells",
          majority: 0.3,
          points: [250, 500, 1000, 2000].map((cells) => ({
            cells,
            genes: 2000,
            accuracy: around(0.95 - 6 / cells ** 0.6, 0.02),
            macroF1: 0.8,
          })),
        },
        style,
        width,
      ),
  },
};
