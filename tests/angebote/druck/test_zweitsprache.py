"""Labels, dates and times in the words of a second language."""

from datetime import date, timedelta

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
def test_datum_names_its_weekday(code: str) -> None:
    woche = [get(code).format_datum(MONTAG + timedelta(days=nummer), heute=HEUTE) for nummer in range(7)]
    assert [name for name, datum in zip(WOCHENTAGE[code], woche, strict=True) if name not in datum] == []


@pytest.mark.parametrize(
    ("code", "ohne_anmeldung", "weg"),
    [
        ("ar", "بدون تسجيل", "المشي بالدقائق: 6"),
        ("en", "no registration needed", "6 min on foot"),
        ("pl", "bez zapisów", "6 min pieszo"),
        ("ru", "без записи", "6 мин пешком"),
        ("tr", "kayıt gerekmez", "yürüyerek 6 dk."),
        ("uk", "без запису", "6 хв пішки"),
        ("vi", "không cần đăng ký", "đi bộ 6 phút"),
    ],
)
def test_label_is_found_by_member_and_by_key_and_fills_its_gaps(code: str, ohne_anmeldung: str, weg: str) -> None:
    sprache = get(code)
    assert sprache.label(Label.OHNE_ANMELDUNG) == sprache.label("ohne_anmeldung") == ohne_anmeldung
    assert sprache.label(Label.MINUTEN_ZU_FUSS, minuten=6) == weg


def test_label_with_an_open_gap_or_an_unknown_key_is_an_error() -> None:
    for sprache in load_zweitsprachen():
        with pytest.raises(KeyError, match="minuten"):
            sprache.label(Label.MINUTEN_ZU_FUSS)
        with pytest.raises(ValueError, match="gibtsnicht"):
            sprache.label("gibtsnicht")
