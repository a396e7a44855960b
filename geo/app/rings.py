"""Range rings: radii of the documented ones, and rings of a person's own."""

from __future__ import annotations

import streamlit as st

from geo.analysis import Analysis, RingChoice
from geo.app import lids, runs
from geo.app.choices import (
    LONGEST_KM,
    Pick,
    ask_for_rings,
    picks,
    ring_address,
    rings,
    start_picking,
)
from geo.app.plain import plain
from geo.datasets import arsenal
from geo.i18n import coordinate, km, phrase
from geo.maps.arms import site_name, system_name
from geo.rings import spread_km

__all__ = ["show"]


def show(analysis: Analysis, lang: str) -> None:
    """Draw the lid with the rings.

    Parameters
    ----------
    analysis
        What is shown now: its documented rings can be given another radius.
    lang
        Interface language.
    """
    # another name makes another lid, which is closed: the map must be seen to be clicked
    lid = lids.lid(f"rings-{picks()}", phrase("page.rings", lang))
    if not lid.open:
        return
    with lid:
        _documented(analysis, lang)
        for number, choice in enumerate(rings()):
            st.button(
                plain(f"{phrase('page.remove-ring', lang)}: {_told(choice, analysis, lang)}"),
                key=f"remove {number}",
                on_click=runs.redraws(runs.PAGE, _remove),
                args=(choice,),
            )
        _at_site(analysis, lang)
        _at_point(lang)


def _documented(analysis: Analysis, lang: str) -> None:
    documented = analysis.rings[~analysis.rings["hypothetical"].astype(bool)]
    if documented.empty:
        st.caption(phrase("note.none-known", lang))
    chosen = {(c.site_id, c.system_id): c.radius_km for c in rings()}
    for ring_id, ring in documented.iterrows():
        words = (system_name(ring["system_id"], lang), site_name(ring["site_id"], lang, analysis))
        st.number_input(
            " · ".join(words),
            min_value=1.0,
            max_value=LONGEST_KM,
            value=chosen.get((ring["site_id"], ring["system_id"])) or float(ring["high_km"]),
            step=50.0,
            format="%g",
            key=f"radius {ring_id}",
            on_change=runs.redraws(runs.PAGE, _override),
            args=(str(ring_id), str(ring["site_id"]), str(ring["system_id"])),
        )
    later = len(analysis.later_deployments)
    if later:
        st.caption(phrase("notice.later", lang, value=later))


def _at_site(analysis: Analysis, lang: str) -> None:
    with st.form("ring", border=False):
        st.markdown(f"**{phrase('page.add-ring', lang)}**")
        sites = sorted(arsenal.read_sites(), key=lambda i: site_name(i, lang, analysis))
        site = st.selectbox(
            phrase("page.site", lang), sites, format_func=lambda i: site_name(i, lang, analysis)
        )
        system = _system(lang, key="ring-system", first=1)
        radius = _radius(lang, key="ring-radius")
        if st.form_submit_button(phrase("page.add-ring", lang)) and site and (system or radius):
            ask_for_rings([*rings(), RingChoice(site_id=site, system_id=system, radius_km=radius)])
            st.rerun()


def _at_point(lang: str) -> None:
    """A ring anywhere: by coordinates, or by the map, which takes clicks and keys."""
    with st.form("point", border=False):
        st.markdown(f"**{phrase('page.point', lang)}**")
        across, along = st.columns(2)
        lat = across.number_input(
            phrase("page.lat", lang), -90.0, 90.0, None, 0.1, format="%g", key="point-lat"
        )
        lon = along.number_input(
            phrase("page.lon", lang), -180.0, 180.0, None, 0.1, format="%g", key="point-lon"
        )
        system = _system(lang, key="point-system", first=0)
        radius = _radius(lang, key="point-radius")
        add, choose = st.container(horizontal=True), st.container()
        added = add.form_submit_button(phrase("page.add-ring", lang))
        from_map = add.form_submit_button(phrase("page.point-from-map", lang))
        ringed = bool(system or radius)
        if (added or from_map) and not ringed:
            choose.warning(phrase("page.point-radius-missing", lang))
        elif added and (lat is None or lon is None):
            choose.warning(phrase("page.point-missing", lang))
        elif added:
            choice = RingChoice(lon=lon, lat=lat, system_id=system, radius_km=radius)
            ask_for_rings([*rings(), choice])
            st.rerun()
        elif from_map:
            start_picking(Pick(system_id=system, radius_km=radius))
            st.rerun()


def _system(lang: str, *, key: str, first: int) -> str:
    known = [i for i, system in arsenal.read_systems().items() if spread_km(system) is not None]
    chosen = st.selectbox(
        phrase("page.system", lang),
        ["", *sorted(known, key=lambda i: system_name(i, lang))],
        format_func=lambda i: system_name(i, lang) if i else phrase("page.no-system", lang),
        index=first,
        key=key,
    )
    return chosen or ""


def _radius(lang: str, *, key: str) -> float | None:
    return st.number_input(
        phrase("page.radius", lang),
        min_value=1.0,
        max_value=LONGEST_KM,
        value=None,
        step=50.0,
        format="%g",
        placeholder=phrase("page.radius-published", lang),
        key=key,
    )


def _told(choice: RingChoice, analysis: Analysis, lang: str) -> str:
    where = (
        site_name(choice.site_id, lang, analysis)
        if choice.lon is None or choice.lat is None
        else coordinate(choice.lon, choice.lat, lang)
    )
    words = [system_name(choice.system_id, lang) if choice.system_id else "", where]
    words += [km(choice.radius_km, lang)] if choice.radius_km is not None else []
    return " · ".join(word for word in words if word)


def _override(ring_id: str, site_id: str, system_id: str) -> None:
    radius = st.session_state.get(f"radius {ring_id}")
    if radius:
        ask_for_rings(
            [*rings(), RingChoice(site_id=site_id, system_id=system_id, radius_km=radius)]
        )


def _remove(choice: RingChoice) -> None:
    ask_for_rings(c for c in rings() if ring_address(c) != ring_address(choice))
