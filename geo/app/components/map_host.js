/* Runs folium's script against the live map; a new script changes layers, never the map itself. */
(function (so) {
  const NAME = "scene_map_standoff";

  function parts(parent) {
    let frame = parent.querySelector(".so-frame");
    if (frame) return [frame, ...frame.children];
    frame = document.createElement("div");
    frame.className = "so-frame";
    const title = document.createElement("div");
    title.className = "so-title";
    const map = document.createElement("div");
    map.className = "so-map";
    const legend = document.createElement("div");
    legend.className = "so-legend";
    frame.append(title, map, legend);
    parent.append(frame);
    return [frame, title, map, legend];
  }

  so.hosts.map = async function ({ data, parentElement, setStateValue, setTriggerValue }) {
    const message = await so.read(data, parentElement);
    if (message) await draw(message, parentElement);
    const map = parentElement.querySelector(".so-map");
    if (map?.standoff) {
      map.standoff.onHidden = (report) => setStateValue("hidden", report);
      so.pick(map.standoff, data.picking, (point) => setTriggerValue("point", point));
    }
    return () => {
      so.mounts.delete(NAME);
      map?.standoff?.close();
    };
  };

  async function draw(message, parentElement) {
    await so.have(message.needs);
    for (const [name, written] of Object.entries(message.light)) {
      if (!so.store.has(name)) so.put(name, JSON.parse(written));
    }
    const [, title, map, legend] = parts(parentElement);
    so.mounts.set(NAME, { map, title, legend });
    const state = map.standoff;
    if (!state || state.script !== message.script) {
      // the script is folium's own and holds no text but JSON
      new Function("standoff", "L", message.script)(so, L);
      map.standoff.script = message.script;
    }
  }
})(globalThis.standoff);
