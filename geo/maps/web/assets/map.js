/* The live map: made once, then only its layers change; view, choices and popup stay. */
(function (so) {
  "use strict";
  so.mounts = so.mounts || new Map();

  const SPAN = { padding: [12, 12], animate: false };

  function fresh(div) {
    const map = L.map(div, {
      zoomSnap: 0.25,
      zoomDelta: 0.5,
      minZoom: 1,
      maxZoom: 12,
      worldCopyJump: true,
      attributionControl: false,
      zoomControl: false,
      fadeAnimation: !so.calm(),
      zoomAnimation: !so.calm(),
      markerZoomAnimation: !so.calm(),
    });
    L.control.scale({ position: "bottomright", imperial: false }).addTo(map);
    const attribution = L.control.attribution({ position: "bottomleft", prefix: false });
    attribution.addTo(map);
    // Leaflet focuses its container on a click, and the page would jump to it before the click lands
    div.focus = (options) => HTMLElement.prototype.focus.call(div, { ...options, preventScroll: true });
    map.createPane("so-words").style.zIndex = 640;
    const state = {
      map, attribution, hidden: new Set(), specs: [], groups: new Map(), prints: new Map(),
      pins: new Map(), chosen: [], head: null, table: new so.Table(map), onHidden: null,
    };
    const api = {
      pins: state.pins,
      table: state.table,
      pane: (id) => paneOf(state, id),
      capitals: () => state.head.capitals || [],
      show: (feature, at) => show(state, feature, at),
    };
    state.api = api;
    state.buttons = L.control({ position: "topright" });
    state.buttons.onAdd = () => so.make("div", "leaflet-bar leaflet-control so-buttons");
    state.buttons.addTo(map);
    div.standoff = state;
    map.standoff = state;
    const choose = (event) => chooseFrom(state, event.detail);
    const hover = (event) => light(state, "so-hover", event.detail.ids);
    so.bus.addEventListener("choose", choose);
    so.bus.addEventListener("hover", hover);
    const watch = new ResizeObserver(() => {
      map.invalidateSize({ animate: false });
      // a container that had no height yet couldn't be framed
      if (state.unframed && map.getSize().y > 40) frame(state);
    });
    watch.observe(div);
    map.on("zoomend", () => afar(state));
    // who turns to something else, to a download perhaps, has switched what was to be switched
    const leave = (event) => {
      const frame = div.closest(".so-frame");
      if (state.timer && frame && !frame.contains(event.target)) so.report(state);
    };
    const leaving = ["pointerdown", "focusin"];
    for (const kind of leaving) document.addEventListener(kind, leave, true);
    state.close = () => {
      watch.disconnect();
      for (const kind of leaving) document.removeEventListener(kind, leave, true);
      so.bus.removeEventListener("choose", choose);
      so.bus.removeEventListener("hover", hover);
      map.remove();
      delete div.standoff;
    };
    return state;
  }

  function frame(state) {
    const [west, south, east, north] = state.head.extent;
    const size = state.map.getSize();
    state.unframed = size.y <= 40;
    const right = east < west ? east + 360 : east;
    state.map.fitBounds([[south, west], [north, right]], SPAN);
    state.home = state.map.getZoom();
  }

  // four corners: the whole picture
  function corners() {
    const svg = so.svg("svg", { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" });
    svg.append(
      so.svg("path", {
        d: "M1 5V1h4M11 1h4v4M15 11v4h-4M5 15H1v-4", fill: "none", stroke: "currentColor", "stroke-width": 2,
      }),
    );
    return svg;
  }

  function buttons(state) {
    const { words } = state.head;
    const made = [
      ["+", words["zoom-in"], () => state.map.zoomIn()],
      ["−", words["zoom-out"], () => state.map.zoomOut()],
      ["", words.fit, () => frame(state)],
    ].map(([sign, name, act]) => {
      const button = so.make("button", "", sign);
      if (!sign) button.append(corners());
      button.type = "button";
      button.title = name;
      button.setAttribute("aria-label", name);
      button.addEventListener("click", act);
      return button;
    });
    const box = state.buttons.getContainer();
    L.DomEvent.disableClickPropagation(box);
    box.replaceChildren(...made);
  }

  // regions and lakes are sent for the picture's surroundings only: from afar they'd end in mid-air
  function afar(state) {
    const far = state.map.getZoom() < state.home - 0.9;
    for (const { id, role } of state.specs) {
      if (["admin1", "lakes", "disputed", "disputed-area"].includes(role)) {
        state.map.getPane(paneOf(state, id)).style.visibility = far ? "hidden" : "";
      }
    }
  }

  function paneOf(state, id) {
    const name = "so-" + id.replace(/[^\w-]+/g, "-");
    return state.map.getPane(name) ? name : (state.map.createPane(name), name);
  }

  /** What folium's script calls first: the map under that name, made or found again. */
  so.map = function (name, head) {
    const mount = so.mounts.get(name) || { map: document.getElementById(name) };
    const div = mount.map;
    const state = div.standoff || fresh(div);
    state.title = mount.title;
    state.legend = mount.legend;
    const before = state.head;
    state.head = head;
    state.specs = [];
    div.setAttribute("role", "region");
    div.setAttribute("aria-label", head.words.map);
    // another article is another picture; the same one keeps the person's view
    if (!before || before.article !== head.article) {
      state.map.closePopup();
      state.chosen = [];
      state.hidden = new Set();
      state.started = false;
      frame(state);
    }
    if (!before || before.lang !== head.lang) buttons(state);
    queueMicrotask(() => finish(state));
    return state.map;
  };

  /** What folium's script calls per layer. */
  so.layer = function (map, spec) {
    map.standoff.specs.push(spec);
    // folium itself adds what is shown at first; here `finish` decides
    return { addTo: () => map, remove: () => map };
  };

  function finish(state) {
    const { map, specs } = state;
    if (!state.started) {
      specs.filter((s) => s.toggle && !s.visible).forEach((s) => state.hidden.add(s.id));
      state.started = true;
    }
    const wanted = new Set(specs.map((spec) => spec.id));
    for (const [id, group] of state.groups) {
      const spec = specs.find((s) => s.id === id);
      if (!wanted.has(id) || state.prints.get(id) !== JSON.stringify(spec)) {
        group.remove();
        state.groups.delete(id);
        for (const [pin, held] of state.pins) if (held.layer === id) state.pins.delete(pin);
      }
    }
    specs.forEach((spec, order) => {
      map.getPane(paneOf(state, spec.id)).style.zIndex = 410 + order * 4;
      if (!state.groups.has(spec.id)) {
        const known = new Set(state.pins.keys());
        state.groups.set(spec.id, so.build(spec, state.api));
        state.prints.set(spec.id, JSON.stringify(spec));
        for (const [id, held] of state.pins) if (!known.has(id)) held.layer = spec.id;
      }
      const group = state.groups.get(spec.id);
      if (state.hidden.has(spec.id)) group.remove();
      else if (!map.hasLayer(group)) group.addTo(map);
    });
    light(state, "so-chosen", state.chosen);
    if (state.legend) so.legend(state.legend, state);
    if (state.title) titles(state);
    map.getContainer().dataset.ready = String(specs.length);
  }

  function titles(state) {
    const { title, as_of, alt } = state.head;
    const text = so.make("p", "so-live", alt);
    text.id = "so-map-alt";
    state.map.getContainer().setAttribute("aria-describedby", text.id);
    state.title.replaceChildren(so.make(so.heading || "h2", "", title), so.make("span", "", as_of), text);
  }

  /** Show or hide layers, here and at once; whoever wants to know hears of it later. */
  so.toggle = function (state, ids, shown) {
    for (const id of ids) {
      const group = state.groups.get(id);
      if (shown) state.hidden.delete(id);
      else state.hidden.add(id);
      if (group && shown) group.addTo(state.map);
      else if (group) group.remove();
    }
    light(state, "so-chosen", state.chosen);
    clearTimeout(state.timer);
    state.timer = setTimeout(() => so.report(state), 400);
  };

  so.report = function (state) {
    clearTimeout(state.timer);
    state.timer = null;
    if (state.onHidden) state.onHidden({ article: state.head.article, ids: [...state.hidden].sort() });
  };

  function show(state, feature, at) {
    const p = feature.properties;
    const box = so.make("div", "so-popup");
    const said = (p.detail || "").split("\n").filter(Boolean);
    const head = p.label || p.caption || said[0] || "";
    box.append(so.make("strong", "", head));
    const lines = said.filter((line) => line !== head);
    for (const line of lines) box.append(so.make("div", "", line));
    state.popup = L.popup({ autoPan: false, closeButton: true, maxWidth: 280, className: "so-popup-frame" })
      .setLatLng(at)
      .setContent(box)
      .openOn(state.map);
    const cross = state.popup.getElement().querySelector(".leaflet-popup-close-button");
    if (cross) cross.setAttribute("aria-label", state.head.words.close);
  }

  function light(state, name, ids) {
    const wanted = new Set(ids);
    for (const node of state.map.getContainer().querySelectorAll(".so-pin")) {
      const own = (node.dataset.ids || "").split(" ");
      node.classList.toggle(name, own.some((id) => wanted.has(id)));
    }
  }

  function chooseFrom(state, { ids, from }) {
    state.chosen = ids;
    light(state, "so-chosen", ids);
    if (from === "map") return;
    const held = ids.map((id) => state.pins.get(id)).find(Boolean);
    if (!held) {
      state.map.closePopup();
      return;
    }
    show(state, held.feature, held.at);
    fly(state, held.at);
  }

  // within the picture to the pin itself; beyond it as far out as shows both, or one would be lost
  function fly(state, at) {
    const home = L.latLngBounds(corner(state, 1, 0), corner(state, 3, 2));
    const zoom = state.map.getZoom();
    if (home.contains(at)) {
      if (so.calm()) state.map.setView(at, zoom, { animate: false });
      else state.map.flyTo(at, zoom, { duration: 0.7 });
      return;
    }
    const both = L.latLngBounds([home.getCenter(), at]);
    const options = { paddingTopLeft: [130, 110], paddingBottomRight: [130, 40], maxZoom: zoom };
    if (so.calm()) state.map.fitBounds(both, { ...options, animate: false });
    else state.map.flyToBounds(both, { ...options, duration: 0.8 });
  }

  function corner(state, lat, lon) {
    return [state.head.extent[lat], state.head.extent[lon]];
  }
})(globalThis.standoff);
