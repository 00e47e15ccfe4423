"""The table ``[smtp]``: the server that ``briefing send`` hands an edition to."""

import re
from typing import Annotated, Literal

from briefing.config.fields import Address, Line
from briefing.config.suggest import named
from briefing.config.tables import After, Field, Refused, Table
from briefing.model import Smtp

Security = Literal["starttls", "tls", "none"]
PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}
_VARIABLE = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_HOST = re.compile(r"[\w.:-]+")


def _host(text: str) -> str:
    if not _HOST.fullmatch(text):
        raise Refused(f"{named(text)} is no host", 'its name alone, for example "mail.example.org"')
    return text


def _variable(name: str) -> str:
    if not _VARIABLE.fullmatch(name):  # it may be the password itself: never show it
        raise Refused("this is no name of an environment variable", 'for example "BRIEFING_SMTP_PASSWORD"')
    return name


class SmtpTable(Table):
    """The mail server. The password itself never stands here."""

    host: Annotated[Line, After(_host)] = Field(
        description="The server's name.", examples=["mail.example.org"]
    )
    port: int | None = Field(
        default=None,
        ge=1,
        le=65535,
        description="Without it 587 for `starttls`, 465 for `tls`, 25 for `none`.",
        examples=[2525],
    )
    security: Security = Field(
        default="starttls",
        description="`starttls`: begins in the clear and turns to TLS before anything is said. `tls`: TLS "
        "from the first byte. `none`: in the clear, for a server on the same machine.",
        examples=["tls"],
    )
    sender: Address = Field(
        alias="from",
        description="The address that the mail comes from.",
        examples=["Morning desk <desk@example.org>"],
    )
    user: Line | None = Field(
        default=None, description="The account, where the server asks for one.", examples=["desk"]
    )
    password_env: Annotated[str, After(_variable)] | None = Field(
        default=None,
        description="Name of the environment variable that holds the account's password.",
        examples=["BRIEFING_SMTP_PASSWORD"],
    )


def smtp(table: SmtpTable) -> Smtp:
    """Fill in the port that the kind of security uses."""
    port = table.port or PORTS[table.security]
    return Smtp(table.host, port, table.security, table.sender, table.user, table.password_env)
