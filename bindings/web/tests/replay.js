// Replays the conformance file of the library: `tests/conformance/README.md`.

/** What a call gives, as the conformance file has it. */
async function result(call) {
  try {
    return { code: "ok", answer: JSON.stringify(await call()) };
  } catch (error) {
    return { code: error.code, answer: JSON.stringify({ code: error.code, error: error.message }) };
  }
}

const unhex = (text) => Uint8Array.from(text.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));

/** Names of the fields of an object, in their order. */
const fields = (answer) => Object.keys(JSON.parse(answer));

/**
 * Gives back how many cases there were, and those that differ. `open` is of
 * the package, `files` are the parsed files by name, `bytes` reads a file of
 * the folder or the embedded knowledge base.
 */
export async function replay(open, files, bytes) {
  let cases = 0;
  const different = [];
  for (const [name, file] of Object.entries(files)) {
    if (file.count !== file.cases.length) different.push(`${name} has ${file.cases.length} cases of ${file.count}`);
    const library = await open(await bytes(file.knowledge_base));
    for (const one of file.cases) {
      cases += 1;
      const { code, answer } = await call(open, library, one, bytes);
      const same = code === one.code && (one.status === 0) === (code === "ok");
      const told = one.fields ? fields(answer).join() === one.fields.join() : answer === one.answer;
      if (!same || !told) different.push(`${name}: ${one.name}: ${code} ${answer.slice(0, 300)}`);
    }
  }
  return { cases, different };
}

async function call(open, library, one, bytes) {
  let asked = library;
  if (one.school !== undefined) {
    const file = await bytes(`schools/${one.school}.json`);
    const laid = await result(async () => ((asked = await library.withSchool(file)), null));
    if (laid.code !== "ok") return laid;
  }
  switch (one.call) {
    case "search":
      return result(() => asked.search(one.text, one.limit));
    case "tool":
      return result(() => asked.tool(one.tool));
    case "check":
      return result(() => asked.check(one.tool, one.question, one.language));
    case "questionnaire":
      return result(() => asked.questionnaire(one.answers, one.question, one.language));
    case "info":
    case "with_school":
      return result(() => asked.info(one.today ?? null));
    case "open":
      try {
        const opened = await open(unhex(one.bytes));
        return result(() => opened.info(null));
      } catch (error) {
        return result(() => {
          throw error;
        });
      }
    default:
      return { code: `no such call: ${one.call}`, answer: "" };
  }
}
