/* The namespace every part shares: data by name, words, and the line that article and map talk on. */
(function (root) {
  "use strict";
  const so = (root.standoff = root.standoff || {});
  so.bus = so.bus || new EventTarget();
  so.store = so.store || new Map();
  so.waiting = so.waiting || new Map();

  // flat differences in thousandths of a degree become GeoJSON's [lon, lat] pairs
  function sums(value) {
    if (Array.isArray(value[0])) return value.map(sums);
    const out = [];
    let lon = 0;
    let lat = 0;
    for (let i = 0; i + 1 < value.length; i += 2) {
      lon += value[i];
      lat += value[i + 1];
      out.push([lon / 1000, lat / 1000]);
    }
    return out;
  }

  /** Keep a feature collection under its name and wake whoever waits for it. */
  so.put = function (name, collection) {
    for (const { geometry } of collection.features) {
      if (geometry && geometry.c) {
        geometry.coordinates = sums(geometry.c);
        delete geometry.c;
      }
    }
    so.store.set(name, collection);
    const wake = so.waiting.get(name);
    if (wake) {
      so.waiting.delete(name);
      wake.forEach((resolve) => resolve());
    }
  };

  /** A promise that all those names are there. */
  so.have = function (names) {
    return Promise.all(
      names
        .filter((name) => !so.store.has(name))
        .map(
          (name) =>
            new Promise((resolve) => {
              so.waiting.set(name, [...(so.waiting.get(name) || []), resolve]);
            }),
        ),
    );
  };

  /** Unpack base64 of gzipped JSON. */
  so.unpack = async function (packed) {
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return JSON.parse(await new Response(stream).text());
  };

  /** Tell the other side; `choose` and `hover` carry the ids of mentions. */
  so.tell = function (kind, detail) {
    so.bus.dispatchEvent(new CustomEvent(kind, { detail }));
  };

  /** An element with a class and text. Text only: nothing of an article ever becomes markup. */
  so.make = function (tag, className, text) {
    const node = document.createElement(tag);
    if (className) node.className = className;
    if (text !== undefined && text !== null) node.textContent = text;
    return node;
  };

  so.calm = function () {
    return root.matchMedia("(prefers-reduced-motion: reduce)").matches;
  };
})(globalThis);
