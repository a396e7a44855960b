/* Collections by name, for every map of the page; what didn't change isn't sent again. */
export default async function ({ data, parentElement }) {
  const so = await gate;
  const content = await read(so, data, parentElement);
  for (const [name, written] of Object.entries(content || {})) {
    if (!so.store.has(name)) so.put(name, JSON.parse(written));
  }
}
