"""The numbers of the house: how long its files and functions are, and what share of them says what it is for.

`python -m tools.numbers` prints them; tests/house holds the limits.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Measured:
    """One file: its lines, and its functions with theirs."""

    path: Path
    lines: int
    tree: ast.Module

    @property
    def functions(self) -> list[Function]:
        return [node for node in ast.walk(self.tree) if isinstance(node, Function)]


def length(function: Function) -> int:
    """Lines of a function from its `def` to its end, decorators and docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 2 if body else 1


def measure(folder: Path) -> list[Measured]:
    """Every Python file below a folder."""
    paths = (path for path in sorted(folder.rglob("*.py")) if path.parent.name != "migrations")  # Django writes those
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    return [Measured(path, len(text.splitlines()), ast.parse(text)) for path, text in texts.items()]


def report(folder: Path) -> str:
    """The numbers of a folder as a few lines of text."""
    files = measure(folder)
    functions = [function for file in files for function in file.functions]
    lengths = [length(function) for function in functions]
    longest = max(files, key=lambda file: file.lines)
    return "\n".join(
        [
            f"{folder.relative_to(ROOT)}: {len(files)} files, {sum(file.lines for file in files)} lines",
            f"  file: median {median(file.lines for file in files):.0f}, longest {longest.lines} ({longest.path.name})",
            f"  function: {len(lengths)}, median {median(lengths):.0f}, longest {max(lengths)}, "
            f"{share(n <= 20 for n in lengths)} within 20 lines",
            f"  typed results: {share(f.returns is not None for f in functions)}, "
            f"modules that say what they are for: {share(ast.get_docstring(f.tree) is not None for f in files)}",
        ]
    )


def share(answers: Iterable[bool]) -> str:
    """How many of some yes and no are yes, in per cent."""
    said = list(answers)
    return f"{100 * sum(said) / len(said):.0f} %"


if __name__ == "__main__":
    for name in ("src/quyet/core", "src/quyet/files", "src/quyet", "tests"):
        print(report(ROOT / name))
