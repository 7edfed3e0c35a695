/** The page's reader of site.json, for scripts that write one. */
export { readSite } from "../web/src/app/site/site-file";
