"""What a report has to say before it is frozen: every combination of answer and texts, and the refusal itself."""

from datetime import UTC, date, datetime
from itertools import product

import pytest
from django.core.exceptions import ValidationError

from konzept.choices import Abweichung, Komponentenart, Massnahmenstatus
from konzept.domain.berichte import (
    TexteFehlenError,
    freeze_bericht,
    save_texte,
)
from konzept.domain.berichtsabbild import build_abbild
from konzept.domain.berichtspflichten import list_pflichten
from tests.konzept.berichtskatalog import build_leere_texte
from tests.konzept.factories import MassnahmeFactory
from tests.konzept.factories_bericht import (
    JETZT,
    create_entwurf,
    create_fertigen,
    get_schreibende,
)
from tests.konzept.factories_massnahmen import MassnahmenwechselFactory

GETAN = "Prävention: Bitte schreiben Sie, was getan wurde, auch wenn es noch nichts ist."
ANTWORT = "Prävention: Bitte sagen Sie, ob es Abweichungen vom Ersuchen gibt oder nicht."
GRUND = "Prävention: Bitte schreiben Sie, was nicht umgesetzt wurde, und warum."
ALTERNATIVEN = "Prävention: Bitte schreiben Sie, welche Alternativen geprüft wurden, auch wenn es keine gab."
AUFGEGEBEN = (
    "Prävention: „Es gibt keine Abweichungen“ ist gewählt, aber verworfen oder zurückgestellt ist: „Video“. Bitte wählen "
    "Sie „Es gibt Abweichungen“ und schreiben Sie, welche Alternativen geprüft wurden."
)
WIDERSPRUCH = "Prävention: „Es gibt keine Abweichungen“ ist gewählt, aber „Nicht umgesetzt, weil“ ist ausgefüllt."


def list_erwartete(getan: str, abweichung: str, grund: str, alternativen: str) -> list[str]:
    einige = abweichung == Abweichung.EINIGE
    return [
        *([GETAN] if not getan.strip() else []),
        *([ANTWORT] if abweichung == Abweichung.OFFEN else []),
        *([GRUND] if einige and not grund.strip() else []),
        *([ALTERNATIVEN] if einige and not alternativen.strip() else []),
        *([WIDERSPRUCH] if abweichung == Abweichung.KEINE and grund.strip() else []),
    ]


@pytest.mark.parametrize(
    ("getan", "abweichung", "grund", "alternativen"),
    list(product(("", " \n", "Ja."), Abweichung.values, ("", "Grund."), ("", "Bus."))),
)
def test_every_answer_asks_for_what_belongs_to_it(getan: str, abweichung: str, grund: str, alternativen: str) -> None:
    texte = {"getan": getan, "abweichung": abweichung, "nicht_umgesetzt": grund, "alternativen": alternativen}
    daten = {
        "stand": {"komponenten": [{"name": "Prävention", "art": "praevention", "massnahmen": []}]},
        "texte": {"komponenten": {"praevention": texte}},
    }
    fehlende = [pflicht.satz for pflicht in list_pflichten(daten) if not pflicht.ist_erfuellt]
    assert fehlende == list_erwartete(getan, abweichung, grund, alternativen)


@pytest.mark.django_db
def test_each_component_is_asked_in_the_order_of_the_form(heute: date) -> None:
    pflichten = list_pflichten(build_abbild(create_entwurf(), heute=heute))
    assert [(pflicht.komponente, pflicht.feld, pflicht.ist_erfuellt) for pflicht in pflichten] == [
        (art.value, feld, False) for art in Komponentenart for feld in ("getan", "abweichung")
    ]


