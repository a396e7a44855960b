/* Taking a point from the map: by a click, or by the keys with the middle of the map as cross-hair. */
(function (so) {
  "use strict";

  /** Take the next point if `words` say so; called again without words, go back to normal. */
  so.pick = function (state, words, done) {
    if (state.unpick) state.unpick();
    if (!words) return;
    const { map } = state;
    const div = map.getContainer();
    const hint = so.make("p", "so-pick-hint", words);
    hint.setAttribute("role", "status");
    const cross = so.make("div", "so-pick-cross");
    cross.setAttribute("aria-hidden", "true");
    div.append(hint, cross);
    div.classList.add("so-picking");
    map.closePopup();
    const finish = (at) => {
      state.unpick();
      done(at ? { lon: at.lng, lat: at.lat } : {});
    };
    // before any layer: a click on a country or a pin means the point beneath as well
    const clicked = (event) => {
      if (event.target.closest(".leaflet-control")) return;
      event.stopPropagation();
      event.preventDefault();
      finish(map.mouseEventToLatLng(event));
    };
    const pressed = (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      if (event.key === "Enter" && event.target !== div) return;
      event.stopPropagation();
      event.preventDefault();
      finish(event.key === "Enter" ? map.getCenter() : null);
    };
    div.addEventListener("click", clicked, true);
    div.addEventListener("keydown", pressed, true);
    div.focus();
    state.unpick = () => {
      div.removeEventListener("click", clicked, true);
      div.removeEventListener("keydown", pressed, true);
      div.classList.remove("so-picking");
      hint.remove();
      cross.remove();
      state.unpick = null;
    };
  };
})(globalThis.standoff);
