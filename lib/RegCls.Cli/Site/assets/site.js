"use strict";
(function () {
  // Formulas: the page holds their TeX, so it stays readable without this script.
  function renderFormulas() {
    document.querySelectorAll(".math").forEach(function (element) {
      var text = element.textContent.trim();
      var display = text.startsWith("\\[") || element.classList.contains("display");
      var tex = /^\\[[(]/.test(text) ? text.slice(2, -2) : text;
      try {
        katex.render(tex, element, { displayMode: display, throwOnError: true });
        if (!display) { keepPunctuation(element); }
      } catch (error) {
        element.classList.add("math-error");
        console.error("formula not rendered: " + tex + ": " + error.message);
      }
    });
  }

  // A line may break after a formula, but not between it and the mark that ends its clause.
  function keepPunctuation(element) {
    var next = element.nextSibling;
    var mark = next && next.nodeType === Node.TEXT_NODE && /^[.,;:!?)\]]+/.exec(next.data);
    if (!mark) { return; }
    var whole = document.createElement("span");
    whole.style.whiteSpace = "nowrap";
    element.replaceWith(whole);
    whole.append(element, mark[0]);
    next.data = next.data.slice(mark[0].length);
  }

  // A figure follows the width of its place. A grid of panels keeps a readable width per column and scrolls instead.
  function fitCharts() {
    document.querySelectorAll(".js-plotly-plot").forEach(function (chart) {
      var layout = chart._fullLayout;
      if (!layout || !window.Plotly) { return; }
      var starts = {};
      Object.keys(layout).filter(function (key) { return /^xaxis\d*$/.test(key); }).forEach(function (key) {
        starts[layout[key].domain[0].toFixed(2)] = true;
      });
      var columns = Object.keys(starts).length;
      if (columns > 1) { chart.style.minWidth = 170 * columns + "px"; }
      if (Math.abs(layout.width - chart.clientWidth) > 1) { window.Plotly.Plots.resize(chart); }
    });
  }

  function foldCode() {
    var button = document.getElementById("fold-code");
    if (!button) { return; }
    button.hidden = false;
    button.addEventListener("click", function () {
      var blocks = document.querySelectorAll("details.code");
      var open = button.textContent === "show code";
      blocks.forEach(function (block) { block.open = open; });
      button.textContent = open ? "hide code" : "show code";
    });
  }

  renderFormulas();
  foldCode();

  // On a phone the table of contents is folded first: the text is what one came for.
  if (window.matchMedia("(max-width: 76rem)").matches) {
    document.querySelectorAll(".contents details").forEach(function (block) { block.open = false; });
  }
  window.addEventListener("load", function () { window.setTimeout(fitCharts, 50); });
  var pending;
  window.addEventListener("resize", function () {
    window.clearTimeout(pending);
    pending = window.setTimeout(fitCharts, 150);
  });
})();
