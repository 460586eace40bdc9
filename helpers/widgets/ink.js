// A sheet to draw on: strokes are drawn by the page at once, and go to Python once the pen rests.  Keys draw too.
// Its position is its strokes: a list of x, y, x, y ... for each, whole numbers from 0 to SHEET.

const SHEET = 280;
const REST = 250; // milliseconds without a stroke before it is sent
const STRIDE = 10; // how far an arrow key moves the pen
const ROOM = 4000; // numbers in all strokes together, and as many Python takes

kinds.ink = (box, { label }, moved) => {
  const keys = "Arrow keys move the pen, Space puts it down and lifts it.";
  add(box, "span", { textContent: label });
  const sheet = add(box, "canvas", { width: SHEET, height: SHEET, tabIndex: 0, title: keys }, { role: "application", ...named(`${label}. ${keys}`) });
  const clear = add(box, "button", { type: "button", textContent: "Clear" }, named(`Clear: ${label}`));
  const said = add(box, "span", { className: "said" }, { role: "status" });
  const pen = sheet.getContext("2d");
  let strokes = [];
  let at = [SHEET / 2, SHEET / 2]; // where the pen of the keys is
  let down = false; // is it on the paper?
  let resting;

  const used = () => strokes.reduce((sum, stroke) => sum + stroke.length, 0);

  function draw() {
    pen.clearRect(0, 0, SHEET, SHEET);
    Object.assign(pen, { lineWidth: 20, lineCap: "round", lineJoin: "round", strokeStyle: getComputedStyle(sheet).color });
    for (const stroke of strokes) {
      pen.beginPath();
      pen.moveTo(stroke[0], stroke[1]);
      for (let i = 0; i < stroke.length; i += 2) pen.lineTo(stroke[i], stroke[i + 1]);
      pen.stroke();
    }
    if (sheet !== document.activeElement) return;
    Object.assign(pen, { lineWidth: 2, strokeStyle: "#888" });
    pen.strokeRect(at[0] - 5, at[1] - 5, 10, 10);
  }

  function rest() {
    clearTimeout(resting);
    resting = setTimeout(() => moved(strokes), REST);
  }

  function go(x, y) {
    at = [x, y].map((value) => Math.min(SHEET, Math.max(0, Math.round(value))));
    if (down && used() < ROOM) {
      strokes.at(-1).push(...at);
      rest();
    }
    draw();
  }

  function lower(yes) {
    if (yes && !down && used() < ROOM) strokes = [...strokes, [...at, ...at]];
    down = yes && used() < ROOM;
    rest();
    draw();
  }

  const place = ({ offsetX, offsetY }) => [(offsetX / sheet.clientWidth) * SHEET, (offsetY / sheet.clientHeight) * SHEET];
  sheet.onpointerdown = (event) => {
    sheet.setPointerCapture(event.pointerId);
    lower(false);
    go(...place(event));
    lower(true);
  };
  sheet.onpointermove = (event) => sheet.hasPointerCapture(event.pointerId) && go(...place(event));
  sheet.onpointerup = sheet.onpointercancel = () => lower(false);
  sheet.onfocus = draw;
  box.addEventListener("repaint", draw);
  sheet.onblur = () => lower(false);
  sheet.onkeydown = (event) => {
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!steps && event.key !== " ") return;
    event.preventDefault();
    event.stopPropagation();
    if (steps) go(at[0] + STRIDE * steps[0], at[1] + STRIDE * steps[1]);
    else lower(!down);
    const [across, along] = at.map((value) => Math.round((100 * value) / SHEET));
    said.textContent = `The pen is ${down ? "down" : "up"}, ${across} % from the left, ${along} % from the top.`;
  };
  clear.onclick = () => {
    clearTimeout(resting);
    down = false;
    moved([]);
  };
  return (position) => {
    if (down || position === strokes) return;
    strokes = position;
    draw();
  };
};
