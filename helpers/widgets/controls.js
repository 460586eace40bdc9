// The kinds of controls that a panel may have, each a native element with a name.
// A control stands at a position, a whole number: a step of a slider, an option, off or on, presses of a button.
// A field stands at its text.

function add(parent, tag, properties = {}, attributes = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return parent.appendChild(element);
}

// Notebook shortcuts would take the arrow keys; Jupyter looks for this mark on the focused element itself.
const named = (label) => ({ "aria-label": label, "data-lm-suppress-shortcuts": "true" });

// Each kind builds its elements, calls `moved(position)` when the reader moves it, and returns how to set it.
const kinds = {
  slider(box, { label, texts }, moved) {
    add(box, "span", { textContent: label });
    const text = add(box, "span", { className: "value" }, { "aria-hidden": "true" });
    const input = add(box, "input", { type: "range" }, { min: 0, max: texts.length - 1, ...named(label) });
    input.oninput = () => moved(+input.value);
    return (position, said = texts[position]) => {
      input.value = position;
      text.textContent = said;
      input.setAttribute("aria-valuetext", said);
    };
  },
  choice(box, { label, texts }, moved) {
    add(box, "span", { textContent: label });
    const select = add(box, "select", {}, named(label));
    for (const text of texts) add(select, "option", { textContent: text });
    select.onchange = () => moved(select.selectedIndex);
    return (position) => (select.selectedIndex = position);
  },
  toggle(box, { label }, moved) {
    const input = add(box, "input", { type: "checkbox" }, named(label));
    add(box, "span", { textContent: label });
    input.onchange = () => moved(+input.checked);
    return (position) => (input.checked = position === 1);
  },
  field(box, { label }, moved) {
    const question = add(box, "span", { textContent: label });
    const input = add(box, "input", { type: "text", maxLength: 200 }, { autocomplete: "off", ...named(label) });
    input.oninput = () => moved(input.value);
    return (text, said) => {
      if (said) question.textContent = input.ariaLabel = said;
      if (input.value !== text) input.value = text; // untouched, it keeps the cursor where it is
    };
  },
  button(box, { label }, moved) {
    let presses = 0;
    const button = add(box, "button", { type: "button", onclick: () => moved(presses + 1) }, named(label));
    return (position, said = label) => {
      presses = position;
      if (button.textContent !== said) button.ariaLabel = button.textContent = said;
    };
  },
};
