// What a panel shows its picture on: an image of pixels, or a canvas on which the page draws what Python describes in
// numbers, maps, bars, lines, dots and words, in page pixels from the upper left corner.

const outlines = {
  circle: (pen, x, y, r) => pen.arc(x, y, r, 0, 7),
  ring: (pen, x, y, r) => pen.arc(x, y, r, 0, 7),
  triangle(pen, x, y, r) {
    pen.moveTo(x, y - 1.25 * r);
    pen.lineTo(x + 1.15 * r, y + 0.8 * r);
    pen.lineTo(x - 1.15 * r, y + 0.8 * r);
    pen.closePath();
  },
  minus(pen, x, y, r) {
    pen.moveTo(x - r, y);
    pen.lineTo(x + r, y);
  },
  plus(pen, x, y, r) {
    outlines.minus(pen, x, y, r);
    pen.moveTo(x, y - r);
    pen.lineTo(x, y + r);
  },
};

// What a map is put on before it is stretched: one for all maps of a shape.
const sheets = {};

function newSheet(columns, rows) {
  const sheet = new OffscreenCanvas(columns, rows);
  const ink = sheet.getContext("2d");
  const image = ink.createImageData(columns, rows);
  return { sheet, ink, image, pixels: new Uint32Array(image.data.buffer) };
}

const marks = {
  map(pen, colours, { box: [x, y, width, height], shape: [rows, columns], levels }) {
    const { sheet, ink, image, pixels } = (sheets[`${rows} ${columns}`] ??= newSheet(columns, rows));
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++)
        pixels[(rows - 1 - row) * columns + column] = colours.levels[levels[row * columns + column]];
    ink.putImageData(image, 0, 0);
    pen.drawImage(sheet, x, y, width, height);
  },
  bar(pen, colours, { box, colour }) {
    pen.fillStyle = colours[colour];
    pen.fillRect(...box);
  },
  line(pen, colours, { points, colour, width, dash }) {
    pen.strokeStyle = colours[colour];
    pen.lineWidth = width;
    pen.setLineDash(dash);
    pen.beginPath();
    for (let i = 0; i < points.length; i += 2) pen.lineTo(points[i], points[i + 1]);
    pen.stroke();
    pen.setLineDash([]);
  },
  dots(pen, colours, { points, shape, colour, size }) {
    const filled = shape === "circle" || shape === "triangle";
    pen.fillStyle = colours[colour];
    pen.strokeStyle = filled ? colours.paper : colours[colour];
    pen.lineWidth = filled ? 0.8 : 1.4;
    for (let i = 0; i < points.length; i += 2) {
      pen.beginPath();
      outlines[shape](pen, points[i], points[i + 1], size);
      if (filled) pen.fill();
      pen.stroke();
    }
  },
  words(pen, colours, { x, y, text, colour, align, size, bold, code }) {
    pen.fillStyle = colours[colour];
    pen.font = `${bold ? 600 : 400} ${size}px ${code ? "ui-monospace, monospace" : "system-ui, sans-serif"}`;
    pen.textAlign = align;
    pen.textBaseline = "middle";
    pen.fillText(text, x, y);
  },
};

// Level 0 to 255 -> pixel: the ramp of three colours, the middle one at 127.
function levelsOf(ramp) {
  const [low, middle, high] = ramp.map((hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)));
  const between = (from, to, share) => from.map((value, i) => Math.round(value + (to[i] - value) * share));
  return Uint32Array.from({ length: 256 }, (_, level) => {
    const [r, g, b] = level < 127 ? between(low, middle, level / 127) : between(middle, high, Math.min(1, (level - 127) / 127));
    return (255 << 24) | (b << 16) | (g << 8) | r;
  });
}

// The marks as Python packs them: a text, in which points and levels are only counted, and a row of each.
function unpacked({ marks, points, levels }) {
  const bytes = ({ buffer, byteOffset, byteLength }) => buffer.slice(byteOffset, byteOffset + byteLength);
  const rows = { points: new Float32Array(bytes(points)), levels: new Uint8Array(bytes(levels)) };
  const at = { points: 0, levels: 0 };
  const take = (name, count) => rows[name].subarray(at[name], (at[name] += count));
  return JSON.parse(marks).map((mark) => {
    for (const name in rows) if (name in mark) mark[name] = take(name, mark[name]);
    return mark;
  });
}

// A canvas in `box`.  `show` draws at the page's next frame and tells whether that was still the newest.
function drawnScreen(box, themes) {
  const element = add(box, "canvas", {}, { role: "img" });
  const pen = element.getContext("2d");
  const palettes = {};
  for (const [name, colours] of Object.entries(themes)) palettes[name] = { ...colours, levels: levelsOf(colours.ramp) };
  let last = null;

  function draw() {
    const { picture, width, height, alt } = last;
    const density = Math.max(1, window.devicePixelRatio) * Math.max(1, element.clientWidth / width);
    const size = [Math.round(width * density), Math.round(height * density)];
    if (element.width !== size[0] || element.height !== size[1]) [element.width, element.height] = size;
    Object.assign(element.style, { width: `${width}px`, aspectRatio: `${width} / ${height}` });
    element.ariaLabel = alt;
    pen.setTransform(size[0] / width, 0, 0, size[1] / height, 0, 0);
    pen.clearRect(0, 0, width, height);
    pen.lineJoin = pen.lineCap = "round";
    const name = getComputedStyle(element).getPropertyValue("--theme").trim() || "light";
    for (const mark of unpacked(picture)) marks[mark.kind](pen, palettes[name], mark);
  }

  return {
    element,
    async show(shown, isNewest) {
      last = shown;
      await new Promise(requestAnimationFrame);
      if (isNewest()) draw();
      return isNewest();
    },
    drawNow(shown) {
      last = shown;
      draw();
    },
    repaint: draw,
    close() {},
  };
}

function photo({ picture, width, height, alt }) {
  const src = URL.createObjectURL(new Blob([picture], { type: "image/jpeg" }));
  return Object.assign(new Image(width, height), { src, alt, decoding: "sync" }); // painted whole or not at all
}

// An image in `box`.  A fresh one takes the place of the old one once it is loaded: no flicker.
function photoScreen(box) {
  let image = add(box, "img");

  function replace(fresh) {
    URL.revokeObjectURL(image.src);
    image.replaceWith(fresh);
    image = fresh;
  }

  return {
    async show(shown, isNewest) {
      const fresh = photo(shown);
      await new Promise((loaded) => (fresh.onload = fresh.onerror = loaded));
      if (isNewest()) replace(fresh);
      else URL.revokeObjectURL(fresh.src);
      return image === fresh;
    },
    drawNow: (shown) => replace(photo(shown)),
    repaint() {}, // an image is the same in every theme
    close: () => URL.revokeObjectURL(image.src),
  };
}

function screenFor(box, model) {
  const shown = model.get("shown");
  const screen = shown.picture.marks ? drawnScreen(box, model.get("colours")) : photoScreen(box);
  screen.drawNow(shown);
  return screen;
}

// Calls `repaint` whenever the page may have turned dark or light: Jupyter, VS Code and Colab each mark it in a way of
// their own.  Returns how to end that.
function watchTheme(repaint) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const page = new MutationObserver(repaint);
  for (const marked of [document.documentElement, document.body])
    page.observe(marked, { attributeFilter: ["data-jp-theme-light", "class", "theme"] });
  system.addEventListener("change", repaint);
  return () => {
    page.disconnect();
    system.removeEventListener("change", repaint);
  };
}
