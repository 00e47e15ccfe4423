"""What is wrong with a configuration is told in words for people, with the place and the mend."""

import pytest

from briefing.config import load_config
from briefing.errors import ConfigError
from tests.config.conftest import VALID

TEXT = "expected text in quotation marks"
FORMATS = "pdf, html, email, markdown, text, json"
METHODS = "house, house-joint, lexrank, textrank, lsa, luhn, kl, sumbasic, reduction, edmundson, random, lead"
TABLE = "(a table is a line with its name in brackets, such as [actors.us], and its keys below it)"
TOP = "title, language, marking, logo, accent, page_size, include, actors, themes, outlets, audiences, smtp"
KEY = "use letters, digits, - and _"
FOLDER = (
    "becomes the name of a folder and cannot be one (use lower-case letters, digits, - and _, beginning with a "
    "letter or digit, and no name that Windows reserves)"
)
LINE = "holds a line break or another control character (write it as one line)"
BLOCKS = "top_lines, changes, notes, themes, differences, quotes, figures, timeline, pictures, sources"
KINDS = "wire, government, state media, opinion, aggregator, press, broadcaster, research"
ADDRESS = 'is no mail address (for example "Morning desk <desk@example.org>")'
EMPTY = "an empty text says nothing (leave the key out or fill it)"
STAR = 'a * may only end a word (for example "reluctan*" or "air defen*")'
THEME = "[actors.a]\nnames = ['A']\n[themes.t]\nkeywords = ['k']\n"
SMTP = "[smtp]\nhost = 'h'\nfrom = 'a@b.org'\n"

