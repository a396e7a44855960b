/* Saves a file that was made for a click, once, and says that it has arrived. */
export default function ({ data, setTriggerValue }) {
  const saved = (globalThis.standoffSaved ??= new Set());
  try {
    if (!saved.has(data.token)) save(data);
  } finally {
    // even if the browser refused it: the next file waits for this one
    saved.add(data.token);
    setTriggerValue("saved", data.token);
  }
}

function save({ name, mime, content }) {
  const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  // never in the page: a click there would close what the person has open
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
