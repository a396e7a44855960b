/* Saves a file that was made for a click, once, and says that it has arrived. */
export default function ({ data, setTriggerValue }) {
  const saved = (globalThis.standoffSaved ??= new Set());
  if (!saved.has(data.token)) {
    saved.add(data.token);
    const bytes = Uint8Array.from(atob(data.content), (c) => c.charCodeAt(0));
    const url = URL.createObjectURL(new Blob([bytes], { type: data.mime }));
    // never in the page: a click there would close what the person has open
    const link = document.createElement("a");
    link.href = url;
    link.download = data.name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
  setTriggerValue("saved", data.token);
}