@pytest.mark.django_db
def test_freezing_with_a_text_missing_is_refused_and_says_which() -> None:
    bericht = create_fertigen()
    bericht.abschnitte.filter(komponente__art=Komponentenart.PRAEVENTION).update(
        getan="", abweichung=Abweichung.EINIGE, nicht_umgesetzt="Kein Geld."
    )
    with pytest.raises(TexteFehlenError) as fehler:
        freeze_bericht(bericht_id=bericht.pk, fassung=bericht.fassung, konto=get_schreibende(), jetzt=JETZT)
    assert fehler.value.messages == [GETAN, ALTERNATIVEN]
    bericht.refresh_from_db()
    assert (bericht.status, bericht.abbild) == ("entwurf", None)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("von", "nach"),
    [(Massnahmenstatus.GEPLANT, Massnahmenstatus.VERWORFEN), (Massnahmenstatus.LAEUFT, Massnahmenstatus.GEPLANT)],
)
def test_measure_that_was_given_up_is_a_deviation_that_asks_for_alternatives(
    von: Massnahmenstatus, nach: Massnahmenstatus
) -> None:
    massnahme = MassnahmeFactory(titel="Video", status=nach)
    MassnahmenwechselFactory(massnahme=massnahme, von=von, nach=nach, grund="Kein Geld.")
    bericht = create_fertigen()
    with pytest.raises(TexteFehlenError) as fehler:
        freeze_bericht(bericht_id=bericht.pk, fassung=bericht.fassung, konto=get_schreibende(), jetzt=JETZT)
    assert fehler.value.messages == [AUFGEGEBEN]

    bericht.abschnitte.filter(komponente__art=Komponentenart.PRAEVENTION).update(abweichung=Abweichung.EINIGE)
    fehlende = [
        eine.satz for eine in list_pflichten(build_abbild(bericht, heute=JETZT.date())) if not eine.ist_erfuellt
    ]
    assert fehlende == [GRUND, ALTERNATIVEN]


@pytest.mark.django_db
def test_draft_that_denies_a_measure_it_tells_does_not_say_that_nothing_was_to_be_looked_at() -> None:
    MassnahmeFactory(status=Massnahmenstatus.VERWORFEN)
    kapitel = build_abbild(create_fertigen(), heute=JETZT.date())["dokument"]["abschnitte"][2]
    texte = [block["text"] for block in kapitel["bloecke"] if "text" in block]
    assert [text for text in texte if "keine Abweichungen" in text] == []


@pytest.mark.django_db
@pytest.mark.parametrize("jahr", [1, 1949, 2100, 9999])
def test_freezing_on_a_day_nobody_means_is_refused(jahr: int) -> None:
    bericht = create_fertigen()
    with pytest.raises(ValidationError) as fehler:
        freeze_bericht(
            bericht_id=bericht.pk,
            fassung=bericht.fassung,
            konto=get_schreibende(),
            jetzt=datetime(jahr, 6, 1, tzinfo=UTC),
        )
    assert fehler.value.messages == ["Bitte prüfen Sie das Jahr. Möglich sind die Jahre 1950 bis 2099."]


@pytest.mark.django_db
@pytest.mark.parametrize("feld", ["getan", "nicht_umgesetzt", "alternativen"])
def test_text_of_many_pages_is_not_saved(feld: str) -> None:
    bericht, texte = create_entwurf(), build_leere_texte()
    texte.komponenten[Komponentenart.PRAEVENTION][feld] = "x" * 20_001  # type: ignore[index]
    with pytest.raises(ValidationError) as fehler:
        save_texte(bericht_id=bericht.pk, texte=texte, konto=get_schreibende())
    assert list(fehler.value.message_dict) == [feld]
    bericht.refresh_from_db()
    assert bericht.fassung == 0


@pytest.mark.django_db
@pytest.mark.parametrize("feld", ["eingebracht_am", "beschlossen_am", "bericht_bis"])
@pytest.mark.parametrize("tag", [date(1, 1, 1), date(9999, 12, 31)])
def test_day_of_a_drucksache_nobody_means_is_asked_about_at_its_field(feld: str, tag: date) -> None:
    drucksache = create_entwurf().drucksache
    setattr(drucksache, feld, tag)
    with pytest.raises(ValidationError) as fehler:
        drucksache.full_clean(validate_constraints=False)
    assert fehler.value.message_dict == {feld: ["Bitte prüfen Sie das Jahr. Möglich sind die Jahre 1950 bis 2099."]}
