"""Slovene: declensions of names, of countries that are adjectives (Madžarska), fleeting e."""

from __future__ import annotations

from geo.geoparse.morphology.paradigms import Paradigms

__all__ = ["make"]

CLASSES = {"C": "bcčćdđfghjklmnprsštvzž", "S": "cčjšž", "V": "aeiou"}

DECLENSIONS = """
[adj]
ski = skega skemu skim skem ska ske sko skih skimi | poljski
ški = škega škemu škim škem ška ške ško ških škimi | češki
zahoden = zahodni zahodnega zahodnemu zahodnem zahodnim zahodna zahodne zahodno zahodnih zahodnimi
ska = skem skega                | Madžarska
ška = škem škega                | Hrvaška
Co = Cega Cemu Cem              | Novo
Ci = Cega Cemu Cem              | Novi
Se = Sega Semu Sem              | Rdeče
Ce = Cih Cim Cimi               | Združene
[noun]
ec = ca cu cem                  | Celovec
Cer = Cra Cru Crom              | Koper
Cek = Cka Cku Ckom              | Ptujek
Car = Cra Cru Crom              | Zadar
Cen = Cna Cnu Cnom              | Roven
Cem = Cma Cmu Cmom              | Videm
Ca = Ce Ci Co                   | Ljubljana
C = Ca Cu Com Cem               | Maribor
Vo = Va Vu Vom                  | Tokio
elj = lja lju ljem              | Bruselj
Co = Ca Cu Com                  | Sarajevo
Ce = Ca Cu Cem Com                  | Celje
Ce = Cah Cam Cami               | Jesenice
Ci = Cov Com Cih Ce                | Brežiči
C = Ci Cjo                      | Ribniška
r = rja rju rjem rjom           | Gibraltar
V = Vja Vju Vjem                | Peru
Ca = Cam Cah Cami             | republika
[noun rare]
Ca = C                          | republika
Ce = C                          | Alpe
"""


def make() -> Paradigms:
    """The analyser."""
    return Paradigms("sl", DECLENSIONS, CLASSES)
