// The screen of a presentation: turns slides, counts down, points. The slides themselves come as markup from the server.
const PLACE = "jamsos.slide"; // where this tab remembers the slide over a reload
const IDLE_AFTER = 3000; // ms
const READ_FOR = 8000; // ms, the handles with their hint at the beginning
const FRESH_FOR = 6000; // ms
const BY_KEY = {
  ArrowRight: "next", ArrowDown: "next", PageDown: "next", " ": "next", Enter: "next", n: "next",
  ArrowLeft: "previous", ArrowUp: "previous", PageUp: "previous", Backspace: "previous", p: "previous",
  Home: "first", End: "last",
  b: "blank", ".": "blank", a: "auto", f: "full", "?": "help", h: "help", Escape: "escape",
};

const SIGNS = { // drawn in 24 × 24
  previous: "M15 5l-7 7 7 7",
  next: "M9 5l7 7-7 7",
  auto: "M12 4a8 8 0 1 0 8 8M12 8v4l3 2M16 3l4 1-1 4",
  blank: "M3 5h18v11H3zM9 20h6M5 14L18 7",
  full: "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5",
  help: "M8.5 9a3.5 3.5 0 1 1 5.2 3c-1.2.7-1.7 1.3-1.7 2.6M12 19h.01",
  leave: "M6 6l12 12M18 6L6 18",
};

const stages = new WeakMap();

export default function (component) {
  const { parentElement, data, setTriggerValue } = component;
  let stage = stages.get(parentElement);
  if (!stage) {
    stage = new Stage(parentElement);
    stages.set(parentElement, stage);
  }
  stage.onLeave = () => setTriggerValue("left", true);
  stage.show(data);
  return () => {
    stage.close();
    stages.delete(parentElement);
  };
}

function make(name, attributes = {}, ...inner) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key in made && key !== "role") made[key] = value;
    else made.setAttribute(key, value);
  }
  made.append(...inner);
  return made;
}

class Stage {
  constructor(parent) {
    this.slides = new Map(); // name → { frame, html }
    this.order = [];
    this.now = "";
    this.meant = "";
    this.running = false;
    this.left = 0; // ms to the next slide
    this.byUs = false; // whether the full screen was left on purpose
    this.build();
    parent.append(this.room);
    this.stop = new AbortController();
    const { signal } = this.stop;
    window.addEventListener("keydown", (event) => this.pressed(event), { capture: true, signal });
    window.addEventListener("resize", () => this.fit(), { signal });
    document.addEventListener("fullscreenchange", () => this.fullChanged(), { signal });
    document.addEventListener("visibilitychange", () => this.stayAwake(), { signal });
    for (const kind of ["pointermove", "pointerdown", "focusin"]) {
      this.room.addEventListener(kind, () => this.awake(), { signal });
    }
    this.room.addEventListener("click", (event) => this.clicked(event), { signal });
    this.clock = setInterval(() => this.tick(), 200);
    this.then = performance.now();
    this.fit();
    this.goFull();
    this.stayAwake();
    this.room.focus({ preventScroll: true });
    this.awake(READ_FOR); // the focus, too, wakes them
  }

  build() {
    this.frames = make("div");
    this.marks = make("span", { className: "marks" });
    this.chip = make("span", { className: "chip" });
    this.count = make("span", { className: "count" });
    this.place = make("span", { className: "place" });
    this.foot = make("div", { className: "foot" }, this.marks, this.chip, this.count, this.place);
    this.progress = make("div", { className: "progress", hidden: true });
    this.handles = make("div", { className: "handles", role: "toolbar" });
    this.help = make("div", { className: "help", hidden: true, role: "dialog" });
    this.help.setAttribute("aria-modal", "true");
    this.blank = make("div", { className: "blank", hidden: true });
    this.spoken = make("div", { className: "spoken", role: "status" });
    this.sheet = make("div", { className: "stage" }, this.frames, this.foot, this.progress, this.handles, this.help);
    this.room = make("div", { className: "room", tabIndex: -1 }, this.sheet, this.blank, this.spoken);
  }

  // What the server says

  show(data) {
    const first = this.order.length === 0;
    const changed = !first && this.data.version !== data.version;
    const words = !this.data || JSON.stringify(this.data.words) !== JSON.stringify(data.words);
    this.data = data;
    this.room.lang = data.language;
    this.room.classList.toggle("dark", data.dark);
    this.room.setAttribute("aria-label", data.words.room);
    this.marks.replaceChildren(...data.marks.map((mark) => make("span", { className: "mark", textContent: mark })));
    this.marks.hidden = !data.marks.length;
    this.chip.textContent = data.chip;
    if (words) this.name(data.words);
    this.fill(data.slides);
    if (first) this.begin();
    else this.turn(this.order.includes(this.now) ? this.now : this.order[0], { quietly: true });
    if (changed) this.tellFresh();
  }

