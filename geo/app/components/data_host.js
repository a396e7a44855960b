/* Collections by name, for every map of the page; what didn't change isn't sent again. */
(function (so) {
  so.hosts.data = async function ({ data, parentElement }) {
    const content = await so.read(data, parentElement);
    for (const [name, written] of Object.entries(content || {})) {
      if (!so.store.has(name)) so.put(name, JSON.parse(written));
    }
  };
})(globalThis.standoff);
