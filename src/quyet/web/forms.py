"""The three ways in: a file, a pasted text, the example. Each form knows how to keep what it was given."""

from __future__ import annotations

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.functional import lazy

from quyet.actions.reading import keep_file, keep_text
from quyet.queries.reading import EXAMPLE
from quyet.web.language import say

ACCEPTED = ".docx, .pdf, .txt, .html"

say_later = lazy(say, str)

NO_FILE = say_later(
    "Chưa chọn tệp. Nhận " + ACCEPTED + ", mỗi lần một tệp, tối đa 50 MB.",
    "No file chosen. Accepted: " + ACCEPTED + ", one at a time, up to 50 MB.",
)
EMPTY_FILE = say_later(
    "Tệp rỗng (0 byte). Mở tệp trên máy, lưu lại rồi tải lên.",
    "The file is empty (0 bytes). Open it on your computer, save it again and upload it.",
)
NO_TEXT = say_later(
    "Chưa có chữ nào. Dán toàn văn quyết định vào ô này.",
    "There is no text yet. Paste the whole decision into this field.",
)


class UploadForm(forms.Form):
    """A file from the person's disk."""

    file = forms.FileField(max_length=None, error_messages={"required": NO_FILE, "empty": EMPTY_FILE})

    def keep(self) -> str:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        return keep_file(file.chunks(), file.name or "")


class PasteForm(forms.Form):
    """A text from the clipboard, white space and all."""

    text = forms.CharField(strip=False, error_messages={"required": NO_TEXT})

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"].replace("\r\n", "\n")
        if not text.strip():
            raise forms.ValidationError(NO_TEXT)
        return text

    def keep(self) -> str:
        return keep_text(self.cleaned_data["text"], say("Văn bản dán", "Pasted text"))


class ExampleForm(forms.Form):
    """The decision that ships with Quyết."""

    def keep(self) -> str:
        return EXAMPLE


Way = UploadForm | PasteForm | ExampleForm
WAYS: dict[str, type[Way]] = {"upload": UploadForm, "paste": PasteForm, "example": ExampleForm}
