"""PDFium's functions by address, for calls by the thousand.

pypdfium2's own bindings convert every argument and make a pointer object of every result, which costs more than the call
itself. Here handles are plain integers, results are written into flat arrays, and `bulk` runs over them in C.
The calls keep the interpreter's lock: PDFium is not thread-safe.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable
from itertools import repeat
from typing import Any

import pypdfium2.raw as raw

from ...grammar.pattern import Pattern

_PAIR = Pattern("[\\ud800-\\udbff][\\udc00-\\udfff]")
_HALF = Pattern("[\\ud800-\\udfff]")
_HANDLE, _ADDRESS, _INT = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int


def _function(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    return ctypes.PYFUNCTYPE(result, *arguments)(address)  # type: ignore[arg-type]


load_page: Callable[[int, int], int | None] = _function("FPDF_LoadPage", _HANDLE, _HANDLE, _INT)
count_annotations = _function("FPDFPage_GetAnnotCount", _INT, _HANDLE)
get_annotation = _function("FPDFPage_GetAnnot", _HANDLE, _HANDLE, _INT)
close_annotation = _function("FPDFPage_CloseAnnot", None, _HANDLE)
annotation_type = _function("FPDFAnnot_GetSubtype", _INT, _HANDLE)
annotation_has = _function("FPDFAnnot_HasKey", _INT, _HANDLE, ctypes.c_char_p)
flatten_page = _function("FPDFPage_Flatten", _INT, _HANDLE, _INT)
close_page = _function("FPDF_ClosePage", None, _HANDLE)
set_media_box = _function("FPDFPage_SetMediaBox", None, _HANDLE, *[ctypes.c_float] * 4)
page_box = _function("FPDF_GetPageBoundingBox", _INT, _HANDLE, _ADDRESS)

count_objects = _function("FPDFPage_CountObjects", _INT, _HANDLE)
get_object = _function("FPDFPage_GetObject", _HANDLE, _HANDLE, _INT)
count_form_objects = _function("FPDFFormObj_CountObjects", _INT, _HANDLE)
get_form_object = _function("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
object_type = _function("FPDFPageObj_GetType", _INT, _HANDLE)
object_matrix = _function("FPDFPageObj_GetMatrix", _INT, _HANDLE, _ADDRESS)
object_bounds = _function("FPDFPageObj_GetBounds", _INT, _HANDLE, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
object_fill = _function("FPDFPageObj_GetFillColor", _INT, _HANDLE, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
object_stroke = _function("FPDFPageObj_GetStrokeColor", _INT, _HANDLE, _ADDRESS, _ADDRESS, _ADDRESS, _ADDRESS)
see_through = _function("FPDFPageObj_HasTransparency", _INT, _HANDLE)
object_clip = _function("FPDFPageObj_GetClipPath", _HANDLE, _HANDLE)
count_clip_paths = _function("FPDFClipPath_CountPaths", _INT, _HANDLE)
count_clip_segments = _function("FPDFClipPath_CountPathSegments", _INT, _HANDLE, _INT)
clip_segment = _function("FPDFClipPath_GetPathSegment", _HANDLE, _HANDLE, _INT, _INT)
transform_object = _function("FPDFPageObj_TransformF", _INT, _HANDLE, _ADDRESS)
set_active = _function("FPDFPageObj_SetIsActive", _INT, _HANDLE, _INT)

count_marks = _function("FPDFPageObj_CountMarks", _INT, _HANDLE)
get_mark = _function("FPDFPageObj_GetMark", _HANDLE, _HANDLE, ctypes.c_ulong)
remove_mark = _function("FPDFPageObj_RemoveMark", _INT, _HANDLE, _HANDLE)
mark_type = _function("FPDFPageObjMark_GetParamValueType", _INT, _HANDLE, ctypes.c_char_p)
_mark_name = _function("FPDFPageObjMark_GetName", _INT, _HANDLE, _ADDRESS, ctypes.c_ulong, _ADDRESS)
_mark_bytes = _function(
    "FPDFPageObjMark_GetParamBlobValue", _INT, _HANDLE, ctypes.c_char_p, _ADDRESS, ctypes.c_ulong, _ADDRESS
)

image_pixels = _function("FPDFImageObj_GetImagePixelSize", _INT, _HANDLE, _ADDRESS, _ADDRESS)
paint_image = _function("FPDFImageObj_GetRenderedBitmap", _HANDLE, _HANDLE, _HANDLE, _HANDLE)
bitmap_format = _function("FPDFBitmap_GetFormat", _INT, _HANDLE)
bitmap_buffer = _function("FPDFBitmap_GetBuffer", _HANDLE, _HANDLE)
bitmap_height = _function("FPDFBitmap_GetHeight", _INT, _HANDLE)
bitmap_stride = _function("FPDFBitmap_GetStride", _INT, _HANDLE)
destroy_bitmap = _function("FPDFBitmap_Destroy", None, _HANDLE)

path_mode = _function("FPDFPath_GetDrawMode", _INT, _HANDLE, _ADDRESS, _ADDRESS)
count_segments = _function("FPDFPath_CountSegments", _INT, _HANDLE)
get_segment = _function("FPDFPath_GetPathSegment", _HANDLE, _HANDLE, _INT)
segment_type = _function("FPDFPathSegment_GetType", _INT, _HANDLE)
segment_point = _function("FPDFPathSegment_GetPoint", _INT, _HANDLE, _ADDRESS, _ADDRESS)

load_text = _function("FPDFText_LoadPage", _HANDLE, _HANDLE)
close_text = _function("FPDFText_ClosePage", None, _HANDLE)
count_chars = _function("FPDFText_CountChars", _INT, _HANDLE)
get_text = _function("FPDFText_GetText", _INT, _HANDLE, _INT, _INT, _ADDRESS)
char_unicode = _function("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
char_box = _function("FPDFText_GetLooseCharBox", _INT, _HANDLE, _INT, _ADDRESS)
char_generated = _function("FPDFText_IsGenerated", _INT, _HANDLE, _INT)
char_unmapped = _function("FPDFText_HasUnicodeMapError", _INT, _HANDLE, _INT)
char_object = _function("FPDFText_GetTextObject", _HANDLE, _HANDLE, _INT)
char_origin = _function("FPDFText_GetCharOrigin", _INT, _HANDLE, _INT, _ADDRESS, _ADDRESS)
char_matrix = _function("FPDFText_GetMatrix", _INT, _HANDLE, _INT, _ADDRESS)
char_size = _function("FPDFText_GetFontSize", ctypes.c_double, _HANDLE, _INT)

text_mode = _function("FPDFTextObj_GetTextRenderMode", _INT, _HANDLE)
text_font = _function("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
text_string = _function("FPDFTextObj_GetText", ctypes.c_ulong, _HANDLE, _HANDLE, _ADDRESS, ctypes.c_ulong)
font_weight = _function("FPDFFont_GetWeight", _INT, _HANDLE)
font_name = _function("FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _ADDRESS, ctypes.c_size_t)

TEXT, PATH, IMAGE, FORM = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM
SHADING = raw.FPDF_PAGEOBJ_SHADING
STRING = raw.FPDF_OBJECT_STRING
MOVE, CURVE = raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_BEZIERTO


def bulk(call: Callable[..., Any], *arguments: Iterable[Any]) -> None:
    """Call once for each tuple of arguments, for the effect alone."""
    deque(map(call, *arguments), maxlen=0)


def char_boxes(text_page: int, count: int) -> list[float]:
    """The loose boxes of all characters, flat: left, top, right, bottom of the first, then of the next."""
    boxes = (ctypes.c_float * (4 * count))()
    base = ctypes.addressof(boxes)
    bulk(char_box, repeat(text_page), range(count), range(base, base + 16 * count, 16))
    return boxes[:]


def origins(text_page: int, places: list[int]) -> list[float]:
    """The origins of characters, flat: x, y of the first, then of the next."""
    values = (ctypes.c_double * (2 * len(places)))()
    base = ctypes.addressof(values)
    end = base + 16 * len(places)
    bulk(char_origin, repeat(text_page), places, range(base, end, 16), range(base + 8, end, 16))
    return values[:]


def char_matrices(text_page: int, places: list[int]) -> list[float]:
    """The matrices under which characters are shown, flat: a, b, c, d, e, f of the first, then of the next."""
    values = (ctypes.c_float * (6 * len(places)))()
    base = ctypes.addressof(values)
    bulk(char_matrix, repeat(text_page), places, range(base, base + 24 * len(places), 24))
    return values[:]


def matrices(objects: list[int]) -> list[float]:
    """The matrices of page objects, flat: a, b, c, d, e, f of the first, then of the next."""
    values = (ctypes.c_float * (6 * len(objects)))()
    base = ctypes.addressof(values)
    bulk(object_matrix, objects, range(base, base + 24 * len(objects), 24))
    return values[:]


def bounds(objects: list[int]) -> list[tuple[float, float, float, float]]:
    """The bounding boxes of page objects, line widths included: left, bottom, right, top."""
    values = (ctypes.c_float * (4 * len(objects)))()
    base = ctypes.addressof(values)
    end = base + 16 * len(objects)
    bulk(object_bounds, objects, *(range(base + 4 * k, end, 16) for k in range(4)))
    return list(zip(values[0::4], values[1::4], values[2::4], values[3::4], strict=True))


def fills(objects: list[int]) -> list[tuple[int, int, int, int]]:
    """The fill colours of page objects: red, green, blue, alpha, 0 to 255."""
    return _colours(object_fill, objects)


def strokes(objects: list[int]) -> list[tuple[int, int, int, int]]:
    """The stroke colours of page objects, as those of `fills`."""
    return _colours(object_stroke, objects)


def _colours(call: Callable[..., Any], objects: list[int]) -> list[tuple[int, int, int, int]]:
    values = (ctypes.c_uint * (4 * len(objects)))()
    base = ctypes.addressof(values)
    end = base + 16 * len(objects)
    bulk(call, objects, *(range(base + 4 * k, end, 16) for k in range(4)))
    return list(zip(values[0::4], values[1::4], values[2::4], values[3::4], strict=True))


def pixels(image: int) -> tuple[int, int]:
    """The width and height of a picture in pixels."""
    values = (ctypes.c_uint * 2)()
    base = ctypes.addressof(values)
    image_pixels(image, base, base + 4)
    return values[0], values[1]


def alphas(document: int, page: int, image: int) -> bytes:
    """How opaque each point of a picture is, 0 to 255, as it is painted with its masks; none where it cannot be painted."""
    bitmap = paint_image(document, page, image)
    if not bitmap:
        return b""
    try:
        if bitmap_format(bitmap) != raw.FPDFBitmap_BGRA:
            return b""
        return ctypes.string_at(bitmap_buffer(bitmap), bitmap_stride(bitmap) * bitmap_height(bitmap))[3::4]
    finally:
        destroy_bitmap(bitmap)


def draw_modes(objects: list[int]) -> list[tuple[int, int]]:
    """How paths are drawn: fill mode, stroked or not."""
    values = (ctypes.c_int * (2 * len(objects)))()
    base = ctypes.addressof(values)
    end = base + 8 * len(objects)
    bulk(path_mode, objects, range(base, end, 8), range(base + 4, end, 8))
    return list(zip(values[0::2], values[1::2], strict=True))


def segments(path: int) -> list[tuple[int, float, float]]:
    """The segments of a path: kind, and the point it leads to, before the path's matrix."""
    return _points(list(map(get_segment, repeat(path), range(count_segments(path)))))


