"""The picture in the masthead."""

import base64
import struct
import zlib

import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


def chunk(name, data=b""):
    """Give a chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


BEGIN = b"\x89PNG\r\n\x1a\n"
PNG = (
    BEGIN
    + chunk(b"IHDR", b"\0\0\0\1\0\0\0\1\b\0\0\0\0")
    + chunk(b"IDAT", zlib.compress(b"\0\0"))
    + chunk(b"IEND")
)
KINDS = {
    "image/png": PNG,
    "image/jpeg": b"\xff\xd8\xff\xe0x\xff\xd9",
    "image/gif": b"GIF89ax;",
    "image/webp": b"RIFF\x08\0\0\0WEBPVP8 ",
    "image/svg+xml": SVG.format("").encode(),
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_known_by_its_bytes(config, write, kind):
    """Whatever its name says, the look holds the whole picture with its true kind."""
    write(KINDS[kind], "logo.txt")
    (only,) = config('[audiences.a]\nlogo = "logo.txt"').audiences
    assert only.look.logo == f"data:{kind};base64,{base64.b64encode(KINDS[kind]).decode()}"


def test_one_for_all(config, write):
    """The logo at the top is that of every edition without its own; an heir has its parent's."""
    write(PNG, "house.png")
    write(KINDS["image/gif"], "own.gif")
    found = config(
        'logo = "house.png"\n[audiences.a]\n[audiences.b]\nlogo = "own.gif"\n[audiences.c]\nextends = "b"'
    )
    kinds = [(one.look.logo or "")[:14] for one in (*found.audiences, *found.shipped[:1])]
    assert kinds == ["data:image/png", "data:image/gif", "data:image/gif", "data:image/png"]


def test_its_path_begins_at_the_file_that_names_it(config, write):
    """An included file's logo lies beside that file, whoever extends the audience."""
    write(PNG, "shared/logo.png")
    write('logo = "logo.png"\n[audiences.base]\nlogo = "../shared/logo.png"', "shared/house.toml")
    found = config('include = ["shared/house.toml"]\n[audiences.a]\nextends = "base"\n[audiences.b]')
    assert all((one.look.logo or "").startswith("data:image/png") for one in found.audiences)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "'logo' does not exist (paths are relative to the file that names them)"),
        (b"", "'logo' is no picture by its content (expected png, jpeg, gif, webp or svg)"),
        (b"RIFF\x10\0\0\0WAVE", "'logo' is no picture by its content (expected png, jpeg, gif, webp or svg)"),
        (PNG + bytes(200_001 - len(PNG)), "'logo' is larger than 200 KB (make it smaller, or draw it as svg)"),
        (b"<html></html>", "'logo' is XML, but no svg (its first element is <svg xmlns=\"http://www.w3.org/2000/svg\">)"),
        (b"<svg></svg>", "'logo' is XML, but no svg (its first element is <svg xmlns=\"http://www.w3.org/2000/svg\">)"),
        (SVG.format("<g>").encode(), "'logo' is no picture by its content: mismatched tag: line 1, column 88 (expected "
                                     "png, jpeg, gif, webp or svg)"),
    ],
)  # fmt: skip
def test_what_is_no_picture(faults, write, data, told):
    """A file that is missing, too large or no picture is told where it is named."""
    if data is not None:
        write(data, "logo")
    assert faults('[audiences.a]\nlogo = "logo"') == [f"briefing.toml:2: audiences.a.logo: {told}"]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if "svg" not in kind])
def test_half_a_picture(faults, write, kind):
    """A picture whose end is missing would be shown nowhere: it is told."""
    write(KINDS[kind][:-1], "logo")
    told = "briefing.toml:1: logo: 'logo' is broken: its end is missing (save or copy it anew)"
    assert faults('logo = "logo"') == [told]


@pytest.mark.parametrize(
    "data", [BEGIN, PNG[:20] + b"x" + PNG[21:], BEGIN + b"\xff\xff\xff\xffIHDR" + PNG[16:]]
)
def test_a_broken_png(faults, write, data):
    """Bytes that were changed on the way are told by the checksums."""
    write(data, "logo")
    assert "is broken" in faults('logo = "logo"')[0]


def test_just_small_enough(config, write):
    """200,000 bytes may be."""
    write(PNG + bytes(200_000 - len(PNG)), "logo.png")
    assert config('logo = "logo.png"').audiences[0].look.logo


