// The page side of every panel: builds the controls that Python declares, shows one picture and one status line.
// A control is known by its position, a whole number: a step of a slider, an option, off or on, presses of a button.

const PATIENCE = 4000; // milliseconds without an answer before the status line says why
const PACE = 60; // milliseconds between two steps of Play, at least

function add(parent, tag, properties = {}, attributes = {}) {
  const element = Object.assign(document.createElement(tag), properties);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return parent.appendChild(element);
}

// Jupyter's shortcuts would take the arrow keys; it looks for this mark on the focused element itself.
const focusable = (label) => ({ "aria-label": label, "data-lm-suppress-shortcuts": "true" });

// Each kind builds its elements, calls `moved(position)` when the reader moves it, and returns how to set it.
const kinds = {
  slider(box, { label, texts }, moved) {
    add(box, "span", { textContent: label });
    const text = add(box, "span", { className: "value" }, { "aria-hidden": "true" });
    const input = add(box, "input", { type: "range", min: 0, max: texts.length - 1 }, focusable(label));
    input.oninput = () => moved(+input.value);
    return (position) => {
      input.value = position;
      text.textContent = texts[position];
      input.setAttribute("aria-valuetext", texts[position]);
    };
  },
  choice(box, { label, texts }, moved) {
    add(box, "span", { textContent: label });
    const select = add(box, "select", {}, focusable(label));
    for (const text of texts) add(select, "option", { textContent: text });
    select.onchange = () => moved(select.selectedIndex);
    return (position) => (select.selectedIndex = position);
  },
  toggle(box, { label }, moved) {
    const input = add(box, "input", { type: "checkbox" }, focusable(label));
    add(box, "span", { textContent: label });
    input.onchange = () => moved(+input.checked);
    return (position) => (input.checked = position === 1);
  },
  button(box, { label }, moved) {
    let presses = 0;
    add(box, "button", { type: "button", textContent: label, onclick: () => moved(presses + 1) }, focusable(label));
    return (position) => (presses = position);
  },
};

function render({ model, el }) {
  const root = add(el, "fieldset", { className: "hand-panel" });
  add(root, "legend", { textContent: model.get("title") });
  const bar = add(root, "div", { className: "controls" });
  let image = add(root, "img");
  const status = add(root, "p", {}, { role: "status" });

  const set = {}; // name -> how to set that control
  const positions = {}; // name -> where it stands
  let asked = 0; // the question under way, numbered by the clock: so numbers grow when the page is loaded again
  let painted = 0; // the newest question whose answer is on the page
  let changed = false; // since that question was sent
  let player = null; // the slider that plays
  let timer;

  function move(name, position) {
    set[name]((positions[name] = position));
    changed = true;
    root.setAttribute("aria-busy", "true");
    if (painted >= asked) ask();
  }

  function ask() {
    changed = false;
    asked = Math.max(asked + 1, Date.now());
    model.send({ asked, positions });
    clearTimeout(timer);
    timer = setTimeout(() => (status.textContent = "No answer yet: a cell is running, or this one must be run again."), PATIENCE);
  }

  function picture({ picture, width, height, alt }) {
    const src = URL.createObjectURL(new Blob([picture], { type: "image/jpeg" }));
    return Object.assign(new Image(width, height), { src, alt });
  }

  async function show() {
    const shown = model.get("shown");
    const next = picture(shown);
    await next.decode().catch(() => {}); // swapped only when it can be painted at once: no flicker
    if (shown !== model.get("shown")) return URL.revokeObjectURL(next.src); // a newer answer is on its way
    URL.revokeObjectURL(image.src);
    image.replaceWith(next);
    image = next;
    painted = shown.answered;
    if (painted < asked) return; // the answer to another view of this panel
    clearTimeout(timer);
    status.textContent = shown.status;
    if (changed) return ask();
    for (const name in shown.positions) set[name]((positions[name] = shown.positions[name]));
    root.setAttribute("aria-busy", player !== null);
    if (player) timer = setTimeout(player, PACE);
  }
