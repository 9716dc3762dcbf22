"""Ways into the register of programmes: a reading, a file of data, the example."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from quyet.web.fields import say_later

MOST_BYTES = 5_000_000
ACCEPTED = (".yaml", ".yml", ".json")
NO_FILE = say_later(
    "Chưa chọn tệp. Nhận .yaml hoặc .json, tối đa 5 MB.", "No file chosen. Accepted: .yaml or .json, up to 5 MB."
)
TOO_LARGE = say_later("Tệp lớn hơn 5 MB.", "The file is larger than 5 MB.")
OTHER_FILE = say_later(
    "Chỉ nhận .yaml hoặc .json. Tệp Word hoặc PDF thì gửi ở trang Đọc quyết định, rồi bấm Đưa vào sổ.",
    "Only .yaml or .json. Send a Word or PDF file to “Read a decision”, then put it in the register from there.",
)


class DataForm(forms.Form):
    """PROGRAMME.yaml, or the same as JSON; the JSON of a reading too."""

    file = forms.FileField(
        label=say_later("Tệp dữ liệu", "File"),
        widget=forms.FileInput(
            attrs={"accept": ",".join(ACCEPTED), "data-most": MOST_BYTES, "data-too-large": TOO_LARGE}
        ),
        error_messages={"required": NO_FILE, "empty": NO_FILE},
    )

    def clean_file(self) -> Any:
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if not (file.name or "").lower().endswith(ACCEPTED):
            raise forms.ValidationError(OTHER_FILE)
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(TOO_LARGE)
        return file

    @property
    def as_json(self) -> bool:
        """Which of the two it is."""
        return str(self.cleaned_data["file"].name).lower().endswith(".json")
