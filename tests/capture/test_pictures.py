"""Pictures of products: what they are is looked at, not believed."""

import io

import pytest
from PIL import Image

from capture.errors import PictureInvalid
from capture.pictures import PICTURE_FORMATS, picture_type


def picture(kind: str, size: tuple[int, int] = (8, 8)) -> bytes:
    file = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", size).save(file, kind)
    return file.getvalue()


@pytest.mark.parametrize(("media_type", "kind"), PICTURE_FORMATS.items())
def test_a_picture_is_recognised_by_its_content(media_type: str, kind: str) -> None:
    assert media_type == picture_type(picture(kind))
    assert media_type == picture_type(picture(kind), media_type)


def test_a_picture_of_another_kind_than_claimed_is_refused() -> None:
    with pytest.raises(PictureInvalid, match="no picture that can be shown"):
        picture_type(picture("PNG"), "image/jpeg")


@pytest.mark.parametrize("content", [b"", b"GIF89a", picture("PNG")[:40], b"\x89PNG\r\n\x1a\n" + b"\0" * 64])
def test_what_is_no_whole_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureInvalid):
        picture_type(content)


def test_a_small_file_that_unfolds_to_too_much_is_refused() -> None:
    content = picture("PNG", (8000, 8000))

    assert len(content) < 100_000
    with pytest.raises(PictureInvalid, match="8000 × 8000 pixels"):
        picture_type(content)
