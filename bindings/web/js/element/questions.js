import { h } from "./dom.js";

/** The questions about a tool that nobody recorded, one at a time. */
export class Questions {
  #words;
  #ask;
  #done;
  #given = [];

  /** `ask(answers)` gives the next step; `done(step)` takes the answer. */
  constructor(words, level, ask, done) {
    this.#words = words;
    this.#ask = ask;
    this.#done = done;
    this.level = level;
    this.node = h("section", { class: "card questions", part: "card" });
  }

  /** Asks for the name first. */
  start(name) {
    const words = this.#words;
    const input = h("input", { id: "tool-name", type: "text", required: true, maxlength: 120, autocomplete: "off", value: name });
    const error = h("p", { class: "problem", role: "alert" });
    this.node.replaceChildren(
      this.#title(words.say("ui.start_questions")),
      h(
        "form",
        {
          class: "question",
          onsubmit: async (event) => {
            event.preventDefault();
            this.name = input.value.trim();
            this.#given = [];
            try {
              await this.#next();
            } catch (thrown) {
              error.textContent = problem(words, thrown);
            }
          },
        },
        h("label", { for: "tool-name" }, words.say("ui.tool_name")),
        input,
        error,
        h("div", { class: "buttons" }, h("button", { type: "submit", class: "primary" }, words.say("ui.next_question"))),
      ),
    );
    input.focus();
  }

  #title(text) {
    return h("h2", { class: "name", role: "heading", "aria-level": this.level, tabindex: -1 }, text);
  }

  async #next() {
    const step = await this.#ask({ name: this.name, answers: Object.fromEntries(this.#given) });
    if (step.step === "done") this.#done(step);
    else this.#show(step);
  }

  #show(step) {
    const words = this.#words;
    const type = step.several ? "checkbox" : "radio";
    const inputs = step.options.map(() => h("input", { type, name: "answer", required: !step.several }));
    const options = step.options.map(({ text }, index) => h("label", { class: "answer" }, inputs[index], h("span", {}, text)));
    const legend = h("legend", { tabindex: -1 }, step.text);
    const progress = `${words.say("questionnaire.number")} ${step.number} ${words.say("questionnaire.of_at_most")} ${step.at_most}`;
    const form = h(
      "form",
      {
        class: "question",
        onsubmit: (event) => {
          event.preventDefault();
          const chosen = step.options.filter((_, index) => inputs[index].checked).map(({ value }) => value);
          this.#given.push([step.key, given(chosen, step.several)]);
          void this.#next();
        },
      },
      h("fieldset", { "aria-describedby": "where" }, legend, h("p", { id: "where", class: "hint" }, step.help), options),
      h(
        "div",
        { class: "buttons" },
        h("button", { type: "submit", class: "primary" }, words.say("ui.next_question")),
        h("button", { type: "button", class: "secondary", onclick: () => this.#back() }, words.say("ui.previous_question")),
      ),
    );
    this.node.replaceChildren(h("p", { class: "progress" }, progress), form);
    legend.focus();
  }

  #back() {
    if (this.#given.length === 0) return this.start(this.name);
    this.#given.pop();
    void this.#next();
  }
}

/** An outage is said as one: the questions may have to be loaded. */
function problem(words, { code }) {
  if (code === "module_refused") return words.say("ui.load_refused");
  if (code === "not_loaded") return `${words.say("ui.load_failed")} ${words.say("ui.load_failed_next")}`;
  return words.say("ui.not_understood");
}

/** What was chosen, as the library reads it. */
function given(chosen, several) {
  if (!several || chosen.some((value) => !Array.isArray(value))) return chosen.at(-1);
  return chosen.flat().sort();
}
