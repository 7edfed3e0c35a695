/** In place of packages that a library could load and that nothing here has it load. */
export default undefined;
