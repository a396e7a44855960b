/* The evidence card: what a mention was taken for, why, and what else it could be. */
(function (so) {
  "use strict";

  so.emptyCard = function (view) {
    view.cardBox.replaceChildren(so.make("p", "so-card-hint", view.data.words.choose));
  };

  function reasons(list) {
    const box = so.make("ul", "so-reasons");
    for (const [sentence, weight] of list) {
      const row = so.make("li", weight < 0 ? "so-against" : "", sentence);
      box.append(row);
    }
    return box;
  }

  function bar(score) {
    const track = so.make("span", "so-score");
    track.setAttribute("aria-hidden", "true");
    const fill = so.make("span", "");
    fill.style.width = `${Math.round(score * 100)}%`;
    track.append(fill);
    return track;
  }

  function candidate(view, m, c, rank) {
    const row = so.make("li", rank === 0 ? "so-first" : "");
    const line = so.make("div", "so-candidate");
    line.append(so.make("span", "so-candidate-name", c.name));
    if (c.where) line.append(so.make("span", "so-candidate-where", c.where));
    line.append(bar(c.score), so.make("span", "so-candidate-score", c.shown));
    const chosen = rank === 0 && m.status === "resolved";
    if (view.onCorrect && !chosen) {
      const use = so.make("button", "so-action", view.data.words.use);
      use.type = "button";
      use.setAttribute("aria-label", `${view.data.words.use}: ${c.name} ${c.where || ""}`);
      use.addEventListener("click", () => view.onCorrect({ surface: m.surface, place_id: c.id }));
      line.append(use);
    }
    row.append(line);
    if (c.reasons.length) row.append(reasons(c.reasons));
    return row;
  }

  function measures(view, card) {
    const table = so.make("table", "so-lengths");
    for (const [label, value] of card.figures) {
      const row = so.make("tr", "");
      const head = so.make("th", "", label);
      head.scope = "row";
      row.append(head, so.make("td", "", value));
      table.append(row);
    }
    return table;
  }

  /** Show the card of mention `m`; `count` mentions share its place. */
  so.card = function (view, m, count) {
    const card = view.data.cards[m.card];
    const words = view.data.words;
    const head = so.make("div", "so-card-head");
    const name = so.make("strong", `so-card-name so-kind-${m.kind}`, card.title || m.surface);
    head.append(name);
    if (m.place && count > 1) head.append(so.make("span", "so-count", "×" + count));
    head.append(so.make("span", "so-card-kind", card.kind));
    const parts = [head];
    if (card.line) parts.push(so.make("p", "so-card-line", card.line));
    if (m.modality) parts.push(so.make("p", "so-card-line", m.modality));
    if (m.reasons && m.reasons.length) parts.push(reasons(m.reasons));
    if (card.figures && card.figures.length) parts.push(measures(view, card));
    const list = card.candidates || [];
    if (list.length) {
      const heading = m.status === "ambiguous" ? words.undecided : null;
      if (heading) parts.push(so.make("p", "so-card-sub", heading));
      const rows = list.map((c, i) => candidate(view, m, c, i));
      const shown = m.status === "ambiguous" ? rows.length : 1;
      const first = so.make("ol", "so-candidates");
      first.append(...rows.slice(0, shown));
      parts.push(first);
      if (rows.length > shown) {
        const more = so.make("details", "so-more");
        const others = so.make("ol", "so-candidates");
        others.append(...rows.slice(shown));
        more.append(so.make("summary", "", `${words.others} (${rows.length - shown})`), others);
        parts.push(more);
      }
    }
    if (view.onCorrect && m.correctable) {
      const not = so.make("button", "so-action so-not", words["not-a-place"]);
      not.type = "button";
      not.addEventListener("click", () => view.onCorrect({ surface: m.surface, place_id: "" }));
      parts.push(not);
    }
    view.cardBox.replaceChildren(...parts);
    view.cardBox.scrollTop = 0;
  };
})(globalThis.standoff);
