// What can be touched in a picture: a native button over each part of it.  A pointer goes down, moves and comes up, in
// fractions of the picture; keys do the same, and what a screen reader presses is a press.

const KEYS = ["ArrowLeft", "ArrowRight", "ArrowDown", "ArrowUp", "PageUp", "PageDown", "Delete", "Enter", " "];

// Lays handles over `box`; whatever is done to them goes to `report`.
function addHands(box, report) {
  const handles = {}; // name -> its button
  const places = {}; // name -> where that is

  function make(name, drags) {
    const button = add(box, "button", { type: "button", className: drags ? "handle drags" : "handle" }, named(""));
    const tell = (hand, { clientX, clientY }) => {
      const { left, top, width, height } = box.getBoundingClientRect();
      report({ handle: name, hand, x: (clientX - left) / width, y: (clientY - top) / height });
    };
    button.onkeydown = (event) => {
      if (!KEYS.includes(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
      if (!drags && (event.key === "Enter" || event.key === " ")) return; // which press it, natively
      event.preventDefault();
      event.stopPropagation();
      report({ handle: name, hand: "key", key: event.key });
    };
    button.onclick = ({ detail }) => (!drags || detail === 0) && report({ handle: name, hand: "press" });
    if (!drags) return button;
    button.onpointerdown = (event) => {
      if (event.button) return;
      button.setPointerCapture(event.pointerId);
      tell("down", event);
    };
    button.onpointermove = (event) => button.hasPointerCapture(event.pointerId) && tell("move", event);
    button.onpointerup = (event) => tell("up", event);
    button.onpointercancel = (event) => tell("up", event);
    return button;
  }

  return (wanted) => {
    for (const { name, label, drags, box: [left, top, width, height] } of wanted) {
      const button = (handles[name] ??= make(name, drags));
      if (button.ariaLabel !== label) button.ariaLabel = label;
      const at = Object.entries({ left, top, width, height }).map(([side, share]) => `${side}: ${100 * share}%`).join("; ");
      if (places[name] !== at) button.style = places[name] = at; // most stay where they are
    }
    for (const name of Object.keys(handles)) {
      if (wanted.some((each) => each.name === name)) continue;
      handles[name].remove();
      delete handles[name];
      delete places[name];
    }
  };
}

// Touches that wait for the question under way: of several moves in a row only the last is kept.
function keepTouch(waiting, touch) {
  const last = waiting.at(-1);
  if (touch.hand === "move" && last?.hand === "move" && last.handle === touch.handle) waiting.pop();
  waiting.push(touch);
  if (waiting.length > 64) waiting.shift();
}
