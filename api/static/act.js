// The text of an act: words that carry facts can be chosen, and show which facts were read there.
"use strict";

/** The list of facts of the part in which a mark stands. */
function factsOf(mark) {
  return mark.closest(".part").querySelector(":scope > .marks-row > details.facts-of");
}

function show(mark) {
  const facts = factsOf(mark);
  if (facts) facts.open = !facts.open;
}

for (const mark of document.querySelectorAll(".act-text mark")) {
  mark.addEventListener("click", (event) => {
    if (event.target.closest("mark") === mark) show(mark);
  });
}
