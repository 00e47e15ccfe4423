"""What is allowed but seldom meant."""

import pytest

MAIL = "[smtp]\nhost = 'h'\nfrom = 'a@b.org'\n"
USED = '[themes.t]\nactors = ["a", "b"]\nkeywords = ["k"]\n'


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '[actors.a]\nnames = ["Brussels"]\n[actors.b]\ncountries = ["BE"]\n' + USED,
            "3: actors.b: 'Brussels' names several actors: a, b (keep it with one of them; under [actors.a]: "
            "names = [])",
        ),
        (
            '[actors.a]\npeople = ["Berg"]\n[actors.b]\npeople = [["Dahl", "berg"]]\n' + USED,
            "3: actors.b: 'Berg' names several actors: a, b (keep it with one of them; under [actors.b]: "
            'people = ["Dahl"])',
        ),
        ('[actors.a]\nnames = ["A"]', "1: actors.a: no theme uses this actor (name it in a theme: actors = [\"a\"])"),
        (
            '[actors.a]\n[actors.b]\nnames = ["B"]\n' + USED,
            "1: actors.a: nothing names this actor (give countries, names or people)",
        ),
        ("[themes.t]", "1: themes.t: without actors and keywords it stays empty (give one or the other)"),
        (
            '[themes.t]\nrole = "about"\nkeywords = ["k"]',
            "2: themes.t.role: 'about' asks for actors, and there are none",
        ),
        (
            '[smtp]\nhost = "h"\nfrom = "a@b.org"\nuser = "u"\npassword_env = "P"\nsecurity = "none"',
            "6: smtp.security: the password would travel in the clear (use \"starttls\" or \"tls\")",
        ),
        ("language = 'es'", "1: language: the page has no words in 'es', so that they stand in English among your "
         "titles (write templates/words/es.toml beside the configuration, or give the editions a language)"),
        ("title = 'Hoy'\nlanguage = 'es'\n[audiences.a]\n[audiences.b]\nlanguage = 'en'",
         "2: language: the page has no words in 'es', so that they stand in English among your titles (write "
         "templates/words/es.toml beside the configuration, or give the editions a language)"),
        ("[outlets.a]\nnames = ['The A']", "1: outlets.a: this says nothing of the outlet (give its kind or your "
                                          'grade: kind = "press")'),
        (MAIL + "[audiences.a]\nrecipients = ['a@b.org']", "5: audiences.a.recipients: no mail is made for them (add "
                                                           '"email" to its formats)'),
        ("[audiences.a]\nformats = ['email']\nrecipients = ['a@b.org']\n[audiences.b]\nextends = 'a'",
         "3: audiences.a.recipients: there is no mail server to send it by (add a table [smtp])"),
        ("[audiences.a]\nthemes = ['t']\nblocks = ['top_lines']\n[themes.t]\nkeywords = ['k']",
         "3: audiences.a.blocks: it has themes of its own, and shows none (add \"themes\" to its blocks, or leave its "
         "themes out)"),
        (MAIL + "[audiences.a]\nextends = 'b'\nmarking = 'M'\n[audiences.b]\nextends = 'phone'\n"
         "recipients = ['a@b.org']",
         "6: audiences.a.marking: the marking is its own, but it goes to the recipients of audiences.b (name its own "
         "recipients; [] is nobody)"),
    ],
)  # fmt: skip
def test_note(config, text, told):
    """Each doubt is told like a fault, and the configuration loads."""
    assert [str(one) for one in config(text).warnings] == [f"briefing.toml:{told}"]


def test_silence(config):
    """An actor whose spellings repeat each other and a theme of examples raise no doubt."""
    text = '[actors.a]\ncountries = ["UA"]\nnames = ["Kiev", "kiev"]\n[themes.t]\nactors = ["a"]\n'
    assert config(text + '[themes.u]\nexamples = ["They want more."]').warnings == ()


def test_silence_of_editions(config):
    """Recipients, markings and themes that agree with what is made and shown raise no doubt; [] is nobody."""
    text = "language = 'es'\n" + MAIL
    text += "[audiences.a]\nextends = 'phone'\nrecipients = ['a@b.org']\nmarking = 'A'\nlanguage = 'en'\n"
    text += "[audiences.b]\nextends = 'a'\nmarking = 'B'\nrecipients = []\n"
    text += "[audiences.c]\nextends = 'a'\n[outlets.d]\nnames = ['D', 'The D']\n"
    assert config(text).warnings == ()


@pytest.mark.parametrize(
    ("actors", "mended", "told"),
    [
        (
            '[actors.a]\nnames = ["EU", "Union"]\n[actors.b]\nnames = ["Bloc", "union"]\n',
            'names = ["Bloc"]',
            "'Union' names several",
        ),
        (
            '[actors.a]\nnames = ["EU"]\n[actors.b]\npeople = [["Eu", "Aye"], ["Bo", "eu", "Beau"]]\n',
            'people = ["Aye", ["Bo", "Beau"]]',
            "'EU' names several",
        ),
        (
            '[actors.a]\ncountries = ["NO"]\n[actors.b]\ncountries = ["SE", "NO"]\n',
            'countries = ["SE"]',
            "more name several",
        ),
    ],
)
def test_the_line_of_a_shared_name_mends_it(config, actors, mended, told):
    """Names shared by the same actors are one note; its line, really pasted, leaves none."""
    (note,) = map(str, config(actors + USED).warnings)
    assert told in note
    assert note.endswith(f"under [actors.b]: {mended})")
    key = mended.split()[0]
    lines = actors.splitlines()
    at = next(n for n in reversed(range(len(lines))) if lines[n].startswith(key))
    lines[at] = mended
    assert config("\n".join(lines) + "\n" + USED).warnings == ()
