export { MagditError } from "./api.js";
export { openStatic } from "./static/source.js";
