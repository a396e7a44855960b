/* The text beside the map; only a correction goes to the server. */
export default async function ({ data, parentElement, setTriggerValue }) {
  const so = await gate;
  let box = parentElement.querySelector(".so-article");
  if (!box) {
    box = document.createElement("div");
    box.className = "so-article";
    parentElement.append(box);
  }
  const view = await read(so, data, parentElement);
  if (view) so.article(box, view, (correction) => setTriggerValue("correction", correction));
  return () => box.standoffArticle?.close();
}
