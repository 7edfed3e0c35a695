/** Every plot that needs Observable Plot: one lazily loaded chunk. */
export { confusion } from "./confusion";
export { entropyStrips } from "./entropy-strips";
export { histogram } from "./histogram";
export { reliability } from "./reliability";
export { topK } from "./top-k";
export { attributionBars } from "./attribution-bars";
export { groupHeat } from "./group-heat";
export { waterfall } from "./waterfall";
