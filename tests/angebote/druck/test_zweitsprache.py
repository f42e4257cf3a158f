"""Labels, dates and times in the words of a second language."""

from datetime import date, time, timedelta

import pytest

from angebote.druck.beschriftung import Label
from angebote.druck.sprachen import get_zweitsprache, load_zweitsprachen
from angebote.druck.sprachen.zweitsprache import Zweitsprache

MITTWOCH = date(2026, 11, 25)
HEUTE = date(2026, 11, 21)
MONTAG = date(2026, 11, 23)
CODES = ["ar", "en", "pl", "ru", "tr", "uk", "vi"]

MONATE = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "en": "January February March April May June July August September October November December",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tr": "Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık",
    "uk": "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
}

WOCHENTAGE = {
    "ar": ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    "pl": ["poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela"],
    "ru": ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
    "tr": ["Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"],
    "uk": ["понеділок", "вівторок", "середа", "четвер", "п’ятниця", "субота", "неділя"],
    "vi": ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"],
}


def get(code: str) -> Zweitsprache:
    sprache = get_zweitsprache(code)
    assert sprache is not None
    return sprache


@pytest.mark.parametrize(
    ("code", "ohne_jahr", "mit_jahr", "ohne_wochentag"),
    [
        ("ar", "الأربعاء، 25 نوفمبر", "الأربعاء، 25 نوفمبر 2026", "25 نوفمبر 2026"),
        ("en", "Wednesday, 25 November", "Wednesday, 25 November 2026", "25 November 2026"),
        ("pl", "środa, 25 listopada", "środa, 25 listopada 2026 r.", "25 listopada 2026 r."),
        ("ru", "среда, 25 ноября", "среда, 25 ноября 2026 года", "25 ноября 2026 года"),
        ("tr", "25 Kasım Çarşamba", "25 Kasım 2026 Çarşamba", "25 Kasım 2026"),
        ("uk", "середа, 25 листопада", "середа, 25 листопада 2026 року", "25 листопада 2026 року"),
        ("vi", "Thứ Tư, 25 tháng 11", "Thứ Tư, 25 tháng 11 năm 2026", "25 tháng 11 năm 2026"),
    ],
)
def test_datum_leaves_the_year_out_only_where_it_is_heutes(
    code: str, ohne_jahr: str, mit_jahr: str, ohne_wochentag: str
) -> None:
    sprache = get(code)
    assert sprache.format_datum(MITTWOCH, heute=HEUTE) == ohne_jahr
    assert sprache.format_datum(MITTWOCH) == mit_jahr
    assert sprache.format_datum(MITTWOCH, heute=date(2025, 12, 31)) == mit_jahr
    assert sprache.format_datum(MITTWOCH, mit_wochentag=False) == ohne_wochentag


@pytest.mark.parametrize("code", sorted(MONATE))
def test_datum_names_every_month_as_it_stands_beside_a_day(code: str) -> None:
    tage = [date(2026, monat, 1) for monat in range(1, 13)]
    daten = [get(code).format_datum(tag, heute=HEUTE, mit_wochentag=False) for tag in tage]
    assert daten == [f"1 {monat}" for monat in MONATE[code].split()]


def test_datum_counts_the_months_in_vietnamese() -> None:
    daten = [get("vi").format_datum(date(2026, monat, 9), heute=HEUTE, mit_wochentag=False) for monat in range(1, 13)]
    assert daten == [f"9 tháng {monat}" for monat in range(1, 13)]


@pytest.mark.parametrize("code", CODES)
def test_wochentag_is_the_same_of_a_date_and_of_its_number(code: str) -> None:
    sprache = get(code)
    assert [sprache.wochentag(MONTAG + timedelta(days=nummer)) for nummer in range(7)] == WOCHENTAGE[code]
    assert [sprache.wochentag(nummer) for nummer in range(7)] == WOCHENTAGE[code]


@pytest.mark.parametrize(
    ("code", "kurz"),
    [
        ("ar", ["اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "أحد"]),
        ("en", ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]),
        ("pl", ["pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz."]),
        ("ru", ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]),
        ("tr", ["Pzt", "Sal", "Çar", "Per", "Cum", "Cmt", "Paz"]),
        ("uk", ["пн", "вт", "ср", "чт", "пт", "сб", "нд"]),
        ("vi", ["T2", "T3", "T4", "T5", "T6", "T7", "CN"]),
    ],
)
def test_wochentag_has_a_short_form(code: str, kurz: list[str]) -> None:
    assert [get(code).wochentag(nummer, kurz=True) for nummer in range(7)] == kurz


@pytest.mark.parametrize(
    ("code", "von_bis", "ab"),
    [
        ("ar", "من 9:05 إلى 16:00", "ابتداء من 14:00"),
        ("en", "9:05 to 16:00", "from 14:00"),
        ("pl", "od 9:05 do 16:00", "od 14:00"),
        ("ru", "с 9:05 до 16:00", "с 14:00"),
        ("tr", "9:05–16:00 arası", "başlangıç saati 14:00"),
        ("uk", "з 9:05 до 16:00", "з 14:00"),
        ("vi", "từ 9:05 đến 16:00", "từ 14:00"),
    ],
)
def test_uhrzeit_says_the_start_alone_where_the_end_is_not_known(code: str, von_bis: str, ab: str) -> None:
    assert get(code).format_uhrzeit(time(9, 5), time(16)) == von_bis
    assert get(code).format_uhrzeit(time(14)) == ab


def test_termin_joins_date_and_time_with_the_comma_of_the_language() -> None:
    termin = (MITTWOCH, time(14), time(16))
    assert get("en").format_termin(*termin, heute=HEUTE) == "Wednesday, 25 November, 14:00 to 16:00"
    assert get("ar").format_termin(*termin, heute=HEUTE) == "الأربعاء، 25 نوفمبر، من 14:00 إلى 16:00"
    assert get("uk").format_termin(MITTWOCH, time(14), None) == "середа, 25 листопада 2026 року, з 14:00"


@pytest.mark.parametrize(
    ("code", "ohne_anmeldung", "seite"),
    [
        ("ar", "بدون تسجيل", "صفحة 1 من 3"),
        ("en", "no registration needed", "Page 1 of 3"),
        ("pl", "bez zapisów", "Strona 1 z 3"),
        ("ru", "без записи", "Страница 1 из 3"),
        ("tr", "kayıt gerekmez", "Sayfa 1 / 3"),
        ("uk", "без запису", "Сторінка 1 з 3"),
        ("vi", "không cần đăng ký", "Trang 1 / 3"),
    ],
)
def test_label_is_found_by_member_and_by_key_and_fills_its_gaps(code: str, ohne_anmeldung: str, seite: str) -> None:
    sprache = get(code)
    assert sprache.label(Label.OHNE_ANMELDUNG) == sprache.label("ohne_anmeldung") == ohne_anmeldung
    assert sprache.label(Label.SEITE, seite=1, seiten=3) == seite


def test_label_with_an_open_gap_or_an_unknown_key_is_an_error() -> None:
    for sprache in load_zweitsprachen():
        with pytest.raises(KeyError, match="seiten"):
            sprache.label(Label.SEITE, seite=1)
        with pytest.raises(ValueError, match="gibtsnicht"):
            sprache.label("gibtsnicht")
