"""PDFium's functions by address, for calls by the thousand.

pypdfium2's own bindings convert every argument and make a pointer object of every result, which costs more than the call
itself. Here handles are plain integers, results are written into flat arrays, and `bulk` runs over them in C. Functions
that are called for each character or object take what has been made an argument before, which halves the time of a call.
The calls keep the interpreter's lock: PDFium is not thread-safe.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator, Sequence
from itertools import repeat
from typing import Any

import pypdfium2.raw as raw

from ...grammar.pattern import Pattern
from ..layout.sheet import Box
from .binding import Room, argument, bulk, function, unconverted

_PAIR = Pattern("[\\ud800-\\udbff][\\udc00-\\udfff]")
_HALF = Pattern("[\\ud800-\\udfff]")
_HANDLE, _ADDRESS, _INT = ctypes.c_void_p, ctypes.c_void_p, ctypes.c_int


load_page: Callable[[int, int], int | None] = function("FPDF_LoadPage", _HANDLE, _HANDLE, _INT)
count_annotations = function("FPDFPage_GetAnnotCount", _INT, _HANDLE)
get_annotation = function("FPDFPage_GetAnnot", _HANDLE, _HANDLE, _INT)
close_annotation = function("FPDFPage_CloseAnnot", None, _HANDLE)
annotation_type = function("FPDFAnnot_GetSubtype", _INT, _HANDLE)
annotation_has = function("FPDFAnnot_HasKey", _INT, _HANDLE, ctypes.c_char_p)
flatten_page = function("FPDFPage_Flatten", _INT, _HANDLE, _INT)
close_page = function("FPDF_ClosePage", None, _HANDLE)
set_media_box = function("FPDFPage_SetMediaBox", None, _HANDLE, *[ctypes.c_float] * 4)
page_box = function("FPDF_GetPageBoundingBox", _INT, _HANDLE, _ADDRESS)

count_objects = function("FPDFPage_CountObjects", _INT, _HANDLE)
_get_object = unconverted("FPDFPage_GetObject", _HANDLE)
count_form_objects = function("FPDFFormObj_CountObjects", _INT, _HANDLE)
get_form_object = function("FPDFFormObj_GetObject", _HANDLE, _HANDLE, ctypes.c_ulong)
object_type = function("FPDFPageObj_GetType", _INT, _HANDLE)
_object_matrix = unconverted("FPDFPageObj_GetMatrix", _INT)
_object_bounds = unconverted("FPDFPageObj_GetBounds", _INT)
_object_fill = unconverted("FPDFPageObj_GetFillColor", _INT)
_object_stroke = unconverted("FPDFPageObj_GetStrokeColor", _INT)
see_through = function("FPDFPageObj_HasTransparency", _INT, _HANDLE)
object_clip = function("FPDFPageObj_GetClipPath", _HANDLE, _HANDLE)
count_clip_paths = function("FPDFClipPath_CountPaths", _INT, _HANDLE)
count_clip_segments = function("FPDFClipPath_CountPathSegments", _INT, _HANDLE, _INT)
_clip_segment = unconverted("FPDFClipPath_GetPathSegment", _HANDLE)
transform_object = function("FPDFPageObj_TransformF", _INT, _HANDLE, _ADDRESS)
set_active = function("FPDFPageObj_SetIsActive", _INT, _HANDLE, _INT)

count_marks = function("FPDFPageObj_CountMarks", _INT, _HANDLE)
get_mark = function("FPDFPageObj_GetMark", _HANDLE, _HANDLE, ctypes.c_ulong)
remove_mark = function("FPDFPageObj_RemoveMark", _INT, _HANDLE, _HANDLE)
mark_type = function("FPDFPageObjMark_GetParamValueType", _INT, _HANDLE, ctypes.c_char_p)
_mark_name = function("FPDFPageObjMark_GetName", _INT, _HANDLE, _ADDRESS, ctypes.c_ulong, _ADDRESS)
_mark_bytes = function(
    "FPDFPageObjMark_GetParamBlobValue", _INT, _HANDLE, ctypes.c_char_p, _ADDRESS, ctypes.c_ulong, _ADDRESS
)

image_pixels = function("FPDFImageObj_GetImagePixelSize", _INT, _HANDLE, _ADDRESS, _ADDRESS)
paint_image = function("FPDFImageObj_GetRenderedBitmap", _HANDLE, _HANDLE, _HANDLE, _HANDLE)
bitmap_format = function("FPDFBitmap_GetFormat", _INT, _HANDLE)
bitmap_buffer = function("FPDFBitmap_GetBuffer", _HANDLE, _HANDLE)
bitmap_height = function("FPDFBitmap_GetHeight", _INT, _HANDLE)
bitmap_stride = function("FPDFBitmap_GetStride", _INT, _HANDLE)
destroy_bitmap = function("FPDFBitmap_Destroy", None, _HANDLE)

_path_mode = unconverted("FPDFPath_GetDrawMode", _INT)
_count_segments = unconverted("FPDFPath_CountSegments", _INT)
_get_segment = unconverted("FPDFPath_GetPathSegment", _HANDLE)
_segment_type = unconverted("FPDFPathSegment_GetType", _INT)
_segment_point = unconverted("FPDFPathSegment_GetPoint", _INT)

load_text = function("FPDFText_LoadPage", _HANDLE, _HANDLE)
close_text = function("FPDFText_ClosePage", None, _HANDLE)
count_chars = function("FPDFText_CountChars", _INT, _HANDLE)
get_text = function("FPDFText_GetText", _INT, _HANDLE, _INT, _INT, _ADDRESS)
char_unicode = function("FPDFText_GetUnicode", ctypes.c_uint, _HANDLE, _INT)
_char_box = unconverted("FPDFText_GetLooseCharBox", _INT)
char_generated = function("FPDFText_IsGenerated", _INT, _HANDLE, _INT)
char_unmapped = function("FPDFText_HasUnicodeMapError", _INT, _HANDLE, _INT)
_char_unmapped = unconverted("FPDFText_HasUnicodeMapError", _INT)
char_object = function("FPDFText_GetTextObject", _HANDLE, _HANDLE, _INT)
_char_object = unconverted("FPDFText_GetTextObject", _HANDLE)
_char_origin = unconverted("FPDFText_GetCharOrigin", _INT)
_char_matrix = unconverted("FPDFText_GetMatrix", _INT)
_char_size = unconverted("FPDFText_GetFontSize", ctypes.c_double)

text_mode = function("FPDFTextObj_GetTextRenderMode", _INT, _HANDLE)
text_font = function("FPDFTextObj_GetFont", _HANDLE, _HANDLE)
text_string = function("FPDFTextObj_GetText", ctypes.c_ulong, _HANDLE, _HANDLE, _ADDRESS, ctypes.c_ulong)
font_weight = function("FPDFFont_GetWeight", _INT, _HANDLE)
font_name = function("FPDFFont_GetBaseFontName", ctypes.c_size_t, _HANDLE, _ADDRESS, ctypes.c_size_t)

TEXT, PATH, IMAGE, FORM = raw.FPDF_PAGEOBJ_TEXT, raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_FORM
SHADING = raw.FPDF_PAGEOBJ_SHADING
STRING = raw.FPDF_OBJECT_STRING
MOVE, CURVE = raw.FPDF_SEGMENT_MOVETO, raw.FPDF_SEGMENT_BEZIERTO


_BOXES, _ORIGINS, _MATRICES = Room(ctypes.c_float, 4, 1), Room(ctypes.c_double, 2, 2), Room(ctypes.c_float, 6, 1)
_BOUNDS, _COLOURS = Room(ctypes.c_float, 4, 4), Room(ctypes.c_uint, 4, 4)
_MODES, _POINTS = Room(ctypes.c_int, 2, 2), Room(ctypes.c_float, 2, 2)


def char_boxes(text_page: int, count: int) -> list[float]:
    """The loose boxes of all characters, flat: left, top, right, bottom of the first, then of the next."""
    return _of_text(_BOXES, _char_box, text_page, range(count))


def origins(text_page: int, places: Sequence[int]) -> list[float]:
    """The origins of characters, flat: x, y of the first, then of the next."""
    return _of_text(_ORIGINS, _char_origin, text_page, places)


def char_matrices(text_page: int, places: Sequence[int]) -> list[float]:
    """The matrices under which characters are shown, flat: a, b, c, d, e, f of the first, then of the next."""
    return _of_text(_MATRICES, _char_matrix, text_page, places)


def _of_text(room: Room, call: Callable[..., Any], text_page: int, places: Sequence[int]) -> list[float]:
    return room.filled(call, [argument(text_page)] * len(places), places)


def char_sizes(text_page: int, places: Sequence[int]) -> list[float]:
    """The font sizes of characters, before their matrices."""
    return list(map(_char_size, repeat(argument(text_page)), places))


def char_objects(text_page: int, places: Sequence[int]) -> list[int]:
    """The text objects of characters, 0 where one has none."""
    return [handle or 0 for handle in map(_char_object, repeat(argument(text_page)), places)]


def text_modes(objects: list[int]) -> dict[int, int]:
    """How each of some text objects is painted (ISO 32000-1, 9.3.6), 0 among them being none."""
    known = [handle for handle in dict.fromkeys(objects) if handle]
    return dict(zip(known, map(text_mode, known), strict=True))


def unmapped(text_page: int, places: Sequence[int]) -> list[bool]:
    """Whether PDFium knows no Unicode for characters."""
    return [flag > 0 for flag in map(_char_unmapped, repeat(argument(text_page)), places)]


def objects_of(page: int) -> list[int]:
    """The objects of a page, as they are drawn."""
    return list(map(_get_object, repeat(argument(page)), range(count_objects(page))))


def matrices(objects: list[int]) -> list[float]:
    """The matrices of page objects, flat: a, b, c, d, e, f of the first, then of the next."""
    return _MATRICES.filled(_object_matrix, list(map(argument, objects)))


def bounds(objects: list[int]) -> list[Box]:
    """The bounding boxes of page objects, line widths included: left, bottom, right, top."""
    flat = iter(_BOUNDS.filled(_object_bounds, list(map(argument, objects))))
    return list(zip(flat, flat, flat, flat, strict=True))


def fills(objects: list[int]) -> list[tuple[int, int, int, int]]:
    """The fill colours of page objects: red, green, blue, alpha, 0 to 255."""
    return _colours(_object_fill, objects)


def strokes(objects: list[int]) -> list[tuple[int, int, int, int]]:
    """The stroke colours of page objects, as those of `fills`."""
    return _colours(_object_stroke, objects)


def _colours(call: Callable[..., Any], objects: list[int]) -> list[tuple[int, int, int, int]]:
    flat = iter(_COLOURS.filled(call, list(map(argument, objects))))
    return list(zip(flat, flat, flat, flat, strict=True))


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


def shapes(paths: list[int]) -> tuple[Iterator[Box], Iterator[tuple[int, int]], Iterator[int]]:
    """Of paths their bounding boxes, as those of `bounds`; how they are drawn (fill mode, stroked or not); how many segments they have."""
    handles = list(map(argument, paths))
    boxes, modes = iter(_BOUNDS.filled(_object_bounds, handles)), iter(_MODES.filled(_path_mode, handles))
    counts = map(_count_segments, handles)
    return zip(boxes, boxes, boxes, boxes, strict=True), zip(modes, modes, strict=True), counts


def segments(path: int) -> list[tuple[int, float, float]]:
    """The segments of a path: kind, and the point it leads to, before the path's matrix."""
    handles = list(map(argument, map(_get_segment, repeat(argument(path)), range(_count_segments(argument(path))))))
    flat = iter(_POINTS.filled(_segment_point, handles))
    return list(zip(map(_segment_type, handles), flat, flat, strict=True))


def clip_points(clip: int, path: int, most: int) -> tuple[list[float], list[float]]:
    """The points, x and y, that the first segments of one path of a clip lead to, at most so many."""
    count = min(count_clip_segments(clip, path), most)
    handles = map(_clip_segment, repeat(argument(clip)), repeat(path), range(count))
    flat = _POINTS.filled(_segment_point, list(map(argument, handles)))
    return flat[0::2], flat[1::2]


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
