import pytest
from django.core.exceptions import ValidationError

from angebote.domain.textpruefung import Textlage, check_texte
from angebote.domain.textpruefung.ausnahmen import (
    excuse_befund,
    find_befund,
    split_befunde,
    withdraw_textausnahme,
)
from angebote.models import Textausnahme
from pankow_einsamkeit.models import Konto
from tests.factories import AngebotFactory

pytestmark = pytest.mark.django_db
TEXTE = {"titel": "Chor 50+", "nutzen": "Singen"}


@pytest.fixture
def konto() -> Konto:
    return Konto.objects.create_user("redaktion")


def test_excuse_befund_writes_place_reason_and_account(konto: Konto):
    angebot = AngebotFactory()
    befund = check_texte(Textlage(texte=TEXTE))[0]

    excuse_befund(angebot=angebot, befund=befund, grund="  So heißt\nder Chor. ", konto=konto)

    ausnahme = Textausnahme.objects.get()
    assert (ausnahme.angebot, ausnahme.art, ausnahme.stelle) == (angebot, "zielgruppe", "50+")
    assert (ausnahme.grund, ausnahme.konto) == ("So heißt der Chor.", konto)


@pytest.mark.parametrize("grund", ["", " \n\0"])
def test_excuse_befund_without_reason_is_refused(konto: Konto, grund: str):
    befund = check_texte(Textlage(texte=TEXTE))[0]

    with pytest.raises(ValidationError) as fehler:
        excuse_befund(angebot=AngebotFactory(), befund=befund, grund=grund, konto=konto)

    assert fehler.value.message_dict == {"grund": ["Bitte einen Grund angeben."]}
    assert not Textausnahme.objects.exists()


def test_excuse_befund_with_a_reason_too_long_is_refused(konto: Konto):
    befund = check_texte(Textlage(texte=TEXTE))[0]
    with pytest.raises(ValidationError):
        excuse_befund(angebot=AngebotFactory(), befund=befund, grund="x" * 301, konto=konto)


def test_excuse_befund_again_replaces_reason_and_account(konto: Konto):
    angebot, andere = AngebotFactory(), Konto.objects.create_user("freigabe")
    befund = check_texte(Textlage(texte=TEXTE))[0]
    excuse_befund(angebot=angebot, befund=befund, grund="Name", konto=konto)
    excuse_befund(angebot=angebot, befund=befund, grund="Name des Chors", konto=andere)

    assert list(Textausnahme.objects.values_list("grund", "konto__username")) == [("Name des Chors", "freigabe")]


def test_split_befunde_tells_open_ones_from_those_left_on_purpose(konto: Konto):
    angebot = AngebotFactory()
    befunde = check_texte(Textlage(texte=TEXTE))
    ausnahme = excuse_befund(angebot=angebot, befund=befunde[0], grund="Name", konto=konto)

    assert split_befunde(befunde, [ausnahme]) == ([befunde[1]], [(befunde[0], ausnahme)])


def test_split_befunde_exception_ends_with_the_words_it_was_given_for(konto: Konto):
    befund = check_texte(Textlage(texte=TEXTE))[1]
    ausnahme = excuse_befund(angebot=AngebotFactory(), befund=befund, grund="kurz", konto=konto)

    geaendert = check_texte(Textlage(texte={"nutzen": "Singen und tanzen"}))
    assert split_befunde(geaendert, [ausnahme]) == (geaendert, [])


def test_withdraw_textausnahme_opens_the_finding_again(konto: Konto):
    befund = check_texte(Textlage(texte=TEXTE))[0]
    ausnahme = excuse_befund(angebot=AngebotFactory(), befund=befund, grund="Name", konto=konto)

    withdraw_textausnahme(ausnahme=ausnahme)

    assert not Textausnahme.objects.exists()


def test_find_befund_finds_by_kind_and_place_only():
    befunde = check_texte(Textlage(texte=TEXTE))
    assert find_befund(befunde, art="zielgruppe", stelle="50+") == befunde[0]
    assert find_befund(befunde, art="stigma", stelle="50+") is None
    assert find_befund(befunde, art="zielgruppe", stelle="60+") is None
