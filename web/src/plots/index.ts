/** Every plot that needs Observable Plot: one lazily loaded chunk. */
export { confusion } from "./confusion";
export { entropyStrips } from "./entropy-strips";
export { histogram } from "./histogram";
export { reliability } from "./reliability";
export { topK } from "./top-k";
