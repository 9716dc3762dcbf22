"""The envelope in which Vietnamese bodies send papers to one another: edXML of QCVN 102:2016/BTTTT.

Names and order are those of two public implementations; whether the regulation still stands in 2026 was not verified.
What is unknown is an empty element and never invented. The signature is left out: it is made over the finished file.
"""

from quyet.files.writers.edxml.fields import EdxmlRefused
from quyet.files.writers.edxml.files import EdxmlAttachment
from quyet.files.writers.edxml.write import write_edxml

__all__ = ["EdxmlAttachment", "EdxmlRefused", "write_edxml"]
