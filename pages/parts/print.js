// Before the browser prints: pictures keep the pixel width of the screen, so tell each its size, and it can be scaled.
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
