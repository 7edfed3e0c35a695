/** Every plot that needs Observable Plot: one lazily loaded chunk. */
export { confusion } from "./confusion";
export { depth } from "./depth";
export { entropyStrips } from "./entropy-strips";
export { forest } from "./forest";
export { histogram } from "./histogram";
export { landscape } from "./landscape";
export { reliability } from "./reliability";
export { evaluationFigures, landscapeFigures } from "./report-figures";
export { riskCoverage } from "./risk-coverage";
export { topK } from "./top-k";
export { attributionBars } from "./attribution-bars";
export { groupHeat } from "./group-heat";
export { waterfall } from "./waterfall";
export { worthLines } from "./worth-lines";
export { trend } from "./trend";
export { learningCurve } from "./learning-curve";
