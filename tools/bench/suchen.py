"""The twelve named searches: what residents and professionals ask for, from nothing set to nothing found."""

SUCHEN = {
    "alles": "",
    "stichwort": "q=caf%C3%A9",
    "weissensee-dienstag": "kiez=weissensee&kosten=kostenlos&barrierefrei=stufenlos&tag=di&zeit=nachmittag",
    "interesse": "bereich=begegnung&kategorie=musik-tanz",
    "nah-bei": "nah=Antonplatz&kiez=weissensee&kiez=weissensee-ost&kiez=heinersdorf&anmeldung=ohne",
    "heute": "wann=heute",
    "wochenende": "wann=wochenende&kosten=kostenlos&kosten=spende",
    "telefon": "bereich=unterstuetzung&zugang=telefon&zugang=zuhause",
    "sprache": "sprache=ru&sprache=uk&fuer=wenig-deutsch",
    "ohne-barrieren": "barrierefrei=stufenlos&barrierefrei=wc&barrierefrei=aufzug",
    "nichts-gefunden": "q=unterwasserhockey&kiez=buch&kosten=kasse&tag=so&zeit=vormittag",
    "letzte-seite": "sortierung=name&seite=999999",
}
