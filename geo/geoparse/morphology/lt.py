"""Lithuanian: the five declensions, adjectives in their plain and definite forms."""

from __future__ import annotations

from geo.geoparse.morphology.paradigms import Paradigms

__all__ = ["make"]

CLASSES = {"C": "bcčdfghjklmnprsštvzž"}

DECLENSIONS = """
[adj]
iškas = iško iškam išką išku iškame iška iškos iškai iškoje | lietuviškas
iškas = iški iškų iškiems iškuose iškoms
Coji = Cosios Cajai Cąją Cąja Cojoje    | Juodoji
Ciji = Cosios
ioji = iosios iajai iąją iąja iojoje    | Didžioji
ieji = iųjų iesiems iuosius iuosiuose  | Didieji
Casis = Cojo Cajam Cąjį Cuoju Cajame    | Juodasis
Cieji = Cųjų Ciesiems Cuosius Cuosiuose | Baltieji
Cosios = Cųjų Cosioms Cąsias Cosiose    | Didžiosios
[noun]
ius = iaus iui ių iumi iuje     | Vilnius
us = aus ui ų umi uje           | Alytus
Cas = Co Cui Cą Cu Ce           | Kaunas
jas = jo jui ją ju juje         | Sartajas
ias = io iui ią iu yje          | Kelias
tis = čio čiui tį čiu tyje      | Skuodtis
dis = džio džiui dį džiu dyje
tys = čio čiui tį čiu tyje
dys = džio džiui dį džiu dyje
Cys = Cio Ciui Cį Ciu Cyje      | Panevėžys
Cis = Cio Ciui Cį Ciu Cyje      | Briuselis
a = os ai ą oje                 | Klaipėda
ė = ės ei ę e ėje               | Tauragė
Cis = Cies Ciai Cį Cimi Cyje    | Neris
iai = ių iams ius iais iuose    | Šiauliai
ai = ų ams us ais uose          | Trakai
tės = čių tėms tes tėmis tėse
dės = džių dėms des dėmis dėse
ės = ių ėms es ėmis ėse         | Alpės
os = ų oms as omis ose          | Valstijos
ys = ų ių ims is imis yse       | Pilys
"""


def make() -> Paradigms:
    """The analyser."""
    return Paradigms("lt", DECLENSIONS, CLASSES)
