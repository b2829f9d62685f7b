"""What came with a request: query, form, multipart or JSON, all as one set of parameters."""

from aiohttp import BodyPartReader, web

from playground.errors import BotApiError, bad_request
from playground.kinds import Upload
from playground.limits import UPLOAD_BYTES
from playground.wire import Wire, decode

ATTACHED = "attach://"


async def read_parameters(request: web.Request) -> Wire:
    """Read all parameters; a file stands where its name was attached."""
    given: Wire = dict(request.query)
    if not request.body_exists:
        return given
    kind = request.content_type
    if kind == "application/json":
        return {**given, **await _read_json(request)}
    if kind == "multipart/form-data":
        return {**given, **await _read_multipart(request)}
    return {**given, **await request.post()}


async def _read_json(request: web.Request) -> Wire:
    body = await request.read()
    try:
        decoded = decode(body) if body else {}
    except ValueError as error:
        raise bad_request("can't parse request: the body is no JSON") from error
    if not isinstance(decoded, dict):
        raise bad_request("can't parse request: the body is no JSON object")
    return decoded


async def _read_multipart(request: web.Request) -> Wire:
    fields: Wire = {}
    files: dict[str, Upload] = {}
    size = 0
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        size += len(content)
        if size > UPLOAD_BYTES:
            raise BotApiError(413, "Request Entity Too Large")
        if part.filename is None:
            fields[part.name] = content.decode("utf-8", "surrogateescape")
        else:
            mime = part.headers.get("Content-Type", "application/octet-stream")
            files[part.name] = Upload(part.filename, mime, content)
    return _joined(fields, files)


def _joined(fields: Wire, files: dict[str, Upload]) -> Wire:
    used: set[str] = set()
    joined = {name: _with_files(value, files, used) for name, value in fields.items()}
    return {**{name: file for name, file in files.items() if name not in used}, **joined}


def _with_files(value: object, files: dict[str, Upload], used: set[str]) -> object:
    if isinstance(value, str):
        return _text_with_files(value, files, used)
    if isinstance(value, list):
        return [_with_files(item, files, used) for item in value]
    if isinstance(value, dict):
        return {name: _with_files(item, files, used) for name, item in value.items()}
    return value


def _text_with_files(text: str, files: dict[str, Upload], used: set[str]) -> object:
    name = text.removeprefix(ATTACHED)
    if name != text and name in files:
        used.add(name)
        return files[name]
    if ATTACHED in text and text.startswith(("[", "{")):
        try:
            return _with_files(decode(text), files, used)
        except ValueError:
            return text
    return text
