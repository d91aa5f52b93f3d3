// What a portal can do with an answer: here it only repeats it.
document.addEventListener("magdit-answer", ({ detail: { answer } }) => {
  document.querySelector("#log").textContent = `${answer.name}: ${answer.headline}`;
});
