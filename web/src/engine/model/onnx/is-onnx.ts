/** Files that hold an ONNX graph, by their ending. */
export const isOnnx = (name: string): boolean => /\.onnx$/i.test(name);
