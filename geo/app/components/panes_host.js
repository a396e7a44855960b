/* The tables below the map; their rows lead to mentions without asking the server. */
export default async function ({ data, parentElement }) {
  const so = await gate;
  let box = parentElement.querySelector(".so-panes");
  if (!box) {
    box = document.createElement("div");
    box.className = "so-panes";
    parentElement.append(box);
  }
  const content = await read(so, data, parentElement);
  if (content) so.panes(box, content);
}
