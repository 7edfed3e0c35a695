import { fileName } from "../../../exports/save";
import * as state from "../../store";

/** The file's name without its ending, to name exported files. */
export const baseName = () => fileName(state.info.value?.name.replace(/\.(h5ad|h5|hdf5)$/i, "") ?? "cells");
