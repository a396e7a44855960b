/* Names on the map: one greedy placement over all layers, by priority, anew after every move. */
(function (so) {
  "use strict";

  // what is lettered first when room is short, as on paper
  const RANK = {
    sites: 90, mentions: 80, ring: 75, "dead-zone": 72, "ring-band": 71, regions: 60, focus: 50,
    land: 45, alliance: 45, cities: 30, seas: 20, lakes: 10,
  };

  const Words = L.Layer.extend({
    initialize(items, table) {
      this.items = items;
      this.table = table;
    },
    onAdd(map) {
      this.host = map.getPane("so-words");
      for (const item of this.items) {
        item.node = so.make("div", item.className, item.text);
        item.node.style.color = item.colour;
        item.node.setAttribute("aria-hidden", "true"); // the pin itself carries the name
        item.width = 0;
        this.host.append(item.node);
        if (item.dot) {
          item.spot = so.make("div", "so-dot");
          const svg = so.svg("svg", { viewBox: "-7 -7 14 14", width: 14, height: 14, "aria-hidden": "true" });
          svg.append(so.symbol(item.dot));
          item.spot.append(svg);
          this.host.append(item.spot);
        }
      }
      this.table.add(this);
    },
    onRemove() {
      for (const item of this.items) {
        item.node.remove();
        if (item.spot) item.spot.remove();
      }
      this.table.remove(this);
    },
  });

  // where a label may stand beside its point: right, left, above, below
  const BESIDE = [
    (w, h) => [9, -h / 2],
    (w, h) => [-w - 9, -h / 2],
    (w, h) => [-w / 2, -h - 9],
    (w, h) => [-w / 2, 9],
  ];
  // where the count may stand at its pin, by the name of its place in the style sheet
  const CORNERS = { "": [3, -23], sw: [-28, 7], nw: [-28, -23], se: [3, 7] };
  const COUNT = [25, 16];

  /** Set a pin's count where it hides no other pin; gives the room it takes. */
  function count(item, taken) {
    const boxes = Object.entries(CORNERS).map(([corner, [dx, dy]]) => {
      const [x, y] = [item.px.x + dx, item.px.y + dy];
      return { corner, box: [x, y, x + COUNT[0], y + COUNT[1], item] };
    });
    const free = boxes.find(({ box }) => !taken.some((t) => t[4] !== item && meets(box, t))) || boxes[0];
    const marker = so.markers.get(item.feature);
    const pin = marker && marker.getElement();
    if (pin) pin.dataset.count = free.corner;
    return free.box;
  }

  const meets = (a, b) => a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];

  const UPON = [(w, h) => [-w / 2, -h / 2]];
  const ABOVE = [
    (w, h) => [-w / 2, -h - 3], (w, h) => [-w / 2, 4], (w, h) => [2, -h - 3], (w, h) => [-w - 2, -h - 3],
    (w, h) => [12, 2], (w, h) => [-w - 12, 2],
  ];

  /** All words of one map; keeps what collides with something more important from being shown. */
  so.Table = class {
    constructor(map) {
      this.map = map;
      this.layers = new Set();
      this.due = false;
      map.on("zoomend moveend resize", () => this.later());
    }
    add(layer) {
      this.layers.add(layer);
      this.later();
    }
    remove(layer) {
      this.layers.delete(layer);
      this.later();
    }
    later() {
      if (this.due) return;
      this.due = true;
      requestAnimationFrame(() => {
        this.due = false;
        this.place();
      });
    }
    place() {
      const size = this.map.getSize();
      const items = [...this.layers].flatMap((layer) => layer.items);
      for (const item of items) {
        const at = this.map.latLngToContainerPoint(item.at);
        item.px = at;
        item.seen = at.x > 0 && at.y > 0 && at.x < size.x && at.y < size.y;
      }
      // reading sizes first, all at once, spares the browser a layout per word
      const fresh = items.filter((item) => item.seen && !item.width);
      fresh.forEach((item) => (item.node.style.display = ""));
      for (const item of fresh) {
        item.width = item.node.offsetWidth;
        item.height = item.node.offsetHeight;
      }
      items.sort((a, b) => b.rank - a.rank || b.priority - a.priority);
      const taken = items
        .filter((item) => item.seen && item.beside && !item.dot)
        .map((item) => [item.px.x - 8, item.px.y - 8, item.px.x + 8, item.px.y + 8, item]);
      for (const item of items) if (item.seen && item.counted) taken.push(count(item, taken));
      // below the buttons and the scale nothing could be read
      taken.push([size.x - 52, 0, size.x, 108, null], [size.x - 112, size.y - 32, size.x, size.y, null]);
      const said = new Set();
      const room = { taken, said, size, dots: [], most: Math.round((size.x * size.y) / 16000) };
      for (const item of items) this.settle(item, room);
    }
    settle(item, room) {
      const box = item.seen && !room.said.has(item.said) && this.spot(item, room);
      item.node.style.display = box ? "" : "none";
      if (item.spot) item.spot.style.display = box ? "" : "none";
      if (!box) return;
      room.said.add(item.said);
      room.taken.push([...box, item]);
      L.DomUtil.setPosition(item.node, this.map.containerPointToLayerPoint([box[0], box[1]]));
      if (item.spot) {
        const { x, y } = item.px;
        room.dots.push(item.px);
        room.taken.push([x - 5, y - 5, x + 5, y + 5, item]);
        L.DomUtil.setPosition(item.spot, this.map.containerPointToLayerPoint([x - 7, y - 7]));
      }
    }
    spot(item, room) {
      if (item.dot) {
        // towns only help to find one's way: few, and well apart
        if (room.dots.length >= room.most) return null;
        if (room.dots.some((p) => p.distanceTo(item.px) < 52)) return null;
        const { x, y } = item.px;
        if (room.taken.some((t) => x + 6 > t[0] && x - 6 < t[2] && y + 6 > t[1] && y - 6 < t[3])) return null;
      }
      for (const offset of item.offsets) {
        const [dx, dy] = offset(item.width, item.height);
        const x = item.px.x + dx;
        const y = item.px.y + dy;
        const box = [x, y, x + item.width, y + item.height];
        if (box[0] < 2 || box[1] < 2 || box[2] > room.size.x - 2 || box[3] > room.size.y - 2) continue;
        if (!room.taken.some((t) => t[4] !== item && meets(box, t))) return box;
      }
      return null;
    }
  };

  function anchor(feature) {
    const g = feature.geometry;
    if (!g) return null;
    if (g.type === "Point") return L.latLng(g.coordinates[1], g.coordinates[0]);
    const p = feature.properties;
    if (p.at) return L.latLng(p.at[1], p.at[0]);
    return null;
  }

  /** The words of one layer, or null when it has none to write. */
  so.words = function (spec, features, api) {
    const items = [];
    const capitals = new Set(api.capitals()); // of the country in focus: who looks there, looks for it first
    for (const feature of features) {
      const p = feature.properties;
      const at = anchor(feature);
      const point = spec.mark === "point";
      const text = p.label || (point ? "" : p.caption) || "";
      if (!text || !at) continue;
      const style = so.styleOf(spec, p.key);
      const town = spec.role === "cities";
      const caption = !p.label;
      items.push({
        at,
        feature,
        text,
        // a country's name isn't written again beside its pin; two rings may well say the same
        said: caption ? `${spec.id} ${text}` : text.toLocaleLowerCase(),
        colour: (caption && style.stroke) || style.text || "#1e1e1e",
        offsets: point ? BESIDE : caption ? ABOVE : UPON,
        className: `so-word so-word-${spec.role}` + (p.key === "capital" ? " so-word-capital" : ""),
        beside: point,
        dot: town ? style : null,
        counted: point && (p.ids || "").includes(" "),
        rank: p.key === "capital" ? (capitals.has(text) ? RANK.mentions - 1 : 55) : RANK[spec.role] || 0,
        priority: p.priority || 0,
      });
    }
    return items.length ? new Words(items, api.table) : null;
  };
})(globalThis.standoff);
