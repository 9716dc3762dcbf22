"""The command `quyet`: one module a subcommand, each imported when it is called.

parser    what can be asked          run       from the arguments to the exit code
language  Vietnamese or English      streams   what goes to the screen, and how
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0, 1 (errors found) or 2 (something could not be done)."""
    from quyet.cli.run import run

    return run(argv)
