"""Names that nobody can take for real: the family name is always 見本, in kana ミホン, in Latin MIHON."""

from random import Random
from typing import NamedTuple

LATIN_SHARE = 0.06
"""Assumption: about one worker in sixteen writes the name in Latin letters."""

_GIVEN = (
    ("太郎", "タロウ"), ("次郎", "ジロウ"), ("三郎", "サブロウ"), ("花子", "ハナコ"), ("健一", "ケンイチ"),
    ("誠", "マコト"), ("正", "タダシ"), ("直美", "ナオミ"), ("翔", "ショウ"), ("大輔", "ダイスケ"),
    ("拓也", "タクヤ"), ("健太", "ケンタ"), ("美咲", "ミサキ"), ("陽子", "ヨウコ"), ("浩", "ヒロシ"),
    ("茂", "シゲル"), ("勝", "マサル"), ("進", "ススム"), ("隆", "タカシ"), ("豊", "ユタカ"),
    ("蓮", "レン"), ("陸", "リク"), ("葵", "アオイ"), ("真由美", "マユミ"), ("和也", "カズヤ"),
    ("剛", "ツヨシ"), ("学", "マナブ"), ("徹", "トオル"), ("亮", "リョウ"), ("恵", "メグミ"),
)  # fmt: skip
_LATIN = (
    ("AN", "アン"), ("BINH", "ビン"), ("DUC", "ドゥック"), ("HOA", "ホア"), ("LAN", "ラン"), ("MINH", "ミン"),
    ("NAM", "ナム"), ("TUAN", "トゥアン"),
    ("BUDI", "ブディ"), ("JOSE", "ホセ"), ("MARIA", "マリア"), ("KUMAR", "クマール"),
)  # fmt: skip


class Name(NamedTuple):
    """A name as it is shown, in kana, and in Latin letters where the worker writes it so."""

    shown: str
    kana: str
    latin: str | None


def draw_name(rng: Random) -> Name:
    """Draw a sample name."""
    if rng.random() < LATIN_SHARE:
        given, kana = _LATIN[int(rng.random() * len(_LATIN))]
        return Name(f"MIHON {given}", f"ミホン {kana}", f"MIHON {given}")
    given, kana = _GIVEN[int(rng.random() * len(_GIVEN))]
    return Name(f"見本 {given}", f"ミホン {kana}", None)
