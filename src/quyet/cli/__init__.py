"""The command `quyet`: one module a subcommand, each imported when it is called.

parser    what can be asked          run       from the arguments to the exit code
language  Vietnamese or English      streams   what goes to the screen, and how
"""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit code is 0, 1 (errors found) or 2 (something could not be done)."""
    from quyet.cli.run import run

    if argv is None:
        _collect_seldom()
    return run(argv)


def _collect_seldom() -> None:
    """A command lives too short for its garbage to be worth collecting; over a thousand files it still is.

    Nearly a tenth of the time of `quyet check` would go into it: half while modules load, half when they are left.
    """
    import atexit
    import gc

    gc.set_threshold(200_000, 10, 10)
    atexit.register(gc.freeze)
