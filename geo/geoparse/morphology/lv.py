"""Latvian: the six declensions with their softened stems, adjectives in their definite forms."""

from __future__ import annotations

from geo.geoparse.morphology.paradigms import Paradigms

__all__ = ["make"]

CLASSES = {"C": "bcčdfgģhjkķlļmnņprsštvzž", "B": "bpmv"}

DECLENSIONS = """
[adj]
Cā = Cās Cajai Co Cajā          | Melnā
Cais = Cā Cajam Co Cajā         | Tuvais
Cās = Co Cajām Cajās            | Savienotās
Cie = Co Cajiem Cajos           | Baltie
[noun]
a = as ai u ā                   | Rīga
e = es ei i ē                   | Ogre
ils = ilij ili ilī          | Daugavpils
s = a am u ā                    | Tukums
lis = ļa lim li lī              | Kremlis
nis = ņa nim ni nī
tis = ša tim ti tī
dis = ža dim di dī
cis = ča cim ci cī
sis = ša sim si sī
Bis = Bja Bim Bi Bī
Cis = Ca Cim Ci Cī              | Mālpis
us = um u ū                     | Saldus
Ci = Cu Ciem Cus Cos            | Talsi
as = u ām ās                    | Valkas
Cis = Cu Cīs Cīm                | Cēsis
les = ļu lēm lēs
nes = ņu nēm nēs
tes = šu tēm tēs
des = žu dēm dēs
Ces = Cu Cēm Cēs                | Aknīstes
"""


def make() -> Paradigms:
    """The analyser."""
    return Paradigms("lv", DECLENSIONS, CLASSES)
