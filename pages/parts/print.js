"use strict";
(() => {
  // Before the browser prints: the twins of tables, which came as data (printing.py), become tables.
  const rowOf = (cells, kind, numeric) => {
    const line = document.createElement("tr");
    cells.forEach((text, place) => {
      const cell = line.appendChild(document.createElement(kind));
      cell.textContent = text;
      if (numeric[place]) cell.className = "angka";
    });
    return line;
  };
  window.addEventListener("beforeprint", () => {
    for (const twin of document.querySelectorAll(".hanya-cetak[data-table]")) {
      const { head, rows, numeric } = JSON.parse(twin.dataset.table);
      const table = document.createElement("table");
      table.createTHead().append(rowOf(head, "th", numeric));
      table.createTBody().append(...rows.map(cells => rowOf(cells, "td", numeric)));
      twin.replaceChildren(table);
    }
  });
  window.addEventListener("afterprint", () => {
    for (const twin of document.querySelectorAll(".hanya-cetak[data-table]")) twin.replaceChildren();
  });
  // Pictures keep the pixel width of the screen, so tell each its size, and it can be scaled.
  window.addEventListener("beforeprint", () => {
    for (const frame of document.querySelectorAll(".stPlotlyChart .svg-container")) {
      const { width, height } = frame.getBoundingClientRect();
      if (!width || !height) continue;
      frame.style.setProperty("--lebar", `${width}px`);
      frame.style.setProperty("--bentuk", `${width} / ${height}`);
      for (const picture of frame.querySelectorAll("svg.main-svg")) {
        picture.setAttribute("viewBox", `0 0 ${width} ${height}`);
      }
    }
  });
  window.addEventListener("afterprint", () => {
    for (const picture of document.querySelectorAll(".stPlotlyChart svg.main-svg")) picture.removeAttribute("viewBox");
  });
})();