CASES = [
    # the top
    ("titel = 'x'", f"1: titel: unknown key; allowed: {TOP} (did you mean 'title'?)"),
    ("pages = 1", f"1: pages: unknown key; allowed: {TOP} (it belongs under [audiences.<key>])"),
    ("title = 3", f"1: title: 3 is not allowed; {TEXT}"),
    ("title = 2025-02-18", f"1: title: a date or time is not allowed; {TEXT}"),
    ("title = ['a']", f"1: title: a list is not allowed; {TEXT}"),
    ("title = ' '", f"1: title: {EMPTY}"),
    ('title = "a\\nb"', f"1: title: 'a\\nb' {LINE}"),
    ("language = 'english'", "1: language: 'english' is no code of a language; for example ar, de, en, es, fr, he, it, "
                             "ja, pl, ru, uk, zh (did you mean 'en'?)"),
    ("actors = 1", f"1: actors: 1 is not allowed; expected a table {TABLE}"),
    ("smtp = 'x'", f"1: smtp: 'x' is not allowed; expected a table {TABLE}"),
    ("[audiences]\na = 1.5", f"2: audiences.a: 1.5 is not allowed; expected a table {TABLE}"),
    # actors
    ("[actors.a]\ncountries = ['UK']", "2: actors.a.countries: 'UK' is no ISO 3166 code of a country "
                                       "(did you mean 'GB'?)"),
    ("[actors.a]\ncountries = ['ru']", "2: actors.a.countries: 'ru' is no ISO 3166 code of a country "
                                       "(did you mean 'RU'?)"),
    ("[actors.a]\ncountries = ['Narnia']", "2: actors.a.countries: 'Narnia' is no ISO 3166 code of a country (two "
                                           "capital letters, for example \"FR\"; what is no country belongs under "
                                           "'names')"),
    ("[actors.a]\nnames = 'Kremlin'", "2: actors.a.names: 'Kremlin' is not allowed; expected a list, for example "
                                      '["one", "two"] (write ["Kremlin"])'),
    ("[actors.a]\npeople = [3]", "2: actors.a.people: 3 is not allowed; expected a list, for example "
                                 '["one", "two"]'),
    ("[actors.a]\npeople = [['B', true]]", f"2: actors.a.people: true is not allowed; {TEXT}"),
    ("[actors.a]\npeople = [[]]", "2: actors.a.people: an empty list says nothing (fill it or leave it out)"),
    ("[actors.'a b']\nnames = ['A']", f"1: actors.\"a b\": 'a b' cannot be a key ({KEY})"),
    ("[actors.a]\ntitle = 'A'", "2: actors.a.title: unknown key; allowed: countries, names, people (it belongs under "
                                "the top of the file, before the first table or [themes.<key>] or "
                                "[audiences.<key>])"),
    ("[actors.a]\nnames = [\n  'A',\n  '',\n]", f"2: actors.a.names: {EMPTY}"),
    # themes
    (THEME + "actors = ['b']", "5: themes.t.actors: 'b' is not under [actors]; allowed: a "
                               "(add a table [actors.b])"),
    (THEME + "actors = ['a', 'a']", "5: themes.t.actors: 'a' is named twice (take one out)"),
    ("[themes.t]\nactors = ['b']", "2: themes.t.actors: 'b' is not under [actors]; allowed: nothing yet "
                                   "(add a table [actors.b])"),
    (THEME + "role = 'speakr'", "5: themes.t.role: 'speakr' is not allowed; allowed: speaker, about, topic "
                                "(did you mean 'speaker'?)"),
    (THEME + "role = 1", "5: themes.t.role: 1 is not allowed; allowed: speaker, about, topic"),
    (THEME + "exclude = ['*']", "5: themes.t.exclude: '*' holds no word"),
    (THEME + "exclude = ['a*b']", f"5: themes.t.exclude: 'a*b': {STAR}"),
    (THEME + "exclude = ['red *line']", f"5: themes.t.exclude: 'red *line': {STAR}"),
    (THEME + "contrast = 'true'", "5: themes.t.contrast: 'true' is not allowed; expected true or false (write true "
                                  "without quotation marks)"),
    (THEME + "contrast = 1", "5: themes.t.contrast: 1 is not allowed; expected true or false"),
    (THEME + "min_score = -0.5", "5: themes.t.min_score: -0.5 is not allowed; it must be at least 0"),
    (THEME + "min_score = inf", "5: themes.t.min_score: inf is not allowed; expected a number that is finite"),
    (THEME + "max_sentences = 0", "5: themes.t.max_sentences: 0 is not allowed; it must be at least 1"),
    (THEME + "max_sentences = '6'", "5: themes.t.max_sentences: '6' is not allowed; expected a whole number (write 6 "
                                    "without quotation marks)"),
    ("[themes.brief]\nkeywords = ['k']", "1: themes.brief: 'brief' is kept for the brief as a whole (choose another "
                                         "key)"),
    # audiences
    ("[audiences.CON]", f"1: audiences.CON: 'CON' {FOLDER}"),
    ("[audiences.nul]", f"1: audiences.nul: 'nul' {FOLDER}"),
    ("[audiences.'../x']", f"1: audiences.\"../x\": '../x' {FOLDER}"),
    ("[audiences.a]\nthemes = ['t']", "2: audiences.a.themes: 't' is not under [themes]; allowed: nothing yet (add a "
                                      "table [themes.t])"),
    ("[audiences.a]\npages = 1\nwords = 9", "3: audiences.a.words: the length is given twice, as pages and as words "
                                            "(keep one)"),
    ("[audiences.a]\npages = 0", "2: audiences.a.pages: 0 is not allowed; it must be more than 0"),
    ("[audiences.a]\npages = true", "2: audiences.a.pages: true is not allowed; expected a number"),
    ("[audiences.a]\nwords = 10000000", "2: audiences.a.words: 10000000 is not allowed; it must be at most 1000000"),
    ("[audiences.a]\nwords = 0x" + "f" * 60, "2: audiences.a.words: a very large number is not allowed; it must be at "
                                             "most 1000000"),
    ("[audiences.a]\nsentences = 1.5", "2: audiences.a.sentences: 1.5 is not allowed; expected a whole number"),
    ("[audiences.a]\nformats = []", "2: audiences.a.formats: an empty list says nothing (fill it or leave it out)"),
    ("[audiences.a]\nformats = ['md']", f"2: audiences.a.formats: 'md' is not allowed; allowed: {FORMATS} "
                                        "(did you mean 'markdown'?)"),
    ("[audiences.a]\nformats = ['docx']", f"2: audiences.a.formats: 'docx' is not allowed; allowed: {FORMATS}"),
    ("[audiences.a]\nmethod = 'lexrnk'", f"2: audiences.a.method: 'lexrnk' is not allowed; allowed: {METHODS}, or "
                                         "package.module:function (did you mean 'lexrank'?)"),
    ("[audiences.a]\ntemplate = '../x'", "2: audiences.a.template: '../x' is no folder's name (name a folder inside "
                                         "'templates', without a path)"),
    ("[audiences.a]\ntemplate = 'defalt'", "2: audiences.a.template: 'defalt' is no folder inside 'templates' beside "
                                           "the configuration; allowed: default, executive, analyst, phone (did you "
                                           "mean 'default'?)"),
    ("[audiences.a]\npage_size = 'a4'", "2: audiences.a.page_size: 'a4' is not allowed; allowed: A4, Letter "
                                        "(did you mean 'A4'?)"),
    ("[audiences.a]\naccent = '#abc'", "2: audiences.a.accent: '#abc' is no colour (write it as # and six hex digits, "
                                       'for example "#8a1c1c")'),
    ("[audiences.a]\nblocks = ['topline']", f"2: audiences.a.blocks: 'topline' is not allowed; allowed: {BLOCKS} (did "
                                            "you mean 'top_lines'?)"),
    ("[audiences.a]\nblocks = []", "2: audiences.a.blocks: an empty list says nothing (fill it or leave it out)"),
    ("[audiences.a]\nblocks = ['themes', 'notes', 'themes', 'themes']", "2: audiences.a.blocks: 'themes' is named "
                                                                        "twice (take one out)"),
    ("[audiences.a]\nlanguage = 'French'", "2: audiences.a.language: 'French' is no code of a language; for example "
                                           "ar, de, en, es, fr, he, it, ja, pl, ru, uk, zh (did you mean 'fr'?)"),
    ("[audiences.a]\nlanguage = 'FR_ca'", "2: audiences.a.language: 'FR_ca' is no code of a language (did you mean "
                                          "'fr-ca'?)"),
    ("[audiences.a]\nlanguage = 'nl'", "2: audiences.a.language: 'nl': the page has no words in this language; it has "
                                       "them in ar, de, en, fr, ru, uk (write templates/words/nl.toml beside the "
                                       "configuration, as docs/languages.md tells)"),
    ("[audiences.a]\nmax_words_per_source = 0", "2: audiences.a.max_words_per_source: 0 is not allowed; it must be at "
                                                "least 1"),
    ("[audiences.a]\nrecipients = 'a@b.org'", "2: audiences.a.recipients: 'a@b.org' is not allowed; expected a list, "
                                              'for example ["one", "two"] (write ["a@b.org"])'),
    ("[audiences.a]\nrecipients = ['a@b.org', 'desk']", f"2: audiences.a.recipients: 'desk' {ADDRESS}"),
    ("[audiences.a]\nrecipients = ['a@b.org, c@d.org']", "2: audiences.a.recipients: 'a@b.org, c@d.org' is no "
     "mail address (one address in each entry of the list)"),
    ("[audiences.a]\nrecipients = ['Berg, A. <a@b.org>']", "2: audiences.a.recipients: 'Berg, A. <a@b.org>' is no mail "
     "address (a name with a comma stands in quotation marks of its own: '\"Berg, Ada\" <berg@example.org>')"),
    ("[audiences.a]\nextends = ' '", f"2: audiences.a.extends: {EMPTY}"),
    ("[audience.a]\npages = 1", f"1: audience: unknown key; allowed: {TOP} (did you mean 'audiences'?)"),
    ("[[audiences]]\npages = 1", f"1: audiences: a list is not allowed; expected a table {TABLE}"),
    ("[audiences.a]\nrecipients = ['a@straße.de']", f"2: audiences.a.recipients: 'a@straße.de' {ADDRESS}"),
    ('[audiences.a]\nrecipients = ["a@b.org\\nBcc: c@d.org"]', "2: audiences.a.recipients: 'a@b.org\\nBcc: c@d.org' "
                                                               f"{LINE}"),
    # outlets
    ("[outlets.a]\nkind = 'agency'", f"2: outlets.a.kind: 'agency' is not allowed; allowed: {KINDS} (did you mean "
                                     "'wire'?)"),
    ("[outlets.a]\nkind = 'state-media'", f"2: outlets.a.kind: 'state-media' is not allowed; allowed: {KINDS} (did you "
                                          "mean 'state media'?)"),
    ("[outlets.a]\ngrade = 'the best of all that there is'", "2: outlets.a.grade: 'the best of all that there is' is "
                                                             "longer than 24 letters (a grade is short, for example "
                                                             '"B2")'),
    ("[outlets.a]\nnames = ['https://www.b.org/news?x=1']", "2: outlets.a.names: 'https://www.b.org/news?x=1' is the "
                                                            "address of a page (the host alone: \"www.b.org\")"),
    ("[outlets.a]\nnames = ['b.org/news']", "2: outlets.a.names: 'b.org/news' is the address of a page (the host "
                                            'alone: "b.org")'),
    ("[outlets.a]\nnames = ['…']", "2: outlets.a.names: '…' holds no word"),
    ("[outlets.a]\nnames = ['Post', 'POST ', 'b.org']\n[outlets.B]\nnames = ['post']", "4: outlets.B.names: 'post' is "
     "named by several outlets: a, B (leave it to one of them)"),
    ("[outlets.'The Post']\n[outlets.b]\nnames = ['the  post']", "3: outlets.b.names: 'the  post' is named by several "
     "outlets: The Post, b (leave it to one of them)"),
    # the mail server
    ("[smtp]\nhost = 'h'", "1: smtp.from: is missing"),
    (SMTP + "user = 'u'", "4: smtp.user: needs password_env beside it (give both or neither)"),
    (SMTP + "security = 'ssl'", "4: smtp.security: 'ssl' is not allowed; allowed: starttls, tls, none "
                                "(did you mean 'tls'?)"),
    (SMTP + "port = 70000", "4: smtp.port: 70000 is not allowed; it must be at most 65535"),
    ("[smtp]\nhost = 'smtp://h'\nfrom = 'a@b.org'", "2: smtp.host: 'smtp://h' is no host (its name alone, for example "
                                                    '"mail.example.org")'),
    ("[smtp]\nhost = 'h'\nfrom = 'desk'", "3: smtp.from: 'desk' is no mail address (for example "
                                          '"Morning desk <desk@example.org>")'),
    # the file
    ("title = x", "1:9: not TOML: Invalid value in 'title = x' (text stands in quotation marks)"),
    ("\ntitle = [", "2: not TOML: Invalid value at the end of the file"),
    ("[themes.t]\n[themes.t]", "2:10: not TOML: a table that is there already in '[themes.t]'"),
    ("include = 'a.toml'", "1: include: 'a.toml' is not allowed; expected a list of paths (for example include = "
                           '["shared.toml"])'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CASES, ids=[told[:50] for _, told in CASES])
def test_fault(faults, text, told):
    """Each fault is told in one line: file, line, key, the value, what is allowed, the mend."""
    assert faults(text) == [f"briefing.toml:{told}"]


@pytest.mark.parametrize(
    "line",
    ["password = 'hunter2'", "password_env = 'hunter 2'", "password_env = 270793", "pasword = 'hunter2'"],
)
def test_no_password_is_shown(faults, line):
    """What may be a password is refused without being shown, and the mend names the environment."""
    told = faults(SMTP + "user = 'u'\n" + line)
    assert not any("hunter" in fault or "270793" in fault for fault in told)
    assert any("assword_env" in fault or "SMTP_PASSWORD" in fault for fault in told)


def test_password_in_the_file(faults):
    """A password in the file is refused, and told once."""
    (told,) = faults(SMTP + "user = 'u'\npassword = 'x'")
    assert told == (
        "briefing.toml:5: smtp.password: a password does not belong in a file (put it into an environment variable "
        'and name that: password_env = "BRIEFING_SMTP_PASSWORD")'
    )


def test_all_at_once(faults):
    """Faults of every table and kind come together, in the order of the lines."""
    text = VALID.replace('"speaker"', '"speakr"').replace('["norway", "eu"]', '["norwy"]')
    text = (
        text.replace("pages = 1", "pages = 0\nwords = 5").replace('["NO"]', '["XX"]').replace("host", "hots")
    )
    text = text.replace('"press"', '"pres"').replace('extends = "chief"', 'extends = "chef"')
    places = [fault.split(": ")[:2] for fault in faults(text)]
    assert places == [
        ["briefing.toml:5", "actors.norway.countries"],
        ["briefing.toml:14", "themes.offers.actors"],
        ["briefing.toml:15", "themes.offers.role"],
        ["briefing.toml:30", "outlets.post.kind"],
        ["briefing.toml:38", "audiences.chief.pages"],
        ["briefing.toml:39", "audiences.chief.words"],
        ["briefing.toml:51", "audiences.deputy.extends"],
        ["briefing.toml:54", "smtp.host"],
        ["briefing.toml:55", "smtp.hots"],
    ]


def test_missing_file(write):
    """A file that is not there is told with the mend."""
    write("", "other.toml")
    with pytest.raises(ConfigError) as caught:
        load_config(write("").with_name("briefng.toml"))
    assert str(caught.value) == "briefng.toml: does not exist ('briefing init' writes one to start from)"
    assert caught.value.status == 2


def test_folder(write):
    """A folder is no configuration."""
    with pytest.raises(ConfigError, match="briefs: is a folder, not a file"):
        load_config(write("", "briefs/a.toml").parent)


def test_unreadable(write, monkeypatch):
    """A file that may not be read is told with the system's reason."""
    path = write("")
    monkeypatch.setattr("pathlib.Path.open", _refuse)
    with pytest.raises(ConfigError, match=r"^briefing\.toml: cannot be read: Permission denied$"):
        load_config(path)


def _refuse(*_: object, **__: object) -> None:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("title = 'a'\nmarking = 'é'".encode("latin-1"), "briefing.toml:2: not UTF-8: byte 0xe9 (save the file as "
                                                         "UTF-8)"),
        ("title = 'a'".encode("utf-16"), "briefing.toml:1: not UTF-8: byte 0xff (save the file as UTF-8)"),
        (b"title = " + b"[" * 9000, "briefing.toml: a number of too many digits, or lists nested too deep"),
        (b"title = " + b"9" * 9000, "briefing.toml: a number of too many digits, or lists nested too deep"),
    ],
    ids=["latin-1", "utf-16", "deep", "digits"],
)  # fmt: skip
def test_bytes(faults, data, told):
    """What cannot be decoded or read as values is told, whatever it is."""
    assert faults(data) == [told]


def test_number_without_end(faults):
    """A number that no machine holds is no finite number."""
    told = faults("[audiences.a]\npages = 1" + "0" * 400)
    assert told == [
        "briefing.toml:2: audiences.a.pages: a very large number is not allowed; expected a number that is finite"
    ]
