"""Bytes to text."""

import pytest

from briefing.readers.decode import declared, decode

RUSSIAN = "Россия отвергла соглашение, заявил министр. Он сказал, что это неприемлемо.\n" * 6
CHINESE = "俄罗斯外交部长表示不接受任何协议。\n" * 8
FRENCH = "Le ministre a été réélu à Genève où il fête déjà. Les députés ont protesté.\n" * 6


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, "A.\r\n"])
def test_a_mark_tells(text, encoding):
    """With a byte order mark the encoding is known, and the mark is no part of the text."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [RUSSIAN, CHINESE, FRENCH, "One sentence here.\n"])
def test_utf_16_without_a_mark(text, encoding):
    """NUL bytes on one side only tell UTF-16 in any script."""
    assert decode(text.encode(encoding)) == text


def test_line_ends_stay():
    """A text is what was decoded, line ends and controls as in the file."""
    assert decode(b"A\r\nB\rC\n\tD\x0cE\x00.") == "A\r\nB\rC\n\tD\x0cE\x00."


def test_a_cut_character_is_left_off():
    """UTF-8 that ends in the middle of a character gives the text before it."""
    assert decode("Так. Нет".encode()[:-1]) == "Так. Не"


def test_a_few_broken_bytes_do_not_change_the_encoding():
    """One bad byte in much UTF-8 is one replacement character."""
    data = RUSSIAN.encode()
    assert (
        decode(data[:40] + b"\xff" + data[40:])
        == RUSSIAN.encode()[:40].decode() + "\ufffd" + RUSSIAN.encode()[40:].decode()
    )


@pytest.mark.parametrize(
    ("text", "encoding"), [(RUSSIAN, "cp1251"), (CHINESE, "gb18030"), (FRENCH, "cp1252")]
)
def test_old_encodings_are_guessed(text, encoding):
    """Without any declaration the letters tell."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["koi8-r", "iso8859-5", "cp1251"])
def test_a_declaration_is_believed(encoding):
    """What the file declares goes before a guess, if its bytes keep to it."""
    assert decode(RUSSIAN.encode(encoding), encoding=encoding) == RUSSIAN
    assert decode(RUSSIAN.encode(), encoding="ascii") == RUSSIAN


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b"<META HTTP-EQUIV='x' CONTENT='text/html; charset=koi8-r'>", "koi8-r"),
        (b'<?xml version="1.0" encoding="ISO-8859-1"?>', "iso8859-1"),
        (b"<meta charset=nonsense>", None),
        (b"<p>charset=utf-8</p>", None),
    ],
)
def test_declarations_of_pages(head, name):
    """Meta elements and the XML prolog declare; an unknown name declares nothing."""
    assert declared(head) == name


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 20, b"\x7fELF" + b"\x00\x01\x02\x03" * 50, b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d" * 9],
)
def test_a_binary_is_no_text(data):
    """Bytes that decode to controls are refused."""
    assert decode(data) is None


def test_text_with_some_nul_bytes_is_text():
    """NUL bytes here and there, even all on one side, are no UTF-16."""
    data = b"".join(
        b"Sixty-four bytes of plain words stand before each of its NUL bytes" + b"\0 " for _ in range(60)
    )
    assert decode(data) == data.decode()