@pytest.mark.parametrize(
    ("inside", "told"),
    [
        ("<script>alert(1)</script>", "<script>"),
        ("<g><SCRIPT/></g>", "<script>"),
        ("<foreignObject/>", "<foreignobject>"),
        ('<g onload="x()"/>', "a handler, onload"),
        ('<image href="https://x.example/a.png"/>', "a reference to elsewhere, 'https://x.example/a.png'"),
        ('<use xlink:href="other.svg#a"/>', "a reference to elsewhere, 'other.svg#a'"),
        ('<image href="data:image/svg+xml;base64,AA"/>', "a reference to elsewhere, 'data:image/svg+xml;base64,AA'"),
        ('<a href="javascript:x()"/>', "a reference to elsewhere, 'javascript:x()'"),
        ("<style>@import 'x.css';</style>", "a style that loads something"),
        ("<style>g { fill: url( //x.example/a) }</style>", "a style that loads something"),
        (r"<style>g { fill: u\72l(x) }</style>", "a style that loads something"),
        ('<g style="fill: url(\'a.svg#b\')"/>', "a reference to elsewhere, \"fill: url('a.svg#b')\""),
        ('<g fill="url(a.svg#b)"/>', "a reference to elsewhere, 'url(a.svg#b)'"),
        ("<g>" * 64 + "</g>" * 64, "elements nested too deep"),
    ],
)  # fmt: skip
def test_an_svg_that_runs_or_loads(faults, write, inside, told):
    """A drawing that is more than shapes is refused, and what it holds is named."""
    write(SVG.format(inside), "logo.svg")
    mend = "(save it as plain svg, with nothing but shapes)"
    assert faults('logo = "logo.svg"') == [f"briefing.toml:1: logo: 'logo.svg' holds {told} {mend}"]


@pytest.mark.parametrize(
    "begin",
    [
        '<!DOCTYPE svg [<!ENTITY a "b">]>',
        "<!DOCTYPE svg [<!entity a 'b'>]>",
        '<?xml-stylesheet href="x.css"?>',
    ],
)
def test_an_svg_with_more_before_it(faults, write, begin):
    """Entities and style sheets of elsewhere are refused."""
    write(begin + SVG.format(""), "logo.svg")
    (told,) = faults('logo = "logo.svg"')
    assert told.startswith("briefing.toml:1: logo: 'logo.svg' ")


def test_an_svg_of_shapes(config, write):
    """What a drawing program writes is taken: references within, pictures as data, a title, names of its own."""
    inside = (
        '<title>Ours</title><defs><linearGradient id="a"/></defs>'
        '<path d="M0 0" fill="url(#a)" style="stroke:url(\'#a\')"/>'
        '<use xlink:href="#a"/><image href="data:image/png;base64,AA"/><g xmlns:i="urn:i" i:file="C:\\logo.svg"/>'
    )
    kind = "-//W3C//DTD SVG 1.1//EN"
    head = f'<?xml version="1.0"?>\n<!DOCTYPE svg PUBLIC "{kind}" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    write(head + SVG.format(inside), "logo.svg")
    assert config('logo = "logo.svg"').audiences[0].look.logo


@pytest.mark.parametrize(("name", "told"), [("folder", "is no file"), ("a\\u0000b", "control character")])
def test_paths_that_are_no_files(faults, write, name, told):
    """A folder and an impossible path are told once."""
    write("", "folder/x")
    (fault,) = faults(f'logo = "{name}"')
    assert told in fault


def test_an_unreadable_picture(faults, write, monkeypatch):
    """A file that may not be read is told with the system's reason."""
    write(PNG, "logo.png")
    path = write('logo = "logo.png"')
    real = type(path).open

    def refuse(self, *rest, **named):
        if self.name == "logo.png":
            raise PermissionError(13, "Permission denied")
        return real(self, *rest, **named)

    monkeypatch.setattr("pathlib.Path.open", refuse)
    assert faults('logo = "logo.png"') == [
        "briefing.toml:1: logo: 'logo.png' cannot be read: Permission denied"
    ]


@pytest.mark.parametrize(("one", "most"), [("<g/>", 1_999), ('<use href="#a"/>', 10)])
def test_a_picture_of_too_many_parts(config, faults, write, one, most):
    """Elements are bounded, and far closer those that draw others again: chains of them multiply."""
    write(SVG.format(one * most), "logo.svg")
    assert config('logo = "logo.svg"').audiences[0].look.logo
    write(SVG.format(one * (most + 1)), "logo.svg")
    (fault,) = faults('logo = "logo.svg"')
    assert "'logo.svg' has more than 2,000 elements, or 10 <use>" in fault
