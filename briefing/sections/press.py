"""Items: a line printed, its source numbered in order of first use."""

from dataclasses import replace

from briefing.model import Also, Bracket, Item, Match, Reading, RunnerUp, Sentence
from briefing.sections.lines import Line


class Press:
    """Makes items of lines, numbering sources as they come."""

    def __init__(self, reading: Reading, *, spare: bool = False) -> None:
        """``spare``: nothing is given beside the printed words that their sources might count."""
        self.reading = reading
        self.spare = spare
        self.numbers: dict[str, int] = {}
        self.used: set[int] = set()

    def number(self, article: str) -> int:
        """Give a source its number, the next one at its first use."""
        return self.numbers.setdefault(article, len(self.numbers) + 1)

    def id(self, line: Line) -> str:
        """Name a line: its article and its place."""
        first, last = (self.reading.statements[at].sentence for at in (line.first, line.members[-1]))
        return f"{first.article.id}:{first.span.start}-{last.span.end}"

    def item(self, line: Line) -> Item:
        """Print a line: one slice of its article with all that is known of it."""
        statements = [self.reading.statements[member] for member in line.members]
        first, last = statements[0].sentence, statements[-1].sentence
        article, start, end = first.article, first.span.start, last.span.end
        match, runner_up = self._matches(line)
        self.used.update(line.members)
        return Item(
            id=f"{article.id}:{start}-{end}",
            text=article.text[start:end],
            source=self.number(article.id),
            start=start,
            end=end,
            before=self._neighbour(line.first, -1),
            after=self._neighbour(line.members[-1], 1),
            language=article.language,
            kind="list_item" if first.block.kind == "list_item" else "sentence",
            themes=self._themes(line),
            speakers=()
            if line.silent
            else tuple(dict.fromkeys(speaker for one in statements for speaker in one.speakers)),
            brackets=tuple(
                _bracket(one.sentence, bracket, start) for one in statements for bracket in one.brackets
            ),
            also=tuple(self._also(index) for index in line.also),
            why=match.parts if match else (),
            score=float(match.score) if match else None,
            runner_up=runner_up,
            heading=None if self.spare else _heading(first),
        )

    def _neighbour(self, index: int, step: int) -> str | None:
        other = index + step
        if self.spare or not 0 <= other < len(self.reading.statements):
            return None
        sentence, here = self.reading.statements[other].sentence, self.reading.statements[index].sentence
        return sentence.text if sentence.article is here.article else None

    def _also(self, index: int) -> Also:
        sentence = self.reading.statements[index].sentence
        if self.spare:  # its place, and none of its words
            return Also(self.number(sentence.article.id), sentence.span.start, sentence.span.start, "")
        return Also(self.number(sentence.article.id), sentence.span.start, sentence.span.end, sentence.text)

    def _themes(self, line: Line) -> tuple[str, ...]:
        themes = (theme for member in line.members for theme in self.reading.placements[member].themes)
        return tuple(dict.fromkeys(themes))

    def _matches(self, line: Line) -> tuple[Match | None, RunnerUp | None]:
        """Give the match with the theme that the line is printed for, its best, and the theme that comes next."""
        held = [self.reading.placements[member].matches for member in line.members]
        own = [(match, matches) for matches in held for match in matches if match.theme == line.theme]
        if not own:
            return None, None
        best, among = max(own, key=lambda pair: pair[0].score)
        rest = [match for match in among if match.theme != line.theme and match.score > 0]
        after = max(rest, key=lambda match: match.score, default=None)
        return best, RunnerUp(after.theme, float(after.score)) if after else None


def _heading(sentence: Sentence) -> str | None:
    index = sentence.block.heading
    if index is None:
        return None
    span = sentence.article.blocks[index].span
    return sentence.article.text[span.start : span.end]


def _bracket(sentence: Sentence, bracket: Bracket, start: int) -> Bracket:
    """Count a sentence's bracket from where its item begins."""
    return replace(bracket, at=sentence.span.start + bracket.at - start)
