/* The text, its mentions as buttons, what can't be drawn, and the evidence of the one chosen. */
(function (so) {
  "use strict";

  function mention(seg, view) {
    const m = view.data.mentions[seg.m];
    const button = so.make("button", `so-m so-m-${m.kind}`, seg.t);
    button.type = "button";
    button.dataset.id = m.id;
    if (m.doubt) button.classList.add("so-doubt");
    button.setAttribute("aria-pressed", "false");
    button.title = m.hint || "";
    return button;
  }

  function paragraph(segments, view) {
    const p = so.make("p", segments.every((s) => s.b || !s.t.trim()) ? "so-boilerplate" : "");
    for (const seg of segments) {
      if (seg.m !== undefined) p.append(mention(seg, view));
      else p.append(seg.b ? so.make("span", "so-boilerplate", seg.t) : document.createTextNode(seg.t));
    }
    return p;
  }

  function unplaced(view) {
    const rows = view.data.unplaced;
    if (!rows.length) return null;
    const box = so.make("section", "so-unplaced");
    box.append(so.make("h3", "", view.data.words.unplaced));
    const list = so.make("ul", "");
    for (const row of rows) {
      const item = so.make("li", "");
      const m = view.data.mentions[row.m];
      const button = so.make("button", `so-m so-m-${m.kind}`, m.surface);
      button.type = "button";
      button.dataset.id = m.id;
      button.setAttribute("aria-pressed", "false");
      item.append(button, so.make("span", "so-why", row.why));
      list.append(item);
    }
    box.append(list);
    return box;
  }

  // what a person decided, each with its way back
  function decisions(view) {
    const made = view.data.corrections || [];
    if (!made.length || !view.onCorrect) return null;
    const box = so.make("div", "so-decisions");
    box.append(so.make("span", "so-decisions-head", view.data.words.corrections));
    for (const { surface, shown } of made) {
      const item = so.make("span", "so-decision", shown);
      const undo = so.make("button", "so-action", view.data.words.undo);
      undo.type = "button";
      undo.setAttribute("aria-label", `${view.data.words.undo}: ${shown}`);
      undo.addEventListener("click", () => view.onCorrect({ undo: surface }));
      item.append(undo);
      box.append(item);
    }
    return box;
  }

  // every mention of the same place; one that leads nowhere stands alone
  function same(view, id) {
    const place = view.byId.get(id)?.place;
    return view.data.mentions.filter((m) => m.id === id || (place && m.place === place)).map((m) => m.id);
  }

  function press(view, ids) {
    const wanted = new Set(ids);
    for (const node of view.box.querySelectorAll(".so-m")) {
      node.setAttribute("aria-pressed", String(wanted.has(node.dataset.id)));
    }
  }

  function reveal(view, ids) {
    const first = ids.map((id) => view.text.querySelector(`[data-id="${CSS.escape(id)}"]`)).find(Boolean);
    if (!first) return;
    const hold = view.text.getBoundingClientRect();
    const at = first.getBoundingClientRect();
    if (at.top < hold.top || at.bottom > hold.bottom) {
      view.text.scrollTo({
        top: view.text.scrollTop + at.top - hold.top - hold.height / 3,
        behavior: so.calm() ? "auto" : "smooth",
      });
    }
  }

  function choose(view, { ids, from, id }) {
    const one = id || ids.find((i) => view.byId.has(i));
    if (!one) return;
    press(view, ids);
    so.card(view, view.byId.get(one), ids.length);
    const m = view.byId.get(one);
    view.live.textContent = `${m.surface}: ${m.hint || ""}`;
    // the card takes room: the word itself may have slipped below it
    reveal(view, from === "article" ? [one] : ids);
    view.chosen = { ids, id: one };
  }

  /** Draw the article of `data` into `box`; called again, it draws anew and keeps the choice. */
  so.article = function (box, data, onCorrect) {
    const before = box.standoffArticle;
    if (before && before.print === data.print) return before;
    if (before) before.close();
    const view = { box, data, onCorrect, print: data.print, byId: new Map(data.mentions.map((m) => [m.id, m])) };
    const scrolled = before && before.data.article === data.article ? before.text.scrollTop : 0;

    const head = so.make("header", "so-head");
    if (data.meta) head.append(so.make("p", "so-meta", data.meta));
    view.text = so.make("div", "so-text");
    view.text.tabIndex = 0;
    view.text.setAttribute("role", "region");
    view.text.setAttribute("aria-label", data.words["article-text"]);
    const body = so.make("div", "so-body");
    body.lang = data.lang;
    body.dir = "auto";
    data.paragraphs.forEach((segments, i) => {
      const p = paragraph(segments, view);
      if (i === 0 && data.headline) p.classList.add("so-headline");
      body.append(p);
    });
    view.text.append(body);
    const rest = unplaced(view);
    if (rest) view.text.append(rest);
    view.cardBox = so.make("aside", "so-card");
    view.cardBox.setAttribute("aria-label", data.words.evidence);
    view.live = so.make("p", "so-live");
    view.live.setAttribute("aria-live", "polite");
    const undoing = decisions(view);
    if (undoing) head.append(undoing);
    box.replaceChildren(head, view.text, view.cardBox, view.live);
    so.emptyCard(view);

    const idOf = (event) => event.target.closest && event.target.closest(".so-m")?.dataset.id;
    view.text.addEventListener("click", (event) => {
      const id = idOf(event);
      if (id) so.tell("choose", { ids: same(view, id), id, from: "article" });
    });
    for (const [kind, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
      view.text.addEventListener(kind, (event) => {
        const id = idOf(event);
        if (id) so.tell("hover", { ids: on ? same(view, id) : [], from: "article" });
      });
    }
    const onChoose = (event) => choose(view, event.detail);
    const onHover = (event) => {
      const wanted = new Set(event.detail.ids);
      for (const node of view.text.querySelectorAll(".so-m")) {
        node.classList.toggle("so-hover", wanted.has(node.dataset.id));
      }
    };
    so.bus.addEventListener("choose", onChoose);
    so.bus.addEventListener("hover", onHover);
    view.close = () => {
      so.bus.removeEventListener("choose", onChoose);
      so.bus.removeEventListener("hover", onHover);
    };
    view.text.scrollTop = scrolled;
    box.standoffArticle = view;
    if (before && before.chosen && before.data.article === data.article) choose(view, before.chosen);
    return view;
  };
})(globalThis.standoff);
