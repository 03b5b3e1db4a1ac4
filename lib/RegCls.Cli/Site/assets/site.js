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

  // The least width of a panel in pixels where panels can go below each other and where they are too many for that, and how many are not.
  var PANEL = 220, LEAST = 190, FEW = 6;

  // A chart's panels as they were drawn for a wide page: where each stands, and the pixels around it in its row.
  function panelsOf(chart) {
    var layout = chart._fullLayout;
    var plots = Object.keys(layout._plots || {}).map(function (key) {
      var plot = layout._plots[key];
      return { x: plot.xaxis._name, y: plot.yaxis._name, across: plot.xaxis.domain.slice(), up: plot.yaxis.domain.slice() };
    });
    function places(list) {
      return Array.from(new Set(list.map(function (value) { return value.toFixed(2); }))).map(Number).sort(function (a, b) { return a - b; });
    }
    var lefts = places(plots.map(function (plot) { return plot.across[0]; })), tops = places(plots.map(function (plot) { return plot.up[1]; })).reverse();
    var height = layout.height - layout.margin.t - layout.margin.b;
    plots.forEach(function (plot) {
      plot.column = lefts.indexOf(Number(plot.across[0].toFixed(2)));
      plot.row = tops.indexOf(Number(plot.up[1].toFixed(2)));
      plot.above = (1 - plot.row / tops.length - plot.up[1]) * height;
      plot.below = (plot.up[0] - 1 + (plot.row + 1) / tops.length) * height;
    });
    return { plots: plots, columns: lefts.length, rows: tops.length, start: lefts[0] || 0, height: height, margin: Object.assign({}, layout.margin), notes: JSON.parse(JSON.stringify(chart.layout.annotations || [])) };
  }

  // The same panels in rows of at most `most`, each as high as before and with `more` pixels below; texts go with the panel they stand in.
  function arranged(panels, most, width, more) {
    var groups = Math.ceil(panels.columns / most), columns = Math.ceil(panels.columns / groups), rows = panels.rows * groups, height = panels.height * groups + more.below * rows;
    var gap = columns > 1 ? 56 / width : 0, wide = (1 - panels.start - gap * (columns - 1)) / columns, changes = {};
    panels.plots.forEach(function (plot) {
      var row = plot.row * groups + Math.floor(plot.column / columns), left = panels.start + (plot.column % columns) * (wide + gap);
      plot.nowAcross = groups > 1 ? [left, left + wide] : plot.across;
      plot.nowUp = [1 - (row + 1) / rows + (plot.below + more.below) / height, 1 - row / rows - plot.above / height];
      changes[plot.x + ".domain"] = plot.nowAcross;
      changes[plot.y + ".domain"] = plot.nowUp;
    });
    function moved(value, from, to) { return to[0] + (value - from[0]) / (from[1] - from[0]) * (to[1] - to[0]); }
    changes.annotations = panels.notes.map(function (note) {
      if (note.xref !== "paper" || note.yref !== "paper") { return note; }
      if (note.textangle) { return Object.assign({}, note, { xshift: (note.xshift || 0) - more.left }); }
      var host = panels.plots.find(function (plot) {
        return note.x >= plot.across[0] - 1e-6 && note.x <= plot.across[1] + 1e-6 && note.y >= plot.up[0] - 1e-6 && note.y <= plot.up[1] + 1e-6;
      });
      return host ? Object.assign({}, note, narrowed(note, (host.nowAcross[1] - host.nowAcross[0]) * width), { x: moved(note.x, host.across, host.nowAcross), y: moved(note.y, host.up, host.nowUp) }) : note;
    });
    changes.height = height;
    return changes;
  }

  // A text no wider than its panel: smaller first, then on more lines.
  var pen = document.createElement("canvas").getContext("2d");
  function narrowed(note, width) {
    var size = note.font && note.font.size || 12, lines = String(note.text).split("<br>");
    function measure(text) {
      pen.font = (/<b>/.test(note.text) ? "bold " : "") + size + "px 'Open Sans', verdana, arial, sans-serif";
      return pen.measureText(plain(text)).width;
    }
    var widest = Math.max.apply(null, lines.map(measure));
    if (widest <= width) { return {}; }
    size = Math.max(9, Math.floor(size * width / widest * 2) / 2);
    var text = lines.map(function (line) {
      return line.split(" ").reduce(function (done, word) {
        var last = done[done.length - 1];
        if (last !== undefined && measure(last + " " + word) <= width) { done[done.length - 1] = last + " " + word; } else { done.push(word); }
        return done;
      }, []).join("<br>");
    }).join("<br>");
    return { text: text, font: Object.assign({}, note.font, { size: size }) };
  }

  // How many pixels more the names along the axes need than they were given.
  function crowding(chart, panels) {
    var frame = chart.querySelector(".main-svg").getBoundingClientRect(), layout = chart._fullLayout, need = { below: 0, left: 0, right: 0 };

    // Names of rows stand to the left of the first column's titles.
    var names = Math.max.apply(null, [frame.left].concat(panels.notes.map(function (note, i) {
      var name = note.textangle && chart.querySelector('.annotation[data-index="' + i + '"]');
      return name ? name.getBoundingClientRect().right : 0;
    })));
    panels.plots.forEach(function (plot) {
      var y = layout[plot.y], floor = frame.top + y._offset + y._length, across = plot.x.replace("axis", ""), sides = plot.y.replace("axis", "");
      chart.querySelectorAll("." + across + "tick text, ." + across + "title").forEach(function (element) {
        var box = element.getBoundingClientRect();
        need.below = Math.max(need.below, box.bottom + 6 - floor - plot.below);
        need.right = Math.max(need.right, box.right + 2 - frame.right);
      });
      chart.querySelectorAll("." + sides + "title").forEach(function (element) {
        need.left = Math.max(need.left, (plot.nowAcross[0] < panels.start + 0.01 ? names : frame.left) + 2 - element.getBoundingClientRect().left);
      });
    });
    return need;
  }

  // A figure follows the width of its place: panels go below each other, and where they are too many for that, they keep a readable width and scroll. Names along the axes and the legend get the room they need.
  function fitChart(chart) {
    var place = chart.closest(".output");
    if (!chart._fullLayout || !place || !place.clientWidth) { return null; }
    var panels = chart.panels || (chart.panels = panelsOf(chart)), isFew = panels.plots.length <= FEW;

    // Plotly's own fitting, for pages without this script, knows neither panels nor the legend.
    window.removeEventListener("resize", chart._responsiveChartHandler);
    chart.style.minWidth = isFew || panels.columns < 2 ? "" : LEAST * panels.columns + "px";
    var width = chart.clientWidth, most = isFew ? Math.max(1, Math.floor(place.clientWidth / PANEL)) : panels.columns;
    return improved({ below: 0, left: 0, right: 0 }, 3).then(function () { chart.style.setProperty("--drawn", chart.clientWidth); });

    function legendHeight() { return chart._fullLayout.showlegend && chart._fullLayout.legend && chart._fullLayout.legend._height || 0; }
    // Other margins turn other names, so once is not always enough.
    function improved(more, rounds) {
      var legend = legendHeight();
      return drawn(more).then(function () {
        var need = crowding(chart, panels), next = { below: Math.max(more.below, need.below), left: more.left + need.left, right: more.right + need.right };
        var isSame = next.below - more.below + need.left + need.right < 1 && legend === legendHeight();
        return isSame || rounds === 0 ? null : improved(next, rounds - 1);
      });
    }
    function drawn(more) {
      var legend = legendHeight();
      var margin = { l: panels.margin.l + more.left, r: panels.margin.r + more.right, t: panels.margin.t, b: Math.max(panels.margin.b, legend ? Math.ceil(legend) + 8 : 0) };
      var changes = panels.plots.length ? arranged(panels, Math.min(most, panels.columns), width - margin.l - margin.r, more) : { height: panels.height };
      return window.Plotly.relayout(chart, Object.assign(changes, { width: width, margin: Object.assign({}, panels.margin, margin), height: changes.height + margin.t + margin.b }));
    }
  }

  // Charts first, then what is still wider than the page says so.
  function fitPage() {
    if (window.matchMedia("print").matches) { return; }
    var width = window.innerWidth;
    Promise.all(Array.from(document.querySelectorAll(".js-plotly-plot"), fitChart)).then(function () {
      document.querySelectorAll("figure > .hint").forEach(function (hint) {
        var output = hint.parentElement.querySelector(".output");
        hint.hidden = output.scrollWidth - output.clientWidth <= 1;
      });
      document.documentElement.dataset.fitted = width;
    });
  }

  // A ledger is read from its verdicts: on a phone each line becomes a card, and every number says what it is.
  function markLedgers() {
    document.querySelectorAll("figure table").forEach(function (table) {
      var names = table.tHead ? tableRows(table)[0] : [];
      if (names.indexOf("here") < 0) { return; }
      table.classList.add("ledger");
      Array.from(table.tBodies[0].rows).forEach(function (row) {
        Array.from(row.cells).forEach(function (cell, i) {
          cell.dataset.name = names[i];
          cell.classList.toggle("verdict", names[i] === "here");
        });
      });
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

  // What a word means, under the pointer or the focus. On a touch screen the first touch shows it, a second one opens the glossary.
  function explainTerms() {
    var box = document.createElement("div"), shown = null;
    box.className = "meaning";
    box.setAttribute("role", "tooltip");
    box.id = "meaning";
    box.hidden = true;
    document.body.append(box);
    function hide() {
      if (shown) { shown.removeAttribute("aria-describedby"); }
      shown = null;
      box.hidden = true;
    }
    function show(term) {
      hide();
      shown = term;
      box.textContent = term.dataset.meaning;
      box.hidden = false;
      term.setAttribute("aria-describedby", "meaning");
      var place = term.getBoundingClientRect(), left = Math.max(8, Math.min(place.left, document.documentElement.clientWidth - box.offsetWidth - 8));
      box.style.left = left + window.scrollX + "px";
      box.style.top = place.bottom + window.scrollY + 6 + "px";
    }
    document.querySelectorAll("a.term").forEach(function (term) {
      var wasShown = false;
      term.addEventListener("pointerdown", function () { wasShown = shown === term; });
      term.addEventListener("pointerenter", function (event) { if (event.pointerType === "mouse") { show(term); } });
      term.addEventListener("pointerleave", function (event) { if (event.pointerType === "mouse") { hide(); } });
      term.addEventListener("focus", function () { show(term); });
      term.addEventListener("blur", hide);
      term.addEventListener("click", function (event) {
        if (event.pointerType === "touch" && !wasShown) {
          event.preventDefault();
          show(term);
        }
      });
    });
    document.addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
  }

  // What is folded is drawn once it is opened, and printed always.
  function openFolded() {
    document.querySelectorAll("details.happened").forEach(function (block) {
      block.addEventListener("toggle", function () { if (block.open) { fitPage(); } });
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
    // What a slider does not show now is read as it was given: Plotly fills in only what is seen. Its place on the slider tells it apart.
    var positions = layout.meta && layout.meta.positions || [];
    chart._fullData.map(function (trace) {
      var given = trace._input, position = positions[given.meta], name = plain(given.name);
      return given.meta === undefined ? trace : Object.assign({}, given, { name: position === undefined ? name : name + " (" + layout.meta.slider + " " + position + ")" });
    }).forEach(function (trace) {
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

  // The chart with the title that stands above it on the page, for a picture of its own.
  var TITLE = 44;
  function titled(chart) {
    var title = chart.previousElementSibling, layout = chart._fullLayout;
    var lines = title ? [title.firstChild.textContent].concat(title.lastElementChild ? [title.lastElementChild.textContent] : []) : [];
    function safe(text) { return text.replace(/&/g, "&amp;").replace(/</g, "&lt;"); }
    return { data: chart.data, layout: Object.assign({}, chart.layout, {
      margin: Object.assign({}, chart.layout.margin, { t: layout.margin.t + TITLE }), height: layout.height + TITLE,
      title: { text: lines.map(function (line, i) { return i ? "<br><span style='font-size:12px'>" + safe(line) + "</span>" : "<b>" + safe(line) + "</b>"; }).join(""), x: 0, xref: "paper", xanchor: "left", yref: "container", y: 1, yanchor: "top", pad: { t: 12 }, font: { size: 16 } } }) };
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
          window.Plotly.toImage(titled(chart), { format: "svg", width: chart._fullLayout.width, height: chart._fullLayout.height + TITLE, imageDataOnly: true })
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
  markLedgers();
  explainTerms();
  openFolded();

  // On a phone the table of contents is folded first: the text is what one came for.
  if (window.matchMedia("(max-width: 76rem)").matches) {
    document.querySelectorAll(".contents details").forEach(function (block) { block.open = false; });
  }
  window.addEventListener("load", function () { window.setTimeout(fitPage, 50); });
  var pending;
  window.addEventListener("resize", function () {
    window.clearTimeout(pending);
    pending = window.setTimeout(fitPage, 150);
  });
})();
