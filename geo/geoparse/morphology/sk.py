"""Slovak: declensions of names with fleeting vowels and the lengthened genitive (Košice: Košíc)."""

from __future__ import annotations

from geo.geoparse.morphology.paradigms import Paradigms

__all__ = ["make"]

CLASSES = {
    "C": "bcčdďfghjklĺľmnňprŕsštťvzž",
    "S": "cčďjľňšťž",
    "R": "dlnrtbpmvz",
    "Q": "bcdhjklmnprstvzž",
}

DECLENSIONS = """
[adj]
ský = ského skému ským skom ská ské skej skú skou skí ských skými | poľský
cký = ckého ckému ckým ckom cká cké ckej ckú ckou ckí ckých ckými | nemecký
západný = západného západnému západným západnom západná západnej
západný = západnú západnou západné západní západných západnými
Cé = Cého Cému Cým Com Cých Cými | Nové, Vysoké
Cá = Cej Cú Cou                 | Banská
Cý = Cého Cému Cým Com          | Nový
Cí = Cieho Ciemu Cím Com        | Dolní
Ce = Ceho Cemu Cym Com Cych Cymi | Čierne
Ca = Cej Cu Cou                 | Čierna
Cy = Ceho Cemu Cym Com          | Biely
[noun]
ia = ie ii iu iou               | Británia
ea = ey ei eu eou               | Kórea
ovce = oviec ovciach ovciam ovcami | Michalovce
ice = íc ic iciach iciam icami  | Košice
Ca = Cy Ce Cu Cou               | Bratislava
Sa = Se Si Su Sou               | Bystrica
eň = ne ni ňou                  | Viedeň
aň = ane ani aňou               | Poznaň
ť = te ti ťou                   | Budapešť
ľ = le li ľom ľa ľu ľou         | Spiš
Cec = Cca Ccu Cci Ccom          | Lučenec
Cok = Cku Cka Ckom              | Kežmarok
Cek = Cku Cka Ckom              | Čadek
C = Cu Ca Ce Com Ci             | Prešov
Co = Ca Cu Ce Com               | Rusko
C = Ci Cou                      | Sibír
Ce = Ca Cu Ci Com               | more
ie = ia iu iom í                | Záhorie
Cky = Cok Ckach Ckam Ckami Ckách Ckám | Benátky
ry = ier                        | Tatry
ves = vsi vsou                  | Nová Ves
čechy = čiech                   | Čechy
Cy = Cov Com Coch Cmi Cách Cám Cami Cach Cam | Zámky
Ce = Cí Ciach Ciam Cami         | Levice
Ci = Cov Coch Com               | Osipoviči
aQy = áQ                        | Karpaty
aQRy = áQR
alpy = álp                      | Alpy
us = u e om a i                 | Cyprus
ňa = ne ni                      | Keňa
ay = aya ayi ayu ayom           | Uruguaj
ya = ye yi yu you               | Líbya
ua = uy ue uou uu               | Papua
[noun rare]
Cy = C                          | Piešťany
Ce = C                          | Tatrance
"""


def make() -> Paradigms:
    """The analyser."""
    return Paradigms("sk", DECLENSIONS, CLASSES)
