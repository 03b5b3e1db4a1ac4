namespace RegCls.Notebooks.Tests.Support;

/// <summary>Measures every figure and table of an open page as it stands: whatever overlaps, is cut off, or scrolls without saying so, one sentence each.</summary>
internal static class PageLayout
{
    /// <summary>A JavaScript function that returns the sentences.</summary>
    public const string Measure = """
        () => {
          const found = [];
          const isSeen = element => {
            const style = getComputedStyle(element), box = element.getBoundingClientRect();
            return box.width > 0 && box.height > 0 && style.visibility !== "hidden" && style.display !== "none" && !element.closest("[hidden]");
          };
          const text = element => element.textContent.trim().replace(/\s+/g, " ").slice(0, 40);
          const boxOf = (name, element) => { const r = element.getBoundingClientRect(); return { name, left: r.left, right: r.right, top: r.top, bottom: r.bottom }; };

          // How far two boxes lie in each other, in pixels; a pixel or two is the rounding of a font.
          const overlap = (a, b) => Math.min(Math.min(a.right, b.right) - Math.max(a.left, b.left), Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));
          const slack = 2;

          function partsOf(chart) {
            const all = (selector, name) => [...chart.querySelectorAll(selector)].filter(isSeen).map(element => boxOf(name + " '" + text(element) + "'", element));
            const frame = chart.querySelector(".main-svg").getBoundingClientRect(), layout = chart._fullLayout;
            const scale = frame.width / layout.width || 1;
            const panels = Object.values(layout._plots || {}).map(plot => ({
              name: "the curves", left: frame.left + plot.xaxis._offset * scale, right: frame.left + (plot.xaxis._offset + plot.xaxis._length) * scale,
              top: frame.top + plot.yaxis._offset * scale, bottom: frame.top + (plot.yaxis._offset + plot.yaxis._length) * scale }));
            return {
              panels, frame: { left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom },
              titles: [...chart.querySelectorAll(".gtitle .line, .gtitle:not(:has(.line))")].filter(isSeen).map(element => boxOf("title '" + text(element) + "'", element)),
              legend: [...chart.querySelectorAll(".legend")].filter(isSeen).map(element => boxOf("the legend", element)),
              toolbar: [...chart.querySelectorAll(".modebar-group")].filter(isSeen).map(element => boxOf("the toolbar", element)),
              controls: all(".slider-container, .updatemenu-container", "control"),
              axes: all(".xtitle, .ytitle", "axis title"),
              ticks: all(".xtick > text, .ytick > text", "tick"),
              notes: all(".annotation-text-g", "panel text") };
          }

          function compare(figure, ones, others) {
            for (const one of ones) {
              for (const other of others) {
                if (one !== other && overlap(one, other) > slack) { found.push(`${figure}: ${one.name} lies on ${other.name} by ${overlap(one, other).toFixed(0)} px`); }
              }
            }
          }

          for (const chart of document.querySelectorAll(".js-plotly-plot")) {
            if (!isSeen(chart)) { continue; }
            const name = (chart.closest("figure") || chart).id || "a chart", parts = partsOf(chart);
            const outside = [...parts.legend, ...parts.controls];
            compare(name, outside, [...parts.panels, ...parts.titles, ...parts.axes, ...parts.ticks, ...parts.notes, ...parts.toolbar]);
            compare(name, parts.legend, parts.controls);
            compare(name, parts.titles, [...parts.toolbar, ...parts.panels, ...parts.notes]);
            compare(name, parts.toolbar, parts.notes);
            compare(name, parts.axes, [...parts.panels, ...parts.ticks]);
            parts.notes.forEach((note, i) => compare(name, [note], parts.notes.slice(i + 1)));
            compare(name, parts.notes, parts.ticks.concat(parts.axes));
            for (const part of [...outside, ...parts.titles, ...parts.axes, ...parts.ticks, ...parts.notes]) {
              const beyond = Math.max(parts.frame.left - part.left, part.right - parts.frame.right, parts.frame.top - part.top, part.bottom - parts.frame.bottom);
              if (beyond > slack) { found.push(`${name}: ${part.name} is cut off by ${beyond.toFixed(0)} px`); }
            }
          }

          // What is wider than its place: on paper that is lost, on a screen it scrolls and says so.
          const isPrint = matchMedia("print").matches;
          for (const place of document.querySelectorAll(".output, .prose table")) {
            if (!isSeen(place) || place.tagName === "PRE" || place.closest("details:not([open])") || place.scrollWidth - place.clientWidth <= 1) { continue; }
            const figure = place.closest("figure"), name = (figure || place).id || place.className || "a table in the text", beyond = place.scrollWidth - place.clientWidth;
            const hint = figure && figure.querySelector(".hint");
            if (isPrint) { found.push(`${name}: ${beyond} px are not printed`); continue; }
            if (!/auto|scroll/.test(getComputedStyle(place).overflowX)) { found.push(`${name}: ${beyond} px are cut off and cannot be scrolled to`); continue; }
            if (figure && !(hint && isSeen(hint))) { found.push(`${name}: ${beyond} px are out of sight without a hint`); }
            const cell = place.querySelector("tbody tr > :first-child");
            if (cell && figure) {
              place.scrollLeft = beyond;
              const left = cell.getBoundingClientRect().left - place.getBoundingClientRect().left;
              place.scrollLeft = 0;
              if (Math.abs(left) > slack) { found.push(`${name}: the first column scrolls away`); }
              if (cell.getBoundingClientRect().width > 0.6 * place.clientWidth) { found.push(`${name}: the first column leaves no room to scroll`); }
            }
          }

          // A ledger's verdict is what one came for: it is in sight at once, also on a phone.
          for (const table of document.querySelectorAll("figure table")) {
            const column = [...(table.tHead ? table.tHead.rows[0].cells : [])].findIndex(cell => cell.textContent.trim() === "here");
            const verdict = column < 0 ? null : table.tBodies[0].rows[0].cells[column];
            if (verdict && isSeen(verdict) && verdict.getBoundingClientRect().right > table.closest(".output").getBoundingClientRect().right + slack) {
              found.push(`${table.closest("figure").id}: the verdict is out of sight`);
            }
          }

          if (!isPrint && document.documentElement.scrollWidth > innerWidth) { found.push(`the page is ${document.documentElement.scrollWidth - innerWidth} px wider than the window`); }
          return found;
        }
        """;
}
