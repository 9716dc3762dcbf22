"""Plain text as offices save it: which bytes give which text, and which give none."""

from __future__ import annotations

from hashlib import sha256
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyet.core.decisions.source import Notice
from quyet.files.readers.errors import Unreadable
from quyet.files.readers.txt import read_txt

TEXT = "QUYẾT ĐỊNH\n\nĐiều 1. Phê duyệt kinh phí 185.000.000 đồng\n\tcho Chương trình năm 2024./.\n"
TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc"
VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam\nÑoäc laäp - Töï do - Haïnh phuùc"
MOTTO = "Cộng hòa xã hội chủ nghĩa Việt Nam\nĐộc lập - Tự do - Hạnh phúc"

SAVED_AS = {
    "UTF-8": TEXT.encode(),
    "UTF-8 with mark": b"\xef\xbb\xbf" + TEXT.encode(),
    "UTF-16 little end first, with mark": b"\xff\xfe" + TEXT.encode("utf-16-le"),
    "UTF-16 big end first, with mark": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "UTF-16 little end first": TEXT.encode("utf-16-le"),
    "UTF-16 big end first": TEXT.encode("utf-16-be"),
    "decomposed letters": normalize("NFD", TEXT).encode(),
    "line ends of Windows": TEXT.replace("\n", "\r\n").encode(),
    "line ends of an old Macintosh": TEXT.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("way", SAVED_AS)
def test_the_text_is_the_same_however_it_was_saved(way: str) -> None:
    source = read_txt(SAVED_AS[way], "quyet-dinh.txt")
    assert source.text == TEXT
    assert (source.name, source.format, source.pages, source.notices) == ("quyet-dinh.txt", "txt", None, ())
    assert source.sha256 == sha256(SAVED_AS[way]).hexdigest()


OLD = {
    "TCVN3, as bytes": (TCVN3.encode("latin-1"), "tcvn3", "TCVN3"),
    "TCVN3, carried into Unicode letter by letter": (TCVN3.encode(), "tcvn3", "TCVN3"),
    "VNI, as bytes": (VNI.encode("latin-1"), "vni", "VNI"),
    "VNI, carried into Unicode letter by letter": (VNI.encode(), "vni", "VNI"),
}


@pytest.mark.parametrize("way", OLD)
def test_an_old_encoding_is_converted_and_named(way: str) -> None:
    data, code, detail = OLD[way]
    source = read_txt(data)
    assert source.text == MOTTO
    assert source.notices == (Notice(code, detail),)


UNSURE = {
    "two words of TCVN3 are too few": ("Sè: 12/SCT\nx·".encode("latin-1"), "Sè: 12/SCT\nx·", "TCVN3"),
    "French in bytes of Windows": ("Déjà vu – « l’été »".encode("cp1252"), "Déjà vu – « l’été »", "Windows-1252"),
}


@pytest.mark.parametrize("why", UNSURE)
def test_what_is_not_certain_stays_as_it_is_and_is_named(why: str) -> None:
    data, text, detail = UNSURE[why]
    source = read_txt(data)
    assert source.text == text
    assert source.notices == (Notice("encoding_unsure", detail),)


@pytest.mark.parametrize("text", ["café, crème brûlée, naïveté", "§ 1 – 25 °C", "Plain ASCII", "日本語の文書"])
def test_foreign_unicode_text_is_left_alone(text: str) -> None:
    source = read_txt(text.encode())
    assert (source.text, source.notices) == (text, ())


def test_a_last_letter_cut_in_two_is_dropped_and_said() -> None:
    for data in ("Phê duyệt đ".encode()[:-1], b"\xff\xfe" + "Phê duyệt đ".encode("utf-16-le")[:-1]):
        source = read_txt(data)
        assert (source.text, source.notices) == ("Phê duyệt ", (Notice("truncated"),))


def test_a_stray_control_character_is_text_and_keeps_its_place() -> None:
    text = "Điều 1.\x07 Phê duyệt\n\x0cĐiều 2. Tổ chức thực hiện\n" * 3
    assert read_txt(text.encode()).text == text


NO_TEXT = {
    "no byte": (b"", "rỗng"),
    "only white space": (b" \r\n\t \xc2\xa0\n", "rỗng"),
    "only a byte order mark": (b"\xef\xbb\xbf", "rỗng"),
    "all 256 bytes": (bytes(range(256)) * 4, "nhị phân"),
    "an image": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\2\0\0\0\2\0\x08\x06\0\0\0" * 9, "nhị phân"),
    "noughts": (b"\0" * 500, "nhị phân"),
    "an old Word file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0\x01\xfe\xff\x20" * 300, "nhị phân"),
    "a damaged line": ("Điều 1. Phê duyệt\nĐiều 2. ".encode() + b"\xff" + " Tổ chức".encode(), "dòng 2 (byte thứ 36)"),
    "half of a pair of UTF-16": (b"\xff\xfe" + b"a\0\n\0" + b"\0\xd8b\0c\0", "dòng 2 (byte thứ 5)"),
    "too long": (b"a" * 10_000_001, "10.000.000 byte"),
}


@pytest.mark.parametrize("why", NO_TEXT)
def test_what_is_no_text_is_refused_with_a_sentence_in_both_languages(why: str) -> None:
    data, said = NO_TEXT[why]
    with pytest.raises(Unreadable) as refused:
        read_txt(data)
    assert said in refused.value.message
    assert refused.value.message.endswith(".") and refused.value.message_en.endswith(".")
    assert "\n" not in refused.value.message + refused.value.message_en


def test_ten_million_bytes_are_read() -> None:
    assert len(read_txt(b"Dieu 1. " * 1_250_000).text) == 10_000_000


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        source = read_txt(data)
    except Unreadable:
        return
    assert source.text.strip()
    assert "\r" not in source.text
    assert source.text == normalize("NFC", source.text)