  fill(slides) {
    this.order = slides.map((slide) => slide.name);
    for (const { name, html } of slides) {
      const kept = this.slides.get(name);
      if (kept?.html === html) continue;
      const frame = kept?.frame ?? this.frames.appendChild(make("section", { className: "slide", hidden: true }));
      frame.innerHTML = html;
      if (kept) frame.style.animation = "none"; // new figures change where they stand
      frame.dataset.name = name;
      this.slides.set(name, { frame, html });
    }
    for (const [name, { frame }] of this.slides) {
      if (this.order.includes(name)) continue;
      frame.remove();
      this.slides.delete(name);
    }
    this.point(this.meant);
  }

  begin() {
    const kept = sessionStorage.getItem(PLACE);
    this.turn(this.order.includes(kept) ? kept : this.order[0]);
    if (this.data.meant) this.point(this.data.meant);
    if (this.data.seconds) this.start();
  }

  tellFresh() {
    this.chip.classList.add("fresh");
    this.spoken.textContent = `${this.data.words.fresh} ${this.data.chip}`;
    clearTimeout(this.freshness);
    this.freshness = setTimeout(() => this.chip.classList.remove("fresh"), FRESH_FOR);
  }

  name(words) {
    const button = (action) => {
      const made = make("button", { type: "button", title: words[action] });
      made.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${SIGNS[action]}"/></svg>`;
      made.setAttribute("aria-label", words[action]);
      made.dataset.action = action;
      return made;
    };
    const hint = make("span", { textContent: words.hint });
    this.handles.replaceChildren(hint, ...Object.keys(SIGNS).map(button));
    this.handles.setAttribute("aria-label", words.handles);
    const list = make("dl");
    for (const [keys, meaning] of words.keys) {
      list.append(make("dt", {}, ...keys.map((key) => make("kbd", { textContent: key }))), make("dd", { textContent: meaning }));
    }
    const close = make("button", { type: "button", textContent: words.close });
    close.dataset.action = "help";
    this.help.replaceChildren(make("div", {}, make("h3", { textContent: words.help }), list, close));
    this.help.setAttribute("aria-label", words.help);
  }

  // Turning slides

  turn(name, { quietly = false } = {}) {
    if (!this.slides.has(name)) return;
    this.now = name;
    for (const [other, { frame }] of this.slides) frame.hidden = other !== name;
    const shown = this.slides.get(name).frame;
    this.room.classList.toggle("on-cover", !!shown.querySelector(".cover"));
    const place = this.order.indexOf(name) + 1;
    this.place.textContent = `${place} / ${this.order.length}`;
    sessionStorage.setItem(PLACE, name);
    if (quietly) return;
    shown.style.animation = "";
    const title = shown.querySelector("h1")?.textContent ?? "";
    this.spoken.textContent = `${place} / ${this.order.length}. ${title}`;
    this.left = this.seconds() * 1000;
    this.countDown();
  }

  step(by, { round = false } = {}) {
    const place = this.order.indexOf(this.now) + by;
    const last = this.order.length - 1;
    if (place > last && round) this.turn(this.order[0]);
    else this.turn(this.order[Math.min(Math.max(place, 0), last)]);
  }

