/* A layer of the scene becomes a Leaflet group: casing below line, hatch over fill, pins by shape. */
(function (so) {
  "use strict";
  const PT = so.PT;

  // geo.maps.scene.Style without anything
  const PLAIN = {
    fill: null, fill_alpha: 1, stroke: null, stroke_alpha: 1, width_pt: 0, casing: null, casing_pt: 0,
    dash_pt: [], hatch: "", symbol: null, size_pt: 0, hollow: false, dotted: false, text: "#1e1e1e",
  };

  so.styleOf = (spec, key) => ({ ...PLAIN, ...(spec.styles[key || ""] || spec.styles[""]) });

  function path(style) {
    return {
      stroke: Boolean(style.stroke && style.width_pt),
      color: style.stroke || "#000000",
      opacity: style.stroke_alpha,
      weight: style.width_pt * PT,
      dashArray: (style.dash_pt || []).map((d) => d * PT).join(" ") || null,
      fill: Boolean(style.fill),
      fillColor: style.fill || undefined,
      fillOpacity: style.fill_alpha,
      lineJoin: "round",
    };
  }

  function shapes(spec, features, pane, restyle) {
    return L.geoJSON(features, {
      pane,
      // pointer events only where there is something to say; a land polygon would swallow clicks
      interactive: false,
      style: (feature) => restyle(so.styleOf(spec, feature.properties.key)),
    });
  }

  function ids(feature) {
    return (feature.properties.ids || "").split(" ").filter(Boolean);
  }

  so.markers = new WeakMap(); // by feature

  function place(spec, feature, pane, api) {
    const at = L.latLng(feature.geometry.coordinates[1], feature.geometry.coordinates[0]);
    const p = feature.properties;
    const linked = ids(feature);
    const face = so.pin(so.styleOf(spec, p.key), linked.length);
    const marker = L.marker(at, {
      pane,
      title: "",
      keyboard: true,
      riseOnHover: true,
      icon: L.divIcon({ className: "so-pin", html: face, iconSize: [28, 28] }),
    });
    const open = (event) => {
      api.show(feature, at);
      if (linked.length) so.tell("choose", { ids: linked, from: "map" });
      if (event && event.originalEvent) L.DomEvent.stopPropagation(event);
    };
    marker.on("click", open);
    marker.on("keydown", (event) => {
      if (event.originalEvent.key !== "Enter" && event.originalEvent.key !== " ") return;
      event.originalEvent.preventDefault();
      open(event);
    });
    marker.on("mouseover", () => linked.length && so.tell("hover", { ids: linked }));
    marker.on("mouseout", () => linked.length && so.tell("hover", { ids: [] }));
    marker.on("add", () => {
      const node = marker.getElement();
      const name = [p.label, linked.length > 1 ? "×" + linked.length : "", spec.title];
      node.setAttribute("aria-label", name.filter(Boolean).join(", "));
      node.dataset.ids = linked.join(" ");
    });
    linked.forEach((id) => api.pins.set(id, { at, feature, marker }));
    so.markers.set(feature, marker);
    return marker;
  }

  function middle(feature) {
    const at = feature.properties.at;
    if (at) return L.latLng(at[1], at[0]);
    return L.geoJSON(feature).getBounds().getCenter();
  }

  /** Build the group of one layer. `api` is the map's side: panes, pins, show(), lettering. */
  so.build = function (spec, api) {
    const collection = so.store.get(spec.data);
    const features = collection ? collection.features : [];
    const group = L.layerGroup();
    const pane = api.pane(spec.id);
    const points = features.filter((f) => f.geometry && f.geometry.type === "Point");
    const drawn = features.filter((f) => f.geometry && f.geometry.type !== "Point");

    if (spec.mark !== "label" && drawn.length) {
      const cased = drawn.filter((f) => so.styleOf(spec, f.properties.key).casing);
      if (cased.length) {
        group.addLayer(
          shapes(spec, cased, pane, (s) => ({
            ...path(s), fill: false, stroke: true, color: s.casing, weight: s.casing_pt * PT, dashArray: null, opacity: 1,
          })),
        );
      }
      group.addLayer(shapes(spec, drawn, pane, path));
      const hatched = drawn.filter((f) => so.styleOf(spec, f.properties.key).hatch);
      if (hatched.length) {
        group.addLayer(
          shapes(spec, hatched, pane, (s) => ({ stroke: false, fill: true, fillColor: so.hatch(s), fillOpacity: s.stroke_alpha })),
        );
      }
      for (const feature of drawn) {
        for (const id of ids(feature)) api.pins.set(id, { at: middle(feature), feature, marker: null });
        if (feature.properties.detail && (spec.mark === "line" || spec.provenance !== "base")) group.addLayer(touch(spec, feature, pane, api));
      }
    }
    const lettered = spec.role === "cities";
    if (spec.mark === "point" && !lettered) {
      for (const feature of points) group.addLayer(place(spec, feature, pane, api));
    } else {
      for (const feature of points) {
        for (const id of ids(feature)) {
          if (!api.pins.has(id)) api.pins.set(id, { at: middle(feature), feature, marker: null });
        }
      }
    }
    const words = so.words(spec, features, api);
    if (words) group.addLayer(words);
    return group;
  };

  // a wide invisible line that can be touched, below the pins and above the fills; of an area that
  // the article speaks of, its inside too
  function touch(spec, feature, pane, api) {
    const inside = spec.role === "borderland";
    return L.geoJSON(feature, {
      pane,
      interactive: true,
      bubblingMouseEvents: false,
      style: { color: "#000", opacity: 0, weight: inside ? 4 : 16, fill: inside, fillOpacity: 0 },
    }).on("click", (event) => {
      api.show(feature, event.latlng);
      const linked = ids(feature);
      if (inside && linked.length) so.tell("choose", { ids: linked, from: "map" });
    });
  }
})(globalThis.standoff);
