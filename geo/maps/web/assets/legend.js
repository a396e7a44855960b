/* Legend and layer switches in one strip below the map, grouped by who put the layer there. */
(function (so) {
  "use strict";
  const GROUPS = ["article", "editor", "base"];

  // layers of one group are switched together and share one entry
  function together(specs) {
    const groups = new Map();
    for (const spec of specs) {
      const name = spec.group || spec.id;
      groups.set(name, [...(groups.get(name) || []), spec]);
    }
    return [...groups.values()];
  }

  function keys(specs) {
    return specs.flatMap((spec) => spec.legend.map(([key, words]) => [spec, key, words]));
  }

  // one line for who knows the signs already: their swatches and one name
  function short(specs) {
    const main = specs[0];
    const rows = main.legend.length ? main.legend : [["", main.title]];
    const line = so.make("span", "so-layer-short");
    for (const [key] of rows) line.append(so.swatch(so.styleOf(main, key), main.mark));
    line.append(so.make("span", "", rows.length === 1 ? rows[0][1] : main.title));
    return line;
  }

  function long(specs) {
    const line = so.make("span", "so-layer-long");
    for (const [spec, key, words] of keys(specs)) {
      const row = so.make("span", "so-layer-row");
      row.append(so.swatch(so.styleOf(spec, key), spec.mark), so.make("span", "", words));
      line.append(row);
    }
    return line;
  }

  function entry(state, specs) {
    const toggle = specs.some((spec) => spec.toggle);
    const item = so.make(toggle ? "button" : "span", "so-layer");
    item.append(short(specs));
    if (keys(specs).length > 1) item.append(long(specs));
    if (!toggle) return item;
    const ids = specs.map((spec) => spec.id);
    item.type = "button";
    item.dataset.layer = ids[0];
    item.title = specs[0].title;
    const press = () => item.setAttribute("aria-pressed", String(ids.some((id) => !state.hidden.has(id))));
    press();
    item.addEventListener("click", () => {
      so.toggle(state, ids, ids.every((id) => state.hidden.has(id)));
      press();
    });
    return item;
  }

  /** Fill `box` anew from the layers of `state`; focus stays on the switch it was on. */
  so.legend = function (box, state) {
    const active = document.activeElement;
    const held = active && box.contains(active) ? active.dataset.layer : null;
    const groups = [];
    for (const name of GROUPS) {
      const specs = state.specs.filter((s) => s.provenance === name && (s.toggle || s.legend.length)).reverse();
      if (!specs.length) continue;
      const group = so.make("div", "so-layers");
      group.setAttribute("role", "group");
      group.setAttribute("aria-label", state.head.words[name]);
      const head = so.make("span", "so-layers-head", state.head.words[name]);
      head.setAttribute("aria-hidden", "true");
      const entries = so.make("div", "so-layers-list");
      entries.append(...together(specs).map((each) => entry(state, each)));
      group.append(head, entries);
      groups.push(group);
    }
    const more = so.make("button", "so-legend-more", state.head.words.legend);
    more.type = "button";
    const show = (open) => {
      box.classList.toggle("so-legend-open", open);
      more.setAttribute("aria-expanded", String(open));
    };
    show(box.classList.contains("so-legend-open"));
    more.addEventListener("click", () => show(!box.classList.contains("so-legend-open")));
    const foot = so.make("div", "so-legend-foot");
    const credits = so.make("p", "so-credits", [...state.head.notes, ...state.head.credits].join(" "));
    foot.append(credits, more);
    box.replaceChildren(...groups, foot);
    if (held) box.querySelector(`[data-layer="${CSS.escape(held)}"]`)?.focus();
  };
})(globalThis.standoff);