  act(action) {
    if (!this.blank.hidden && action !== "leave") {
      this.blank.hidden = true; // any key brings the picture back
      return;
    }
    ({
      next: () => this.step(1),
      previous: () => this.step(-1),
      first: () => this.turn(this.order[0]),
      last: () => this.turn(this.order.at(-1)),
      blank: () => (this.blank.hidden = false),
      auto: () => (this.running ? this.pause() : this.start()),
      full: () => (document.fullscreenElement ? this.leaveFull() : this.goFull(true)),
      help: () => this.toggleHelp(),
      escape: () => (this.help.hidden ? this.leave() : this.toggleHelp()),
      leave: () => this.leave(),
    })[action]();
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    if (!this.room.contains(target) && target.closest?.("input, textarea, select, [contenteditable]")) return;
    const action = BY_KEY[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    const handled = this.room.contains(target) && target.closest?.("button, [data-area]");
    if (handled && (event.key === "Enter" || event.key === " ")) {
      if (target.dataset.area) {
        event.preventDefault();
        this.point(target.dataset.area === this.meant ? "" : target.dataset.area);
      }
      event.stopPropagation();
      return;
    }
    if (event.key === "Tab") this.awake();
    if (event.key === "Tab" && !this.help.hidden) event.preventDefault(); // one button only
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    this.act(action);
  }

  clicked(event) {
    const target = event.composedPath()[0];
    const action = target.closest("[data-action]")?.dataset.action;
    if (action) return this.act(action);
    if (!this.blank.hidden) return this.act("blank");
    const area = target.closest("[data-area]")?.dataset.area ?? "";
    this.point(area === this.meant ? "" : area);
  }

  // Pointing at an area

  point(area) {
    this.meant = area;
    this.room.classList.toggle("pointing", !!area);
    for (const part of this.frames.querySelectorAll("[data-area], [data-of]")) {
      const meant = !!area && (part.dataset.area ?? part.dataset.of) === area;
      part.classList.toggle("meant", meant);
      if (part.dataset.area) part.setAttribute("aria-pressed", String(meant));
    }
    for (const shown of this.frames.querySelectorAll(".pointed")) {
      const part = shown.closest(".slide").querySelector("[data-area].meant");
      const [name, value] = shown.children;
      name.textContent = part?.dataset.area ?? "";
      value.textContent = part?.dataset.value ?? "";
      value.classList.toggle("long", value.textContent.length > 7);
    }
    if (area) this.lift(area);
  }

  lift(area) {
    // The outline of what is meant must not be covered by its neighbours: SVG draws in the order of the document.
    for (const part of this.frames.querySelectorAll("path[data-area]")) {
      if (part.dataset.area !== area) continue;
      const focused = part.getRootNode().activeElement === part;
      const label = part.parentNode.querySelector(".label");
      part.parentNode.insertBefore(part, label);
      if (focused) part.focus({ preventScroll: true });
    }
  }

  // Counting down

  seconds() {
    return this.data.seconds || this.data.usual_seconds;
  }

  start() {
    this.running = true;
    this.left = this.seconds() * 1000;
    this.countDown();
  }

  pause() {
    this.running = false;
    this.countDown();
  }

  tick() {
    const now = performance.now();
    const passed = now - this.then;
    this.then = now;
    if (!this.running || !this.blank.hidden || !this.help.hidden || this.order.length < 2) return;
    this.left -= passed;
    if (this.left <= 0) this.step(1, { round: true });
    this.countDown();
  }

  countDown() {
    const shown = this.running && this.order.length > 1;
    this.count.hidden = this.progress.hidden = !shown;
    this.count.textContent = this.data.words.seconds.replace("{n}", Math.max(Math.ceil(this.left / 1000), 1));
    this.progress.style.setProperty("--left", this.left / (this.seconds() * 1000));
    this.handles.querySelector("[data-action=auto]")?.setAttribute("aria-pressed", String(this.running));
  }

  // The screen

  fit() {
    this.room.style.setProperty("--scale", Math.min(innerWidth / 1920, innerHeight / 1080));
  }

  awake(patience = IDLE_AFTER) {
    this.room.classList.remove("idle");
    clearTimeout(this.idling);
    this.idling = setTimeout(() => this.room.classList.add("idle"), patience);
  }

  // A screen on the wall that nobody touches is not to go dark. Browsers allow it only to pages they trust.
  async stayAwake() {
    if (document.hidden || !navigator.wakeLock) return;
    this.lock = await navigator.wakeLock.request("screen").catch(() => undefined);
    if (this.stop.signal.aborted) this.lock?.release();
  }

  toggleHelp() {
    this.help.hidden = !this.help.hidden;
    (this.help.hidden ? this.room : this.help.querySelector("button")).focus({ preventScroll: true });
  }

  goFull(asked = false) {
    if (!asked && !navigator.userActivation?.isActive) return; // a link may not take the screen
    document.documentElement.requestFullscreen?.({ navigationUI: "hide" }).catch(() => {});
  }

  leaveFull() {
    this.byUs = true;
    document.exitFullscreen();
  }

  fullChanged() {
    if (document.fullscreenElement) return;
    // The browser keeps Esc for itself while it fills the screen: leaving it is leaving the presentation.
    if (!this.byUs) this.leave();
    this.byUs = false;
  }

  leave() {
    sessionStorage.removeItem(PLACE);
    if (document.fullscreenElement) this.leaveFull();
    this.room.hidden = true; // the page below is drawn while nobody waits
    this.onLeave();
  }

  close() {
    clearInterval(this.clock);
    clearTimeout(this.idling);
    clearTimeout(this.freshness);
    this.stop.abort();
    this.lock?.release();
    if (document.fullscreenElement) document.exitFullscreen();
    this.room.remove();
  }
}
