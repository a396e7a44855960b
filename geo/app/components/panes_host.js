/* The tables below the map; their rows lead to mentions without asking the server. */
(function (so) {
  so.hosts.panes = async function ({ data, parentElement }) {
    let box = parentElement.querySelector(".so-panes");
    if (!box) {
      box = document.createElement("div");
      box.className = "so-panes";
      parentElement.append(box);
    }
    const content = await so.read(data, parentElement);
    if (content) so.panes(box, content);
  };
})(globalThis.standoff);
