"""Czech: declensions with palatalisation (Praha: Praze) and fleeting e (Liberec: Liberce)."""

from __future__ import annotations

from geo.geoparse.morphology.paradigms import Paradigms

__all__ = ["make"]

CLASSES = {
    "C": "bcčdďfghjklmnňprřsštťvzž",
    "H": "bdfhklmnprstvzgx",
    "S": "cčďjlňřšťzžxs",  # soft, and those that foreign names treat as soft
    "P": "bdfmnptv",  # take ě
}

DECLENSIONS = """
[adj]
ský = ského skému ským ském ská ské skou ští ských skými | polský
cký = ckého ckému ckým ckém cká cké ckou cko čtí ckých ckými | německý
Cé = Cého Cému Cým Cém Cých Cými | České, Černé
Cá = Cé Cou                     | Banská
Cý = Cého Cému Cým Cém          | Nový
Cí = Cího Címu Cím Cích Cími    | Jižní
ovy = ových ovým ovými          | Karlovy
[noun]
io = ia iu iem                  | Tokio
ye = yi yí                      | Libye
ya = ye yi yu you yí            | Antalya
ie = ii ií iích iím             | Francie
ice = ic icím icích icemi       | Košice
ea = ejí ejích                  | Guinea
ay = aye ayi ayí ayem           | Uruguay
ea = ey eje eji eu eou ei       | Korea
ka = ky ce ku kou               | Amerika
ga = gy ze gu gou               | Riga
cha = chy še chu chou           | Socha
ha = hy ze hu hou               | Praha
ua = uy ue uu uou               | Managua
rra = ře                        | Andorra
ra = ry ře ru rou               | Hora
Pa = Py Pě Pu Pou               | Ostrava
Ca = Cy Ce Cu Cou               | Vysočina
eň = ně ni ní                   | Plzeň
Sa = Se Si Su Sou               | Káča
ň = ně ni ní                    | Kodaň
Cec = Cce Cci Ccem Cců          | Liberec
Cek = Cku Cka Ckem Ckách        | Písek
P = Pu Pa Pem Pě Pům            | Zlín
C = Cu Ca Cem Ce Ci             | Minsk, Brusel
ůC = oCu oCa oCem oCě oCe        | Dvůr, Důl
C = Covi                        | Kyjev
Po = Pa Pu Pem Pě               | Brno
Co = Ca Cu Cem Ce               | Rusko
S = Se Si Sí                    | Olomouc, Paříž
C = Ci Cí                       | Boleslav
ť = tě ti tí                    | Budapešť
ně = ní ním ních                | Lázně
Cě = Ci Cím                     | město, Hradiště
iště = išti ištěm               | Hradiště
Ce = Ci Cem Cím Cích Cí         | moře, Labe, Krkonoše
í = ím ích                      | Ústí
Cky = Cek Ckách Ckám            | Benátky
Cy = Ců Cům Cech Cách Cám Cami  | Vary, Atény
Ci = Ců Cům Cích                | Osipoviči
[noun rare]
Cy = C                          | Drážďany
Ce = C                          | Krkonoše
"""


def make() -> Paradigms:
    """The analyser."""
    return Paradigms("cs", DECLENSIONS, CLASSES)
