import { withoutEnding } from "../../../contract/cell-files";
import { fileName } from "../../../exports/save";
import * as state from "../../store";

/** The file's name without its ending, to name exported files. */
export const baseName = () => fileName(withoutEnding(state.info.value?.name ?? "cells"));
