"""What a configuration may say: one model, which forbids every key that it does not name.

Values of options and of the environment are checked by the same model as those of files; `checked` turns the first slip into
a `UsageError` that names the place, the key and what to write instead. The words of `[lexicon]` extend the lists that ship
with plancli: their names are those of the TOML files, so that a list is named there alone.
"""

from __future__ import annotations

import dataclasses
import reprlib
from collections.abc import Mapping
from functools import cache
from typing import Annotated, Any, Literal, get_args

from pydantic import (
    AfterValidator,
    AllowInfNan,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    create_model,
)

from ..errors import UsageError, nearest, one_of
from ..export.formats import Name
from ..language.lexicon import EXTENDABLE, load
from ..messages import Language, Message
from ..model.settings import YEARS, Limits
from .spoken_language import LANGUAGES

_DEEPEST = 8  # keys in keys that a message shows
_LONGEST = 15  # digits of a size: more than any machine holds
_UNITS = {"K": 10, "M": 20, "G": 30}


def size(value: object) -> int:
    """A whole number above 0; text may end with K, M or G for powers of 1024. Raises ValueError."""
    if isinstance(value, int) and not isinstance(value, bool) and value > 0:
        return value
    text = value.upper().removesuffix("B").removesuffix("I") if isinstance(value, str) else ""
    unit = _UNITS.get(text[-1:], 0)
    digits = text[:-1] if unit else text
    if not (digits.isascii() and digits.isdecimal()) or len(digits) > _LONGEST or int(digits) < 1:
        raise ValueError("no size")
    return int(digits) << unit


def _word(text: str) -> str:
    if not text.strip():
        raise ValueError("an empty word")
    return text


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


_YEARS_REMEDY = Message("Give a year from {first} to {last}.", first=YEARS[0], last=YEARS[-1])
_SIZE_REMEDY = "Give a whole number above 0, such as 512M or 2G for sizes."
_Size = Annotated[int, BeforeValidator(size)]
_Flag = Annotated[bool | None, Field(description="Give true or false.")]
_Word = Annotated[str, AfterValidator(_word)]
_Words = Annotated[list[_Word], BeforeValidator(_listed)]
_Count = Annotated[int, Field(gt=0, description="Give a whole number above 0.")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class Departments(_Strict):
    """`[departments]`: other names of a body = the one that it is counted under."""

    aliases: dict[_Word, _Word] = Field(default={}, description='Write [departments.aliases] and "教体局" = "教育局".')


Bounds = create_model(  # type: ignore[call-overload]
    "Bounds", __base__=_Strict, **{field.name: (_Count, field.default) for field in dataclasses.fields(Limits)}
)


def _lists(shipped: Mapping[str, Any], name: str) -> type[BaseModel]:
    """The model of a word list: a list takes words, a table of lists is a model again, a table of words takes any pair."""
    fields: dict[str, Any] = {}
    for key, held in shipped.items():
        if isinstance(held, Mapping):
            words = all(isinstance(value, str) for value in held.values())
            fields[key] = (dict[_Word, _Word] if words else _lists(held, f"{name}.{key}"), None)
        elif isinstance(held, list):
            fields[key] = (_Words, Field(None, description="Give words in quotes, none of them empty."))
    model: type[BaseModel] = create_model(name, __base__=_Strict, **fields)
    return model


def _known_days(value: object) -> object:
    """`[calendar]` by the calendar itself. Raises UsageError."""
    if isinstance(value, dict):
        from ..annotate.timenodes.dating.almanac import Almanac

        Almanac(value)
    return value


class Said(_Strict):
    """All that a file, the environment or an option may say. A field's description is what to do where it is wrong."""

    year: int | None = Field(None, ge=YEARS[0], le=YEARS[-1], description=_YEARS_REMEDY)
    password: str | None = Field(None, description="Put it in quotes.")
    format: Name | None = Field(None, description=one_of(get_args(Name)))
    by: Literal["node", "task"] | None = Field(None, description=one_of(("node", "task")))
    ocr: Literal["auto", "always", "never"] | None = Field(None, description=one_of(("auto", "always", "never")))
    lang: Language | None = Field(None, description=one_of(LANGUAGES))
    corrections: Annotated[str | None, Field(min_length=1)] = Field(None, description="Name the file in quotes.")
    bom: _Flag = None
    strict: _Flag = None
    quiet: _Flag = None
    traceback: _Flag = None
    in_process: _Flag = None
    no_persons: _Flag = None
    jobs: int | None = Field(None, gt=0, lt=1 << 31, description="Give a whole number above 0.")
    timeout: Annotated[float, AllowInfNan(False)] | None = Field(None, gt=0, description="Give a number above 0.")
    max_memory: _Size | None = Field(None, description=_SIZE_REMEDY)
    lexicon: dict[str, Any] = Field({}, description="Write it as [lexicon].")
    departments: Departments = Field(Departments(), description="Write it as [departments].")
    calendar: Annotated[dict[str, Any], BeforeValidator(_known_days)] = Field(
        {}, description="Write it as [calendar.2025]."
    )
    limits: Bounds = Field(Bounds(), description="Write it as [limits].")  # type: ignore[valid-type]


@cache
def _said_with_words() -> type[Said]:
    """The model with that of the word lists, which is made for those who have `[lexicon]`."""
    fields: dict[str, Any] = {name: (_lists(load(name), name), None) for name in EXTENDABLE}
    lexicon = create_model("Lexicon", __base__=_Strict, **fields)
    return create_model(
        "SaidWithWords", __base__=Said, lexicon=(lexicon, Field(None, description="Write it as [lexicon]."))
    )


def checked(held: Mapping[str, Any], place: str) -> dict[str, Any]:
    """What was said, as the model has it. Raises `UsageError` for the first slip, which names `place` and the key."""
    model = _said_with_words() if "lexicon" in held else Said
    try:
        return model.model_validate(dict(held)).model_dump(exclude_unset=True)
    except UsageError as error:
        raise UsageError("{place}: {what}", error.remedy, place=place, what=error.what) from None
    except ValidationError as error:
        slip = error.errors(include_url=False, include_context=False)[0]
        raise _usage(slip, model, place) from None


def _usage(slip: Any, model: type[BaseModel], place: str) -> UsageError:
    path = [str(part) for part in slip["loc"] if part != "[key]"]
    said = ".".join(path) if len(path) < _DEEPEST else f"{path[0]}…"
    names, remedy = tuple(model.model_fields), ""
    for part in path:
        field = model.model_fields.get(part)
        if field is None:
            break
        remedy = field.description or remedy
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            model = field.annotation
            names = tuple(model.model_fields)
    if slip["type"] == "extra_forbidden":
        return UsageError(
            "{place}: there is no setting {value}", nearest(path[-1], names), place=place, value=_short(said)
        )
    return UsageError("{place}: {said} is {value}", remedy, place=place, said=said, value=_short(slip["input"]))


def _short(value: object) -> str:
    return reprlib.repr(value)
