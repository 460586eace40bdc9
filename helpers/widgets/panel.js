// The page side of every panel: builds the controls that Python declares, shows one picture and one status line.
// A control stands at a position, a whole number: a step of a slider, an option, off or on, presses of a button.
// A field stands at its text.

const PATIENCE = 4000; // milliseconds without an answer before the status line says why
const WAITING = "No answer yet: a cell is running, or this one must be run again.";
const PACE = 60; // milliseconds from a picture to the next step of Play

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
    return (position) => {
      input.value = position;
      text.textContent = texts[position];
      input.setAttribute("aria-valuetext", texts[position]);
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
    add(box, "span", { textContent: label });
    const input = add(box, "input", { type: "text", maxLength: 40 }, { autocomplete: "off", ...named(label) });
    input.oninput = () => moved(input.value);
    return (text) => input.value !== text && (input.value = text); // untouched, it keeps the cursor where it is
  },
  button(box, { label }, moved) {
    let presses = 0;
    add(box, "button", { type: "button", textContent: label, onclick: () => moved(presses + 1) }, named(label));
    return (position) => (presses = position);
  },
};

function picture({ picture, width, height, alt }) {
  const src = URL.createObjectURL(new Blob([picture], { type: "image/jpeg" }));
  return Object.assign(new Image(width, height), { src, alt, decoding: "sync" }); // painted whole or not at all
}

function render({ model, el }) {
  const title = model.get("title");
  const root = add(el, "div", { className: "hand-panel" }, { role: "group", "aria-label": title });
  add(root, "div", { className: "title", textContent: title });
  const bar = add(root, "div", { className: "controls" });
  let image = root.appendChild(picture(model.get("shown")));
  const status = add(root, "p", {}, { role: "status" });

  const set = {}; // name -> how to set that control
  const positions = {}; // name -> where it stands
  let asked = 0; // the question under way, numbered by the clock, so that a page loaded again goes on from there
  let painted = 0; // the newest question whose answer is on the page
  let changed = false; // has anything moved since that question was sent?
  let step = null; // what the slider that plays does next
  let timer;

  function place(name, position) {
    positions[name] = position;
    set[name](position);
  }

  function move(name, position) {
    place(name, position);
    changed = true;
    if (painted >= asked) ask();
  }

  function ask() {
    changed = false;
    asked = Math.max(asked + 1, Date.now());
    model.send({ asked, positions });
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = WAITING), PATIENCE);
    sayBusy();
  }

  async function show() {
    const shown = model.get("shown");
    const next = picture(shown);
    await new Promise((loaded) => (next.onload = next.onerror = loaded)); // then it takes the old one's place: no flicker
    if (shown !== model.get("shown")) return URL.revokeObjectURL(next.src); // a newer answer is here
    URL.revokeObjectURL(image.src);
    image.replaceWith(next);
    image = next;
    settle(shown);
  }

  function settle(shown) {
    painted = shown.answered;
    if (painted < asked) return; // that was the answer to another view of this panel
    clearTimeout(timer);
    status.textContent = shown.status;
    if (changed) return ask();
    for (const name in set) place(name, shown.positions[name]);
    if (step) timer = setTimeout(() => step?.(), PACE);
    sayBusy();
  }

  // Readers are told the status once it has settled, not at every step on the way.
  const sayBusy = () => (root.ariaBusy = String(painted < asked || step !== null));

  function addPlayer(box, { name, label, texts }) {
    const button = add(box, "button", { type: "button" }, named(""));
    const play = (on) => {
      step = on ? advance : null;
      button.textContent = on ? "Pause" : "Play";
      button.ariaLabel = `${button.textContent}: ${label}`;
      sayBusy();
    };
    const atEnd = () => positions[name] === texts.length - 1;
    const advance = () => (atEnd() ? play(false) : move(name, positions[name] + 1));
    button.onclick = () => {
      play(step !== advance);
      if (step) atEnd() ? move(name, 0) : advance();
    };
    play(false);
  }

  for (const control of model.get("controls")) {
    const box = add(bar, control.kind === "toggle" ? "label" : "div", { className: control.kind });
    set[control.name] = kinds[control.kind](box, control, (position) => move(control.name, position));
    if (control.play) addPlayer(box, control);
  }
  settle(model.get("shown"));
  model.on("change:shown", show);
  return () => {
    model.off("change:shown", show);
    clearTimeout(timer);
    step = null;
    URL.revokeObjectURL(image.src);
  };
}

export default { render };
