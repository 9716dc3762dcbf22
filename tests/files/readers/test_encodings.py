"""The encodings before Unicode: their tables, and how they are told apart."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quyet.files.readers.encodings import TCVN3, VNI, from_tcvn3, from_vni, recognise

NATIONAL = "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập - tự do - hạnh phúc"
NATIONAL_TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam, ®éc lËp - tù do - h¹nh phóc"
NATIONAL_VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam, ñoäc laäp - töï do - haïnh phuùc"


@pytest.mark.skipif(shutil.which("iconv") is None, reason="the command iconv is not installed")
def test_the_table_of_tcvn3_is_that_of_glibc() -> None:
    for code, letter in TCVN3.items():
        command = ["iconv", "-f", "TCVN5712-1", "-t", "UTF-8"]
        done = subprocess.run(command, input=b"-" + bytes([code]) + b"-", capture_output=True, check=False)
        if done.returncode:
            pytest.skip("this iconv does not know TCVN5712-1")
        assert done.stdout.decode() == f"-{letter}-", hex(code)


TCVN3_WORDS = {
    NATIONAL_TCVN3: NATIONAL,
    "§iÒu 1. Phª duyÖt kinh phÝ thùc hiÖn": "Điều 1. Phê duyệt kinh phí thực hiện",
    "b»ng ch÷: mét tr¨m t¸m m­¬i l¨m triÖu ®ång": "bằng chữ: một trăm tám mươi lăm triệu đồng",
    "QUYÕT §ÞNH": "QUYẾT ĐỊNH",
    "KT. GI¸M §èC": "KT. GIÁM ĐỐC",
    "Sè: 12/Q§-SCT": "Số: 12/QĐ-SCT",
    "- Së TC, UBND tØnh": "- Sở TC, UBND tỉnh",
    "Së C¤NG TH¦¥NG": "SỞ CÔNG THƯƠNG",
    "Së GIAO TH¤NG VËN T¶I": "SỞ GIAO THÔNG VẬN TẢI",
    "Së, Q§-UBND, §A": "Sở, QĐ-UBND, ĐA",
    "ñY BAN NH¢N D¢N   §éc lËp": "ỦY BAN NHÂN DÂN   Độc lập",
}


@pytest.mark.parametrize("written", TCVN3_WORDS)
def test_tcvn3_is_read_as_its_font_shows_it(written: str) -> None:
    assert from_tcvn3(written) == TCVN3_WORDS[written]


VNI_WORDS = {
    NATIONAL_VNI: NATIONAL,
    "Ñieàu 1. Pheâ duyeät kinh phí thöïc hieän": "Điều 1. Phê duyệt kinh phí thực hiện",
    "baèng chöõ: moät traêm taùm möôi laêm trieäu ñoàng": "bằng chữ: một trăm tám mươi lăm triệu đồng",
    "QUYEÁT ÑÒNH": "QUYẾT ĐỊNH",
    "ÖÙng phoù, UÛy ban, UÛY BAN": "Ứng phó, Ủy ban, ỦY BAN",
    "höôùng daãn, kyõ thuaät, quyù, kyø, kyû, myõ": "hướng dẫn, kỹ thuật, quý, kỳ, kỷ, mỹ",
    "thò xaõ, kinh teá - xaõ hoäi, nghæ": "thị xã, kinh tế - xã hội, nghỉ",
}


@pytest.mark.parametrize("written", VNI_WORDS)
def test_vni_is_read_as_its_font_shows_it(written: str) -> None:
    assert from_vni(written) == VNI_WORDS[written]


def test_every_letter_with_a_mark_is_in_the_table_of_vni() -> None:
    small = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ"
    assert set(VNI.values()) == set(small + small.upper())


VNI_WRITING = {letter: written for written, letter in sorted(VNI.items(), key=lambda pair: pair[0].isupper())}


@settings(deadline=None)
@given(st.text(st.sampled_from(sorted(VNI_WRITING) + list("bcdghklmnpqrstvx ,."))))
def test_what_is_written_in_vni_comes_back(text: str) -> None:
    written = "".join(VNI_WRITING.get(letter, letter) for letter in text)
    assert from_vni(written) == text


CERTAIN = {NATIONAL_TCVN3: "tcvn3", NATIONAL_VNI: "vni", NATIONAL.replace("ộ", "ô"): ""}


@pytest.mark.parametrize("written", CERTAIN)
def test_the_words_tell_the_encoding(written: str) -> None:
    guess = recognise(written)
    assert (guess.code, guess.certain) == (CERTAIN[written], True)


@pytest.mark.parametrize("written", ["x·", "Öùng", "crème brûlée", "§ 12 – ¶ 3", "plain", ""])
def test_few_words_or_foreign_ones_prove_nothing(written: str) -> None:
    assert not recognise(written).certain
