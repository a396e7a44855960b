/* The text beside the map; only a correction goes to the server. */
(function (so) {
  so.hosts.article = async function ({ data, parentElement, setTriggerValue }) {
    let box = parentElement.querySelector(".so-article");
    if (!box) {
      box = document.createElement("div");
      box.className = "so-article";
      parentElement.append(box);
    }
    const view = await so.read(data, parentElement);
    if (view) so.article(box, view, (correction) => setTriggerValue("correction", correction));
    return () => box.standoffArticle?.close();
  };
})(globalThis.standoff);
