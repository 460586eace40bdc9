// The page side of every panel: builds the controls that Python declares, shows one picture and one status line.
// Python puts controls.js, ink.js, screens.js and hands.js before this file.

const DIMMED = 500; // milliseconds without an answer before the picture dims: it is that of other settings
const PATIENCE = 4000; // and before the status line says why, as far as that is certain
const PACE = 60; // milliseconds from a picture to the next step of Play
const NARROW = 700; // page pixels; on less, axes stand one below the other
const BESIDE = 540; // from here on there is still room for the controls beside them

const GONE = "The kernel was restarted or stopped: run the first cells again, then this one.";
const CUT_OFF = "This page has no connection to its kernel. If it does not come back, start the course again.";
const BUSY = "A cell is running. The picture follows as soon as it is done.";
const WAITING = "No answer yet. If no cell is running, run this one again.";

// Jupyter's own pages tell of the kernel (null: there is none); elsewhere only the silence is certain.
function why(kernel) {
  if (kernel === null || kernel?.status === "dead") return GONE;
  if (kernel?.connectionStatus && kernel.connectionStatus !== "connected") return CUT_OFF;
  return kernel?.status === "busy" ? BUSY : WAITING;
}

function render({ model, el }) {
  const title = model.get("title");
  const root = add(el, "div", { className: "hand-panel" }, { role: "group", "aria-label": title });
  add(root, "div", { className: "title", textContent: title });
  const bars = { "": add(root, "div", { className: "controls" }) }; // by the name of what is folded away
  const box = add(root, "div", { className: "picture" });
  const screen = screenFor(box, model);
  const hands = addHands(box, touch);
  const status = add(root, "p", {}, { role: "status" });

  const set = {}; // name -> how to set that control
  const positions = {}; // name -> where it stands
  let sent = {}; // where they stood when the question under way was sent
  const players = []; // how to switch each Play button on or off
  const touches = []; // what was done to the picture since the last question
  let asked = 0; // the question under way, numbered by the clock, so that a page loaded again goes on from there
  let painted = 0; // the newest question whose answer is on the page
  let changed = false; // has anything moved since that question was sent?
  let step = null; // what the slider that plays does next
  let told = false; // does the status line say why the picture is that of other settings?
  let { narrow } = model.get("shown"); // do axes stand one below the other?
  let stepping, dimming, telling; // timers

  function place(name, position, text) {
    positions[name] = position;
    set[name](position, text);
  }

  function move(name, position) {
    place(name, position);
    askSoon();
    if (name === "play") comeIntoView();
  }

  // Who presses Play wants to see what happens: all of the panel, or as much as there is room for.
  function comeIntoView() {
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    root.scrollIntoView({ block: "nearest", behavior: still ? "auto" : "smooth" });
  }

  function touch(what) {
    keepTouch(touches, what);
    askSoon();
  }

  function askSoon() {
    changed = true;
    if (painted >= asked || told) ask(); // else once the answer that is under way is here
  }

  function ask() {
    changed = told = false;
    sent = structuredClone(positions);
    asked = Math.max(asked + 1, Date.now());
    stopTimers();
    if (!send({ asked, positions, narrow, touches: touches.splice(0) })) return;
    dimming = setTimeout(() => root.classList.add("stale"), DIMMED);
    telling = setInterval(wonder, PATIENCE);
    sayBusy();
  }

  function send(message) {
    try {
      model.send(message);
      return true;
    } catch {
      tell(GONE); // the line to the kernel is closed for good
      return false;
    }
  }

  function wonder() {
    if (send({ waiting: true }) && !told) tell(why(model.widget_manager?.kernel));
  }

  function hear({ busy }) {
    if (busy && painted < asked) tell(BUSY);
  }

  // The picture is not that of the controls: it dims, and the status line says why.
  function tell(reason) {
    told = true;
    for (const play of players) play(false);
    if (status.textContent !== reason) status.textContent = reason;
    root.classList.add("stale", "told");
    sayBusy();
  }

  function stopTimers() {
    for (const timer of [stepping, dimming, telling]) clearTimeout(timer); // which ends an interval too
  }

  async function show() {
    const shown = model.get("shown");
    if (await screen.show(shown, () => shown === model.get("shown"))) settle(shown);
  }

  function settle(shown) {
    painted = shown.answered;
    hands(shown.handles);
    root.dataset.painted = +(root.dataset.painted ?? 0) + 1;
    if (shown.frame) send({ painted: shown.frame }); // so that a live picture comes no faster than this page paints
    if (painted < asked) return; // that was the answer to another view of this panel, or a live picture before it
    stopTimers();
    told = shown.stale; // Python can't draw these settings, and says why
    for (const name of ["stale", "told"]) root.classList.toggle(name, told);
    status.ariaLive = shown.live ? "off" : "polite"; // what goes on is not read out
    if (status.textContent !== shown.status) status.textContent = shown.status;
    // What the reader moved since is newer than the answer; the rest follows it, or Python would take it for moved.
    const newer = (name) => changed && positions[name] !== sent[name];
    for (const name in set) if (!newer(name)) place(name, shown.positions[name], shown.texts[name]);
    if (changed) return ask();
    if (step) stepping = setTimeout(() => step?.(), PACE);
    sayBusy();
  }

  // Readers are told the status once it has settled, not at every step on the way.
  const sayBusy = () => (root.ariaBusy = String(!told && (painted < asked || step !== null)));

  // Canvases take their colours from the page: again whenever it changes them, and once they stand on it.
  function repaint() {
    screen.repaint();
    for (const control of root.querySelectorAll(".controls > *")) control.dispatchEvent(new Event("repaint"));
  }

  function fit() {
    const width = el.clientWidth;
    if (width) repaint();
    if (width) root.classList.toggle("narrow", width < NARROW); // 0: not on the page yet
    root.classList.toggle("beside", BESIDE <= width && width < NARROW);
    if (!width || width < NARROW === narrow) return;
    narrow = !narrow;
    askSoon();
  }

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
    players.push(play);
  }

  function barFor(fold) {
    if (bars[fold]) return bars[fold];
    const details = Object.assign(document.createElement("details"), { ariaLabel: fold });
    add(details, "summary", { textContent: fold }, { "data-lm-suppress-shortcuts": "true" });
    box.before(details);
    return (bars[fold] = add(details, "div", { className: "controls" }));
  }

  for (const control of model.get("controls")) {
    const box = add(barFor(control.fold), control.kind === "toggle" ? "label" : "div", { className: control.kind });
    box.dataset.name = control.name;
    set[control.name] = kinds[control.kind](box, control, (position) => move(control.name, position));
    if (control.play) addPlayer(box, control);
  }
  settle(model.get("shown"));
  const observer = new ResizeObserver(fit);
  observer.observe(el);
  const endWatch = watchTheme(repaint);
  model.on("change:shown", show);
  model.on("msg:custom", hear);
  model.on("comm_live_update", ask); // a kernel went, or came back: does it answer?
  return () => {
    model.off("change:shown", show);
    model.off("msg:custom", hear);
    model.off("comm_live_update", ask);
    observer.disconnect();
    endWatch();
    stopTimers();
    step = null;
    screen.close();
  };
}

export default { render };
