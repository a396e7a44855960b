/* Points and swatches as SVG nodes: shape and fill tell meanings apart, hue only helps. */
(function (so) {
  "use strict";
  const NS = "http://www.w3.org/2000/svg";
  // drawn in a box of 24 around the middle; `r` is half the symbol's height
  const OUTLINES = {
    square: (r) => [[-r, -r], [r, -r], [r, r], [-r, r]],
    triangle: (r) => [[0, -1.15 * r], [1.1 * r, 0.85 * r], [-1.1 * r, 0.85 * r]],
    diamond: (r) => [[0, -1.25 * r], [1.25 * r, 0], [0, 1.25 * r], [-1.25 * r, 0]],
    star: (r) =>
      Array.from({ length: 10 }, (_, i) => {
        const k = i % 2 ? 0.55 * r : 1.3 * r;
        const a = (Math.PI * i) / 5 - Math.PI / 2;
        return [k * Math.cos(a), k * Math.sin(a)];
      }),
  };

  so.svg = function (tag, attributes) {
    const node = document.createElementNS(NS, tag);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    return node;
  };

  const PT = (so.PT = 1.5); // CSS pixels per point of the half-page figure, by eye on a laptop

  /** The outline of a style's symbol, centred on (0, 0). */
  so.symbol = function (style) {
    const r = Math.max(3, ((style.size_pt || 5) * PT) / 2);
    const open = style.hollow || style.dotted;
    const main = (open ? style.stroke || style.fill : style.fill || style.stroke) || "#1e1e1e";
    const paint = {
      fill: open ? "#ffffff" : main,
      stroke: open ? main : style.stroke || "#ffffff",
      "stroke-width": open ? Math.min(2.2, Math.max(1.4, style.width_pt * 1.5)) : 1.2,
      "stroke-dasharray": style.dotted ? "2 2" : "",
      "paint-order": "stroke",
    };
    const outline = OUTLINES[style.symbol];
    return outline
      ? so.svg("polygon", { points: outline(r).map((p) => p.join(",")).join(" "), ...paint })
      : so.svg("circle", { r, ...paint });
  };

  /** A 24-pixel target with the symbol, and how many mentions it stands for. */
  so.pin = function (style, count) {
    const svg = so.svg("svg", { viewBox: "-14 -14 28 28", width: 28, height: 28, "aria-hidden": "true" });
    svg.append(so.symbol(style));
    const box = so.make("span", "so-pin-face");
    box.append(svg);
    if (count > 1) box.append(so.make("span", "so-pin-count", "×" + count));
    return box;
  };

  /** A small sample of a layer's look for the legend. */
  so.swatch = function (style, mark) {
    const wide = mark === "point" ? 14 : 26;
    const svg = so.svg("svg", {
      viewBox: `0 0 ${wide} 14`, width: wide, height: 14, "aria-hidden": "true", class: "so-swatch",
    });
    if (mark === "point") {
      const g = so.svg("g", { transform: "translate(7 7) scale(.8)" });
      g.append(so.symbol(style));
      svg.append(g);
    } else if (mark === "label") {
      const text = so.svg("text", { x: 13, y: 11, "text-anchor": "middle", "font-size": 11, fill: style.text || "#1e1e1e" });
      text.textContent = "Aa";
      svg.append(text);
    } else if (mark === "line") {
      const line = { x1: 1, x2: 25, y1: 7, y2: 7 };
      if (style.casing) svg.append(so.svg("line", { ...line, stroke: style.casing, "stroke-width": style.casing_pt * PT }));
      svg.append(so.svg("line", { ...line, ...so.strokeOf(style), "stroke-width": Math.max(1, style.width_pt * PT) }));
    } else {
      svg.append(
        so.svg("rect", {
          x: 1, y: 1.5, width: 24, height: 11,
          fill: style.fill || "none",
          "fill-opacity": style.fill ? Math.max(style.fill_alpha, 0.25) : 0,
          ...so.strokeOf(style),
          stroke: style.stroke || "#8c8c86",
          "stroke-width": Math.min(1.6, Math.max(0.6, style.width_pt * PT)),
        }),
      );
      if (style.hatch) svg.append(so.svg("rect", { x: 1, y: 1.5, width: 24, height: 11, fill: so.hatch(style) }));
    }
    return svg;
  };

  so.strokeOf = function (style) {
    return {
      stroke: style.stroke || "none",
      "stroke-opacity": style.stroke_alpha,
      "stroke-dasharray": (style.dash_pt || []).map((d) => d * PT).join(" "),
    };
  };

  const LINES = {
    "/": ["M-1 7 L7 -1 M-1 1 L1 -1 M5 7 L7 5"],
    "\\": ["M-1 -1 L7 7 M5 -1 L7 1 M-1 5 L1 7"],
    x: ["M-1 7 L7 -1", "M-1 -1 L7 7"],
  };

  /** `url(#id)` of a hatch pattern, made on first use and shared by the page. */
  so.hatch = function (style) {
    const colour = style.stroke || style.fill || "#5e5e5a";
    const id = "so-hatch-" + { "/": "r", "\\": "l", x: "x", ".": "d" }[style.hatch] + colour.slice(1);
    if (!document.getElementById(id)) {
      const pattern = so.svg("pattern", { id, width: 6, height: 6, patternUnits: "userSpaceOnUse" });
      if (style.hatch === ".") pattern.append(so.svg("circle", { cx: 3, cy: 3, r: 0.9, fill: colour }));
      for (const d of LINES[style.hatch] || []) {
        pattern.append(so.svg("path", { d, stroke: colour, "stroke-width": 0.9, fill: "none" }));
      }
      const holder = so.svg("svg", { width: 0, height: 0, style: "position:absolute", "aria-hidden": "true" });
      const defs = so.svg("defs", {});
      defs.append(pattern);
      holder.append(defs);
      document.body.append(holder);
    }
    return `url(#${id})`;
  };
})(globalThis.standoff);
