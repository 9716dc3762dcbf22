"""The `quyet` command."""


def main() -> int:
    raise SystemExit(0)
