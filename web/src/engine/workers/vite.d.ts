/** Vite: the address of a module built as a worker. */
declare module "*?worker&url" {
  const address: string;
  export default address;
}
