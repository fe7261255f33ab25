"""How an answer goes out: as JSON with a tag, so that who has it already needn't fetch it again."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from bot.web.ooapi.problems import MEDIA_TYPE, problem
from bot.web.ooapi.words import Facts

JSON, OWN_JSON = "application/json", "application/vnd.oeapi+json"
SIX = "6.0"

_PROBLEM = {
    "type": "object",
    "required": ["status", "title"],
    "properties": {"status": {"type": ["string", "integer"]}, "title": {"type": "string"}},
}


def described(schema: str, version: str) -> dict[int | str, dict[str, Any]]:
    """What a door answers, for OpenAPI; ``schema`` is the name in the official file of this version."""
    told = {"type": "object", "description": f"{schema}, as the Open Onderwijs API {version} describes it."}
    return {
        200: {"description": "OK", "content": {JSON: {"schema": told}}},
        "4XX": {"description": "Why not.", "content": {MEDIA_TYPE: {"schema": _PROBLEM}}},
    }


def answer(request: Request, facts: Facts, media_type: str = JSON) -> Response:
    """The facts; only that they are still the same (304), when the request names their tag."""
    whole = JSONResponse(facts, media_type=media_type)
    headers = {"etag": f'"{sha256(whole.body).hexdigest()[:32]}"', "vary": "accept"}
    held = request.headers.get("if-none-match", "")
    if headers["etag"] in (one.strip().removeprefix("W/") for one in held.split(",")):
        return Response(status_code=304, headers=headers)
    whole.headers.update(headers)
    return whole


def answer_six(request: Request, facts: Facts) -> Response:
    """The same, in the version that the Accept header asks for; another than 6 is refused (406)."""
    wanted = request.headers.get("accept", "")
    version = _parameter(wanted, "version")
    if version and version.removeprefix("v").partition(".")[0] != "6":
        detail = f"Version {version} cannot be served here."
        return problem(request, 406, detail, requestedVersion=version, supportedVersions=[SIX])
    return answer(request, facts, f"{OWN_JSON};version={SIX}" if OWN_JSON in wanted else JSON)


def _parameter(header: str, name: str) -> str:
    """The value of a parameter of a media type; the standard has one type in the header only."""
    pairs = (part.strip().partition("=") for part in header.replace(",", ";").split(";"))
    return next((value.strip('" ') for key, _, value in pairs if key.strip() == name), "")
