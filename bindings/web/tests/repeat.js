/** One call a number of times, for its cost: node repeat.js search|check TIMES */
import { open } from "../dist/node.js";

const [what, times] = process.argv.slice(2);
const library = await open();
const question = { role: "teacher", age: 11, sector: "po", as_of: "2026-11-21" };
const calls = {
  search: () => library.search("kahooot", 10).matches.length,
  check: () => library.check("kahoot", question).conditions.length,
};
let seen = 0;
for (let made = 0; made < Number(times); made += 1) seen += calls[what]();
console.log(seen);
