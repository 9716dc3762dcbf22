"""The rules, in pure Python: no files, no clock, no network, no framework. Money is whole đồng."""
