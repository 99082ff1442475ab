// A chart as a PNG file, made in the browser: as it stands on the page, with the title, unit and notes of its panel, the
// mark of example data and the source line. The page gives the words (picture.py); nothing is asked of the server but
// its own typeface, because an SVG that is drawn as an image knows no font of the document.
(() => {
  const SCALE = 3; // pixels of the file for one on screen: 300 dpi at the size of the screen
  const EDGE = 24;
  const NARROWEST = 480;
  const GAP = 12;
  const FADED = 0.75;
  const LONGEST_NAME = 60;
  const FAMILY = "Source Sans";

  document.addEventListener("click", async (event) => {
    const button = event.target.closest?.("button.unduh-gambar");
    if (!button || button.ariaBusy) return;
    button.ariaBusy = "true";
    try {
      await save(button.closest(".stElementContainer"));
    } finally {
      button.ariaBusy = null;
    }
  });

  async function save(place) {
    const panel = place.closest("[class*='st-key-panel_']");
    const chart = place.previousElementSibling.querySelector(".svg-container");
    const drawing = await imageOf(chart);
    const sheet = compose(panel, chart, drawing);
    const blob = await new Promise((done) => sheet.toBlob(done, "image/png"));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${said("--berkas")}-${slug(titleOf(panel))}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  async function imageOf(chart) {
    const { width, height } = chart.getBoundingClientRect();
    const layers = [...chart.querySelectorAll("svg.main-svg")].map((layer) => {
      const copy = layer.cloneNode(true);
      copy.querySelectorAll(".hoverlayer, .draglayer").forEach((part) => part.replaceChildren());
      copy.querySelectorAll(".sankey-link").forEach((ribbon) => (ribbon.style.opacity = 1)); // faded in, if at all
      return new XMLSerializer().serializeToString(copy);
    });
    const font = `@font-face{font-family:"${FAMILY}";font-weight:100 900;src:url(${await typeface()})}`;
    const size = `width="${width * SCALE}" height="${height * SCALE}" viewBox="0 0 ${width} ${height}"`;
    const whole = `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${font}</style>${layers.join("")}</svg>`;
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(whole)}`;
    await image.decode();
    return image;
  }

  async function typeface() {
    const isOurs = (rule) =>
      rule instanceof CSSFontFaceRule && rule.style.fontFamily.includes(FAMILY) && rule.style.fontStyle === "normal";
    const rule = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).find(isOurs);
    const address = rule.style.getPropertyValue("src").match(/url\("?([^")]+)/)[1];
    const font = await fetch(new URL(address, rule.parentStyleSheet.href ?? document.baseURI));
    const reader = new FileReader();
    reader.readAsDataURL(await font.blob());
    return new Promise((done) => (reader.onload = () => done(reader.result)));
  }

  // The texts are laid out first, for the height of the sheet is theirs and the chart's.
  function compose(panel, chart, drawing) {
    const { width, height } = chart.getBoundingClientRect();
    const room = Math.max(width, NARROWEST);
    const canvas = document.createElement("canvas");
    const pen = canvas.getContext("2d");
    const badge = document.querySelector(".st-key-page_header .stMarkdownBadge");
    const mark = badge && { text: badge.textContent, ...colorsOf(badge), width: widthOf(pen, badge.textContent, bold(13)) + 16 };
    const { above, below } = wordsOf(panel, chart);
    const blocks = [
      { lines: wrap(pen, titleOf(panel), bold(19), room - (mark ? mark.width + GAP : 0)), font: bold(19), step: 24, alpha: 1 },
      ...above.map((text) => ({ lines: wrap(pen, text, plain(13.5), room), font: plain(13.5), step: 19, alpha: FADED })),
      { height },
      ...below.map((text) => ({ lines: wrap(pen, text, plain(12.5), room), font: plain(12.5), step: 17, alpha: FADED })),
      { rule: true, lines: wrap(pen, said("--sumber"), plain(12), room), font: plain(12), step: 16, alpha: FADED },
    ];
    const heights = blocks.map((block) => block.height ?? block.lines.length * block.step);
    const total = heights.reduce((sum, one) => sum + one + GAP / 2, 0) + 2 * EDGE + GAP;
    canvas.width = Math.round((room + 2 * EDGE) * SCALE);
    canvas.height = Math.round(total * SCALE);
    pen.scale(SCALE, SCALE);
    pen.textBaseline = "alphabetic";
    pen.fillStyle = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    const ink = getComputedStyle(panel).color;
    let top = EDGE;
    blocks.forEach((block, number) => {
      if (block.height) pen.drawImage(drawing, EDGE, top, width, height);
      else top += write(pen, block, { top, room, ink });
      top += heights[number] + GAP / 2;
    });
    if (mark) stamp(pen, mark, EDGE + room);
    return canvas;
  }

  function write(pen, block, { top, room, ink }) {
    const before = block.rule ? GAP : 0;
    pen.fillStyle = ink;
    if (block.rule) {
      pen.globalAlpha = 0.2;
      pen.fillRect(EDGE, top + GAP / 2, room, 1);
    }
    pen.font = block.font;
    pen.globalAlpha = block.alpha;
    block.lines.forEach((line, number) => pen.fillText(line, EDGE, top + before + (number + 0.78) * block.step));
    pen.globalAlpha = 1;
    return before;
  }

  function stamp(pen, mark, right) {
    pen.fillStyle = mark.ground;
    pen.beginPath();
    pen.roundRect(right - mark.width, EDGE, mark.width, 24, 5);
    pen.fill();
    pen.fillStyle = mark.ink;
    pen.font = bold(13);
    pen.fillText(mark.text, right - mark.width + 8, EDGE + 16.5);
  }

  const bold = (size) => `650 ${size}px "${FAMILY}", "Segoe UI", sans-serif`;
  const plain = (size) => `400 ${size}px "${FAMILY}", "Segoe UI", sans-serif`;
  const colorsOf = (part) => ({ ground: getComputedStyle(part).backgroundColor, ink: getComputedStyle(part).color });
  const titleOf = (panel) => panel.querySelector("h1, h2, h3").textContent.trim();

  // What the panel says before and after its chart; not how to click on it, nor the table that can be opened.
  function wordsOf(panel, chart) {
    const texts = [...panel.querySelectorAll(".stMarkdown")].filter(
      (part) => !part.closest(".stExpander, .st-key-map_hint"),
    );
    const isAbove = (part) => part.compareDocumentPosition(chart) & Node.DOCUMENT_POSITION_FOLLOWING;
    return {
      above: texts.filter((part) => isAbove(part)).map(read),
      below: texts.filter((part) => !isAbove(part)).map(read),
    };
  }

  function read(part) {
    const copy = part.cloneNode(true);
    copy.querySelectorAll("h2, [role='img'], [data-testid='stIconMaterial']").forEach((other) => other.remove());
    return copy.textContent.trim().replace(/[ \n]+/g, " ");
  }

  function widthOf(pen, text, font) {
    pen.font = font;
    return pen.measureText(text).width;
  }

  function wrap(pen, text, font, room) {
    const lines = [""];
    for (const word of text.split(" ")) {
      const longer = `${lines.at(-1)} ${word}`.trim();
      if (widthOf(pen, longer, font) <= room || !lines.at(-1)) lines[lines.length - 1] = longer;
      else lines.push(word);
    }
    return lines;
  }

  // A text that the page has put into its style sheet (printing.py): signs are written there by their numbers.
  function said(name) {
    const written = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    return written.slice(1, -1).replace(/\\([0-9a-f]+) /g, (_, sign) => String.fromCodePoint(parseInt(sign, 16)));
  }

  function slug(title) {
    const simple = title.normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
    return simple.length <= LONGEST_NAME ? simple : simple.slice(0, LONGEST_NAME).replace(/-[^-]*$/, "");
  }
})();
