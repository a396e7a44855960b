/* Mounted once, the same for everybody, so Streamlit's message cache never sends it twice. */
async function unzipped(packed) {
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

export default async function ({ data }) {
  if (globalThis.standoff) return;
  const [script, css] = await Promise.all([unzipped(data.script), unzipped(data.css)]);
  const sheet = document.createElement("style");
  sheet.textContent = css;
  document.head.append(sheet);
  // code of the package itself, packed to a third
  new Function(script)();
  gate.open(globalThis.standoff);
}