def clip_segments(clip: int, path: int, most: int) -> list[tuple[int, float, float]]:
    """The first segments, at most so many, of one path of a clip, as `segments` gives them."""
    count = min(count_clip_segments(clip, path), most)
    return _points(list(map(clip_segment, repeat(clip), repeat(path), range(count))))


def _points(handles: list[int]) -> list[tuple[int, float, float]]:
    points = (ctypes.c_float * (2 * len(handles)))()
    base = ctypes.addressof(points)
    end = base + 8 * len(handles)
    bulk(segment_point, handles, range(base, end, 8), range(base + 4, end, 8))
    flat = points[:]
    return list(zip(map(segment_type, handles), flat[0::2], flat[1::2], strict=True))


def transform(objects: list[int], matrix: tuple[float, float, float, float, float, float]) -> None:
    """Apply a matrix to page objects, in memory."""
    values = (ctypes.c_float * 6)(*matrix)
    bulk(transform_object, objects, repeat(ctypes.addressof(values)))


def load_flat_page(document: int, index: int, look: Callable[[int], None] | None = None) -> int | None:
    """A page whose annotations (form fields, notes, stamps) are content of it, as they are shown; None where it is broken.
    `look` is given it before, where it has any."""
    page = load_page(document, index)
    if not page or not any(_is_shown(page, k) for k in range(count_annotations(page))):
        return page
    if look:
        look(page)
    set_media_box(page, *box_of(page))  # flattening gives a page whose box is that of all pages the box of a US letter
    if flatten_page(page, raw.FLAT_NORMALDISPLAY) == raw.FLATTEN_SUCCESS:
        close_page(page)  # what was flattened is there once the page is loaded again
        page = load_page(document, index)
    return page


