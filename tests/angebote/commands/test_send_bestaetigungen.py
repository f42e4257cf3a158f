"""Mails go through a real SMTP server on this machine and are read as a mail program would."""

import re
import socket
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from io import StringIO
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.core.management import CommandError, call_command

from angebote.choices import Anfrageantwort, Status, Vorschlagsherkunft
from angebote.domain.bestaetigungslink import build_link
from angebote.models import Aenderungsvorschlag, Anfrageposten, Anfragesperre, Angebot, Bestaetigungsanfrage
from pankow_einsamkeit.lib.kalender import BERLIN
from pankow_einsamkeit.models import Konto
from tests.factories import AngebotFactory, TraegerFactory

pytestmark = pytest.mark.django_db
JETZT = datetime(2026, 11, 28, 6, 0, tzinfo=BERLIN)
ALT = date(2026, 8, 1)
Uhr = Callable[[datetime], None]


class Postfach:
    """Takes mails, but refuses every address whose name is in `verweigert` with that answer."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.verweigert: dict[str, str] = {}

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, rcpt_options: Any) -> str:  # noqa: N802
        if address in self.verweigert:
            return self.verweigert[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        self.mails.append(message_from_bytes(envelope.content, policy=default))  # type: ignore[arg-type]
        return "250 OK"

    def read_text(self, nummer: int = -1) -> str:
        return str(self.mails[nummer].get_content())


def find_free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def postfach(settings: Any, stell_uhr: Uhr) -> Iterator[Postfach]:
    postfach = Postfach()
    controller = Controller(postfach, hostname="127.0.0.1", port=find_free_port())
    controller.start()
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = controller.hostname, controller.port
    settings.BASIS_URL = "https://pankow.example"
    stell_uhr(JETZT)
    yield postfach
    controller.stop()


def send(**options: Any) -> str:
    ausgabe = StringIO()
    call_command("send_bestaetigungen", stdout=ausgabe, stderr=ausgabe, **options)
    return ausgabe.getvalue()


def create_faelliges(**felder: Any) -> Angebot:
    return AngebotFactory(**{"geprueft_am": ALT, "email": "haus@example.org"} | felder)


def test_due_offer_gets_one_mail_with_one_link(postfach: Postfach) -> None:
    create_faelliges(titel="Kaffeerunde")
    assert send() == "1 gefragt, 0 erinnert, 0 an die Redaktion gegeben.\n"
    anfrage = Bestaetigungsanfrage.objects.get()
    assert [mail["To"] for mail in postfach.mails] == ["haus@example.org"]
    assert postfach.mails[0]["Subject"].strip() == "Stimmt Ihr Eintrag noch? – Gemeinsam in Pankow"
    assert postfach.mails[0]["Auto-Submitted"] == "auto-generated"
    assert re.findall(r"https?://\S+", postfach.read_text()) == [build_link(anfrage)]
    assert "- Kaffeerunde" in postfach.read_text()
    assert anfrage.gesendet_am == JETZT


def test_all_entries_of_a_provider_come_in_one_mail_however_its_address_is_written(postfach: Postfach) -> None:
    traeger = TraegerFactory(email="Haus@Example.org")
    create_faelliges(titel="Malen", email="", traeger=traeger)
    create_faelliges(titel="Singen", email="haus@example.org")
    send()
    assert len(postfach.mails) == 1
    assert postfach.mails[0]["Subject"].strip() == "Stimmen Ihre 2 Einträge noch? – Gemeinsam in Pankow"
    assert re.findall(r"^- (\w+)", postfach.read_text(), re.MULTILINE) == ["Malen", "Singen"]


@pytest.mark.parametrize(
    "felder",
    [
        {"geprueft_am": date(2026, 11, 1)},
        {"status": Status.ENTWURF},
        {"status": Status.PAUSIERT},
        {"status": Status.ARCHIVIERT},
        {"gueltig_bis": date(2026, 11, 27)},
        {"email": ""},
    ],
)
def test_offer_that_needs_no_check_or_has_no_address_is_left_in_peace(postfach: Postfach, felder: dict) -> None:
    create_faelliges(**felder)
    send()
    assert postfach.mails == []


def test_nobody_is_asked_twice_about_the_same_offer(postfach: Postfach) -> None:
    create_faelliges()
    send()
    assert send() == "0 gefragt, 0 erinnert, 0 an die Redaktion gegeben.\n"
    assert len(postfach.mails) == 1


def test_offer_whose_correction_waits_for_us_is_not_asked_about(postfach: Postfach) -> None:
    Aenderungsvorschlag.objects.create(
        angebot=create_faelliges(), aenderungen={}, herkunft=Vorschlagsherkunft.ANBIETER, eingereicht_am=JETZT
    )
    send()
    assert postfach.mails == []


def test_address_that_asked_for_peace_gets_no_mail_and_no_reminder(postfach: Postfach, stell_uhr: Uhr) -> None:
    create_faelliges()
    send()
    Anfragesperre.objects.create(email="haus@example.org", seit=JETZT)
    create_faelliges()
    stell_uhr(JETZT + timedelta(days=15))
    assert send() == "0 gefragt, 0 erinnert, 0 an die Redaktion gegeben.\n"
    assert len(postfach.mails) == 1


def test_run_is_bounded_and_goes_on_next_time(postfach: Postfach) -> None:
    for nummer in range(3):
        create_faelliges(email=f"haus{nummer}@example.org")
    send(hoechstens=2)
    assert len(postfach.mails) == 2
    send(hoechstens=2)
    assert {mail["To"] for mail in postfach.mails} == {f"haus{nummer}@example.org" for nummer in range(3)}


@pytest.mark.parametrize(("tage", "mails"), [(13, 1), (14, 2)])
def test_reminder_comes_after_two_weeks_with_the_same_link(
    postfach: Postfach, stell_uhr: Uhr, tage: int, mails: int
) -> None:
    create_faelliges()
    send()
    stell_uhr(JETZT + timedelta(days=tage))
    send()
    assert len(postfach.mails) == mails
    assert (
        len({link for nummer in range(mails) for link in re.findall(r"https?://\S+", postfach.read_text(nummer))}) == 1
    )
    assert postfach.mails[-1]["Subject"].strip().startswith("Erinnerung: ") is (mails == 2)


def test_reminder_names_only_what_has_no_answer(postfach: Postfach, stell_uhr: Uhr) -> None:
    create_faelliges(titel="Malen")
    create_faelliges(titel="Singen")
    send()
    Anfrageposten.objects.filter(angebot__titel="Malen").update(antwort=Anfrageantwort.STIMMT, beantwortet_am=JETZT)
    stell_uhr(JETZT + timedelta(days=14))
    send()
    assert re.findall(r"^- (\w+)", postfach.read_text(), re.MULTILINE) == ["Singen"]


def test_answered_mail_gets_no_reminder(postfach: Postfach, stell_uhr: Uhr) -> None:
    create_faelliges()
    send()
    Anfrageposten.objects.update(antwort=Anfrageantwort.STIMMT, beantwortet_am=JETZT)
    stell_uhr(JETZT + timedelta(days=14))
    assert send() == "0 gefragt, 0 erinnert, 0 an die Redaktion gegeben.\n"


def test_second_silence_goes_to_the_named_member_of_the_redaktion(
    postfach: Postfach, stell_uhr: Uhr, settings: Any
) -> None:
    settings.BESTAETIGUNG_ESKALATION_AN = "redaktion"
    konto = Konto.objects.create(username="redaktion", email="redaktion@example.org")
    angebot = create_faelliges(titel="Kaffeerunde", telefon="030 1234567")
    for tage in (0, 14, 28):
        stell_uhr(JETZT + timedelta(days=tage))
        ausgabe = send()
    assert ausgabe == "0 gefragt, 0 erinnert, 1 an die Redaktion gegeben.\n"
    assert postfach.mails[-1]["To"] == "redaktion@example.org"
    assert "- Kaffeerunde, Telefon 030 1234567" in postfach.read_text()
    assert f"https://pankow.example/admin/angebote/angebot/{angebot.pk}/change/" in postfach.read_text()
    anfrage = Bestaetigungsanfrage.objects.get()
    assert (anfrage.eskaliert_an, anfrage.eskaliert_am) == (konto, JETZT + timedelta(days=28))
    assert send() == "0 gefragt, 0 erinnert, 0 an die Redaktion gegeben.\n"


def test_escalation_without_a_named_member_is_said_and_waits(postfach: Postfach, stell_uhr: Uhr) -> None:
    create_faelliges()
    for tage in (0, 14, 28):
        stell_uhr(JETZT + timedelta(days=tage))
        ausgabe = send()
    assert "BESTAETIGUNG_ESKALATION_AN" in ausgabe
    assert Bestaetigungsanfrage.objects.get().eskaliert_am is None


def test_address_refused_for_good_is_marked_and_not_tried_again(postfach: Postfach) -> None:
    postfach.verweigert = {"haus@example.org": "550 no such user"}
    create_faelliges()
    assert send() == "0 gefragt, 0 erinnert, 0 an die Redaktion gegeben.\n"
    anfrage = Bestaetigungsanfrage.objects.get()
    assert (anfrage.gesendet_am, anfrage.unzustellbar_am) == (None, JETZT)
    postfach.verweigert = {}
    send()
    assert postfach.mails == []


def test_address_refused_for_now_is_tried_again_and_the_others_get_their_mail(postfach: Postfach) -> None:
    postfach.verweigert = {"haus@example.org": "451 try later"}
    create_faelliges()
    create_faelliges(email="park@example.org")
    with pytest.raises(CommandError, match="1 Mails"):
        send()
    assert [mail["To"] for mail in postfach.mails] == ["park@example.org"]
    postfach.verweigert = {}
    send()
    assert [mail["To"] for mail in postfach.mails] == ["park@example.org", "haus@example.org"]


def test_mail_server_that_is_down_loses_nothing(postfach: Postfach, settings: Any) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    create_faelliges()
    with pytest.raises(CommandError):
        send()
    assert Bestaetigungsanfrage.objects.get().gesendet_am is None
    settings.EMAIL_PORT = port
    send()
    assert len(postfach.mails) == 1


def test_bound_holds_for_mails_that_waited_too(postfach: Postfach, settings: Any) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    for nummer in range(3):
        create_faelliges(email=f"haus{nummer}@example.org")
    with pytest.raises(CommandError):
        send()
    settings.EMAIL_PORT = port
    send(hoechstens=2)
    assert [mail["To"] for mail in postfach.mails] == ["haus0@example.org", "haus1@example.org"]


def test_address_that_asked_for_peace_gets_no_mail_that_waited(postfach: Postfach, settings: Any) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    create_faelliges()
    with pytest.raises(CommandError):
        send()
    settings.EMAIL_PORT = port
    Anfragesperre.objects.create(email="haus@example.org", seit=JETZT)
    assert send() == "0 gefragt, 0 erinnert, 0 an die Redaktion gegeben.\n"
    assert postfach.mails == []


def test_address_that_asked_for_peace_is_not_given_to_the_redaktion(
    postfach: Postfach, stell_uhr: Uhr, settings: Any
) -> None:
    settings.BESTAETIGUNG_ESKALATION_AN = "redaktion"
    Konto.objects.create(username="redaktion", email="redaktion@example.org")
    create_faelliges()
    for tage in (0, 14):
        stell_uhr(JETZT + timedelta(days=tage))
        send()
    Anfragesperre.objects.create(email="haus@example.org", seit=JETZT)
    stell_uhr(JETZT + timedelta(days=28))
    assert send() == "0 gefragt, 0 erinnert, 0 an die Redaktion gegeben.\n"


@pytest.mark.parametrize("felder", [{"status": Status.PAUSIERT}, {"email": ""}, {"email": "neu@example.org"}])
def test_reminder_leaves_out_what_the_address_no_longer_speaks_for(
    postfach: Postfach, stell_uhr: Uhr, felder: dict
) -> None:
    for titel in ("Malen", "Singen"):
        create_faelliges(titel=titel)
    send()
    Angebot.objects.filter(titel="Malen").update(**felder)
    stell_uhr(JETZT + timedelta(days=14))
    send()
    assert postfach.mails[-1]["To"] == "haus@example.org"
    assert re.findall(r"^- (\w+)", postfach.read_text(), re.MULTILINE) == ["Singen"]


def test_reminder_names_the_day_of_the_mail(postfach: Postfach, stell_uhr: Uhr) -> None:
    create_faelliges()
    send()
    stell_uhr(JETZT + timedelta(days=20))
    send()
    assert "am 28. November haben wir Sie gefragt" in " ".join(postfach.read_text().split())
