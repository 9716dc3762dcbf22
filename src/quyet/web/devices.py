"""What a browser calls itself, as a person would: Chrome trên Windows."""

from __future__ import annotations

from quyet.web.language import say

_BROWSERS = (
    ("Edg", "Edge"), ("OPR/", "Opera"), ("coc_coc", "Cốc Cốc"), ("SamsungBrowser", "Samsung Internet"),
    ("FxiOS", "Firefox"), ("Firefox", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
_SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "ChromeOS"), ("Windows", "Windows"),
    ("Macintosh", "Mac"), ("Linux", "Linux"),
)  # fmt: skip
"""What stands in the line, and its name: the first that does counts, because each repeats the names of those behind."""


def device_name(user_agent: str) -> str:
    """The browser and the system that a line names; said so where it names none."""
    browser = next((name for mark, name in _BROWSERS if mark in user_agent), "")
    system = next((name for mark, name in _SYSTEMS if mark in user_agent), "")
    if browser and system:
        return say("{browser} trên {system}", "{browser} on {system}", browser=browser, system=system)
    return browser or system or say("thiết bị không rõ", "an unknown device")
