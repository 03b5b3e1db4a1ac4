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
      // Its title is one text that cannot break: it is not cut off either.
      var title = chart.querySelector(".gtitle"), box = title && title.getBBox();
      var least = Math.max(columns > 1 ? 170 * columns : 0, box && box.width ? Math.min(760, box.x + box.width + 12) : 0);
      if (least > 0) { chart.style.minWidth = Math.ceil(least) + "px"; }
      if (Math.abs(layout.width - chart.clientWidth) > 1) { window.Plotly.Plots.resize(chart); }
      chart.style.setProperty("--drawn", chart.clientWidth);
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

  // The system's scheme, until the reader chooses the other one; the choice is remembered.
  function chooseTheme() {
    var button = document.getElementById("theme"), root = document.documentElement;
    if (!button) { return; }
    var system = window.matchMedia("(prefers-color-scheme: dark)");
    function isDark() { return root.dataset.theme ? root.dataset.theme === "dark" : system.matches; }
    function name() {
      button.textContent = isDark() ? "light" : "dark";
      button.setAttribute("aria-label", "Show the page " + (isDark() ? "light" : "dark"));
    }
    button.hidden = false;
    name();
    system.addEventListener("change", name);
    button.addEventListener("click", function () {
      root.dataset.theme = isDark() ? "light" : "dark";
      try { localStorage.setItem("regcls-theme", root.dataset.theme); } catch (error) { /* not remembered */ }
      name();
    });
  }

  // Plain text of what may hold markup, such as a chart's title.
  function plain(html) {
    return new DOMParser().parseFromString(String(html === undefined || html === null ? "" : html).replace(/<br\s*\/?>/gi, " "), "text/html").body.textContent;
  }

  // A text that a spreadsheet would take for a formula is marked as text; a number stays a number.
  function csvField(value) {
    if (value === undefined || value === null || (typeof value === "number" && isNaN(value))) { return ""; }
    if (typeof value === "number") { return String(value); }
    var text = String(value).trim().replace(/\s+/g, " ");
    if (/^[=+\-@\t\r]/.test(text) && !/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text)) { text = "'" + text; }
    return /[",\n\r]/.test(text) ? '"' + text.replace(/"/g, '""') + '"' : text;
  }

  function csv(rows) {
    return rows.map(function (row) { return row.map(csvField).join(","); }).join("\r\n") + "\r\n";
  }

  function tableRows(table) {
    return Array.from(table.rows, function (row) {
      return Array.from(row.cells, function (cell) { return cell.textContent; });
    });
  }

  // One line a point. Plotly has decoded the arrays; its full layout knows the panels.
  function chartRows(chart) {
    var layout = chart._fullLayout;
    var rows = [["panel", "series", "x axis", "y axis", "x", "y", "y low", "y high", "x label", "z"]];
    function panelTitle(x, y) {
      if (!x || !y) { return ""; }
      var middle = (x.domain[0] + x.domain[1]) / 2;
      var found = (layout.annotations || []).find(function (note) {
        return note.xref === "paper" && note.yref === "paper" && Math.abs(note.x - middle) < 1e-6 && Math.abs(note.y - y.domain[1]) < 1e-6;
      });
      return found ? plain(found.text) : "";
    }
    function label(axis, value) {
      if (!axis || axis.tickmode !== "array" || !axis.ticktext || typeof value !== "number") { return ""; }
      var at = Array.from(axis.tickvals).findIndex(function (tick) { return Math.abs(tick - value) < 0.5; });
      return at < 0 || axis.type === "log" || !isNaN(Number(axis.ticktext[at])) ? "" : plain(axis.ticktext[at]);
    }
    chart._fullData.forEach(function (trace) {
      var x = layout["xaxis" + (trace.xaxis || "x").slice(1)], y = layout["yaxis" + (trace.yaxis || "y").slice(1)];
      var head = [panelTitle(x, y), plain(trace.name), x && x.title ? plain(x.title.text) : "", y && y.title ? plain(y.title.text) : ""];
      var bars = trace.error_y && trace.error_y.visible ? trace.error_y : null;
      if (trace.z) {
        Array.from(trace.z).forEach(function (line, row) {
          Array.from(line).forEach(function (value, column) {
            rows.push(head.concat([trace.x ? trace.x[column] : column, trace.y ? trace.y[row] : row, "", "", "", value]));
          });
        });
        return;
      }
      Array.from(trace.y || []).forEach(function (value, i) {
        var at = trace.x ? trace.x[i] : i;
        var above = bars && bars.array ? bars.array[i] : undefined;
        var below = bars ? (bars.symmetric || !bars.arrayminus ? above : bars.arrayminus[i]) : undefined;
        rows.push(head.concat([at, value, below === undefined ? "" : value - below, above === undefined ? "" : value + above, label(x, at), ""]));
      });
    });
    return rows;
  }

  function save(name, type, content) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([content], { type: type }));
    link.download = name;
    link.click();
    window.setTimeout(function () { URL.revokeObjectURL(link.href); }, 10000);
  }

  // What the pictures of a contact sheet are, and what is written below each.
  function sheetRows(pictures) {
    return [["picture", "text"]].concat(pictures.map(function (picture) {
      return [picture.alt, picture.parentElement.textContent.trim()];
    }));
  }

  // A contact sheet as it stands on the page: its pictures, and its text line by line.
  function sheetPicture(sheet, pictures) {
    var frame = sheet.getBoundingClientRect(), svg = document.implementation.createDocument("http://www.w3.org/2000/svg", "svg", null), root = svg.documentElement;
    var left = frame.left - sheet.scrollLeft, width = sheet.scrollWidth, height = sheet.scrollHeight;
    function add(name, values, text) {
      var element = root.appendChild(svg.createElementNS(root.namespaceURI, name));
      Object.keys(values).forEach(function (key) { element.setAttribute(key, values[key]); });
      if (text) { element.textContent = text; }
    }
    root.setAttribute("viewBox", "0 0 " + width + " " + height);
    root.setAttribute("width", width);
    root.setAttribute("height", height);
    add("rect", { width: width, height: height, fill: "white" });
    pictures.forEach(function (picture) {
      var box = picture.getBoundingClientRect();
      add("image", { href: picture.src, x: box.left - left, y: box.top - frame.top, width: box.width, height: box.height, preserveAspectRatio: "none" });
    });
    var walker = document.createTreeWalker(sheet, NodeFilter.SHOW_TEXT), range = document.createRange();
    while (walker.nextNode()) {
      var node = walker.currentNode, line = "", last = null;
      var size = parseFloat(getComputedStyle(node.parentElement).fontSize);
      var end = function () {
        if (line.trim()) { add("text", { x: last.left - left, y: last.bottom - frame.top - 0.25 * size, "font-size": size, "font-family": "sans-serif" }, line.trim()); }
      };
      for (var i = 0; i < node.length; i++) {
        range.setStart(node, i);
        range.setEnd(node, i + 1);
        var box = range.getBoundingClientRect();
        if (!box.width) { continue; }
        if (!last || box.top > last.bottom - 2) {
          end();
          line = "";
          last = box;
        }
        line += node.data[i];
      }
      if (last) { end(); }
    }
    return new XMLSerializer().serializeToString(svg);
  }

  function offerDownloads() {
    document.querySelectorAll("figure [data-save]").forEach(function (button) {
      var figure = button.closest("figure"), name = figure.dataset.file;
      button.hidden = false;
      button.addEventListener("click", function () {
        var chart = figure.querySelector(".js-plotly-plot"), pictures = chart ? [] : Array.from(figure.querySelectorAll("img"));
        if (button.dataset.save === "svg") {
          if (!chart) {
            save(name + ".svg", "image/svg+xml", sheetPicture(figure.querySelector(".output"), pictures));
            return;
          }
          window.Plotly.toImage(chart, { format: "svg", width: chart._fullLayout.width, height: chart._fullLayout.height, imageDataOnly: true })
            .then(function (svg) { save(name + ".svg", "image/svg+xml", svg); });
        } else {
          var tables = Array.from(figure.querySelectorAll("table"));
          var rows = chart ? chartRows(chart) : pictures.length ? sheetRows(pictures) : tables.reduce(function (all, table) { return all.concat(all.length ? [[]] : [], tableRows(table)); }, []);
          save(name + ".csv", "text/csv;charset=utf-8", "\ufeff" + csv(rows));
        }
      });
    });
  }

  renderFormulas();
  foldCode();
  chooseTheme();
  offerDownloads();

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
