/* Tables as tables: real headings, real rows; a row that stands for mentions leads to them. */
(function (so) {
  "use strict";

  function cell(data, i, text, ids) {
    const numeric = data.numeric.includes(i);
    const node = so.make(i === 0 ? "th" : "td", numeric ? "so-number" : "");
    if (i === 0) node.scope = "row";
    if (i === 0 && ids.length) {
      const button = so.make("button", "so-row", text);
      button.type = "button";
      button.addEventListener("click", () => so.tell("choose", { ids, id: ids[0], from: "table" }));
      node.append(button);
    } else {
      node.textContent = text;
    }
    return node;
  }

  /** Draw one table into `box`. */
  so.table = function (box, data) {
    const table = so.make("table", "so-table");
    table.append(so.make("caption", "", data.title));
    const head = so.make("tr", "");
    data.columns.forEach((title, i) => {
      const node = so.make("th", data.numeric.includes(i) ? "so-number" : "", title);
      node.scope = "col";
      head.append(node);
    });
    const top = so.make("thead", "");
    top.append(head);
    const body = so.make("tbody", "");
    data.rows.forEach((cells, row) => {
      const ids = data.ids[row] || [];
      const line = so.make("tr", "");
      line.append(...cells.map((text, i) => cell(data, i, text, ids)));
      body.append(line);
    });
    table.append(top, body);
    const hold = so.make("div", "so-table-hold");
    hold.tabIndex = 0;
    hold.setAttribute("role", "region");
    hold.setAttribute("aria-label", data.title);
    hold.append(table);
    const parts = [hold];
    if (data.note) parts.push(so.make("p", "so-table-note", data.note));
    box.replaceChildren(...parts);
  };

  /** Draw panes of tables behind tabs; called again, the same tab stays open. */
  so.panes = function (box, data) {
    const open = Math.min(box.standoffTab || 0, data.panes.length - 1);
    const list = so.make("div", "so-tabs");
    list.setAttribute("role", "tablist");
    const pairs = data.panes.map((pane, i) => {
      const tab = so.make("button", "so-tab", pane.title);
      tab.type = "button";
      tab.id = `so-tab-${i}`;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", `so-pane-${i}`);
      const body = so.make("div", "so-pane");
      body.id = `so-pane-${i}`;
      body.setAttribute("role", "tabpanel");
      body.setAttribute("aria-labelledby", tab.id);
      for (const table of pane.tables) {
        const hold = so.make("div", "");
        so.table(hold, table);
        body.append(hold);
      }
      if (!pane.tables.length) body.append(so.make("p", "so-table-note", pane.empty));
      return [tab, body];
    });
    const show = (chosen, focus) => {
      box.standoffTab = chosen;
      pairs.forEach(([tab, body], i) => {
        tab.setAttribute("aria-selected", String(i === chosen));
        tab.tabIndex = i === chosen ? 0 : -1;
        body.hidden = i !== chosen;
      });
      if (focus) pairs[chosen][0].focus();
    };
    pairs.forEach(([tab], i) => tab.addEventListener("click", () => show(i)));
    list.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) show((box.standoffTab + step + pairs.length) % pairs.length, true);
    });
    list.append(...pairs.map(([tab]) => tab));
    box.replaceChildren(list, ...pairs.map(([, body]) => body));
    show(open);
  };
})(globalThis.standoff);