def _is_shown(page: int, index: int) -> bool:
    """Whether an annotation may show something: not a link without an appearance, as those of a table of contents are."""
    annotation = get_annotation(page, index)
    shown: bool = annotation_type(annotation) != raw.FPDF_ANNOT_LINK or annotation_has(annotation, b"AP") == 1
    close_annotation(annotation)
    return shown


def box_of(page: int) -> tuple[float, float, float, float]:
    """The page's box in its own space: left, bottom, right, top."""
    values = (ctypes.c_float * 4)()
    if not page_box(page, ctypes.addressof(values)):
        return 0.0, 0.0, 595.0, 842.0
    left, top, right, bottom = values[:]
    return left, bottom, right, top


def string_of(text_object: int, text_page: int) -> str:
    """The text of one text object."""
    size = text_string(text_object, text_page, None, 0)
    buffer = ctypes.create_string_buffer(size)
    text_string(text_object, text_page, ctypes.addressof(buffer), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def mark_name(mark: int) -> str:
    """The tag of marked content."""
    buffer, size = ctypes.create_string_buffer(128), ctypes.c_ulong()
    _mark_name(mark, ctypes.addressof(buffer), 128, ctypes.addressof(size))
    return buffer.raw[: size.value].decode("utf-16-le", "replace").rstrip("\0")


def mark_bytes(mark: int, key: bytes) -> bytes:
    """A string among the properties of marked content; none where it has no such."""
    size = ctypes.c_ulong()
    _mark_bytes(mark, key, None, 0, ctypes.addressof(size))
    buffer = ctypes.create_string_buffer(size.value or 1)
    _mark_bytes(mark, key, ctypes.addressof(buffer), size.value, ctypes.addressof(size))
    return buffer.raw[: size.value]


def name_of(font: int) -> str:
    """The base name of a font, without its bytes that are no text."""
    size = font_name(font, None, 0)
    buffer = ctypes.create_string_buffer(size or 1)
    font_name(font, ctypes.addressof(buffer), size)
    return buffer.value.decode("utf-8", "replace")


def joined(text: str, behind: str = "", half: str = "\ufffd") -> str:
    """A text of code points as PDFium gives them, a character beyond U+FFFF in two places, with those characters whole: `behind` stands
    in the second place of each, `half` for what has no other half."""
    whole = _PAIR.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16") + behind, text)
    return _HALF.sub(half, whole)
