import { unsupported } from "./failure";
import { PickleClass } from "./values";

/**
 * Module -> names: what a published classifier is made of. sklearn moved its modules in 0.22, numpy its own in 2.0,
 * scipy its own in 1.8.
 */
const KNOWN: Record<string, string[]> = {
  "numpy.core.multiarray": ["_reconstruct", "scalar"],
  "numpy._core.multiarray": ["_reconstruct", "scalar"],
  "numpy.core.numeric": ["_frombuffer"],
  "numpy._core.numeric": ["_frombuffer"],
  numpy: ["ndarray", "dtype", "matrix", "bool_", "int32", "int64", "float32", "float64", "str_", "object_"],
  _codecs: ["encode"],
  copyreg: ["_reconstructor"],
  copy_reg: ["_reconstructor"],
  builtins: ["object", "bytearray", "set", "frozenset", "list", "dict", "tuple"],
  __builtin__: ["object", "bytearray", "set", "frozenset", "list", "dict", "tuple"],
  collections: ["OrderedDict"],
  "sklearn.linear_model._logistic": ["LogisticRegression"],
  "sklearn.linear_model.logistic": ["LogisticRegression"],
  "sklearn.linear_model._stochastic_gradient": ["SGDClassifier"],
  "sklearn.linear_model.stochastic_gradient": ["SGDClassifier"],
  "sklearn.linear_model._sgd_fast": ["Log", "Hinge", "SquaredHinge", "ModifiedHuber"],
  "sklearn.linear_model.sgd_fast": ["Log", "Hinge", "SquaredHinge", "ModifiedHuber"],
  "sklearn._loss._loss": ["CyHalfBinomialLoss"],
  "sklearn.preprocessing._data": ["StandardScaler"],
  "sklearn.preprocessing.data": ["StandardScaler"],
  "scipy.sparse.csr": ["csr_matrix"],
  "scipy.sparse.csc": ["csc_matrix"],
  "scipy.sparse._csr": ["csr_matrix", "csr_array"],
  "scipy.sparse._csc": ["csc_matrix", "csc_array"],
  "joblib.numpy_pickle": ["NumpyArrayWrapper"],
  "sklearn.externals.joblib.numpy_pickle": ["NumpyArrayWrapper"],
  "celltypist.models": ["Model"],
};

/** The class of a name, where it is one of those known: all others are refused, unread. */
export function knownClass(module: string, name: string): PickleClass {
  if (!Object.hasOwn(KNOWN, module) || !KNOWN[module]!.includes(name)) {
    const shown = `${module}.${name}`.replace(/[^\x21-\x7e]/g, "?").slice(0, 80);
    unsupported(
      `asks for ${shown}, which is no part of a published classifier, so it was left unread: a pickle can ` +
        "name any program. Save a scikit-learn classifier with its scaler as CellTypist does, and drop that",
    );
  }
  return new PickleClass(module, name);
}
