"""Who calls which service in which region: read from the signature, as AWS does."""

import re
from dataclasses import dataclass
from typing import Any, Mapping, Optional
from urllib.parse import parse_qs

_SCOPE = re.compile(r"Credential=([^/,\s]+)/\d{8}/([^/]+)/([^/]+)/aws4_request")


@dataclass(frozen=True)
class Scope:
    access_key: str
    region: str
    service: str

    @property
    def account_id(self) -> str:
        # moto maps the access keys of created users and assumed roles to their account.
        from moto.iam.models import get_account_id_from

        return get_account_id_from(self.access_key)


def scope_of(environ: Mapping[str, Any]) -> Optional[Scope]:
    """The credential scope of a signed request, from its header or a presigned URL."""
    match = _SCOPE.search(environ.get("HTTP_AUTHORIZATION", ""))
    if match is None:
        credential = parse_qs(environ.get("QUERY_STRING", "")).get("X-Amz-Credential")
        match = _SCOPE.search("Credential=" + credential[0]) if credential else None
    if match is None:
        return None
    access_key, region, service = match.groups()
    return Scope(access_key, region, service.lower())
