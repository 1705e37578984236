"""Tags of every resource that has an ARN."""

from typing import Any

from .errors import EksError, bad_request, invalid_parameter, tag_target_not_found
from .state import Item, Region

_LIMIT = 50


def check_tags(tags: "dict[str, str]") -> "dict[str, str]":
    _check(tags, invalid_parameter)
    return dict(tags)


def _check(tags: "dict[str, str]", refusal: Any) -> None:
    if len(tags) > _LIMIT:
        raise refusal(f"Tags may not have more than {_LIMIT} entries.")
    for key in tags:
        if key.lower().startswith("aws:"):
            raise refusal(f"The tag key '{key}' is reserved: it starts with aws:")


def tag_resource(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    tags = _target(region, parameters["resourceArn"]).data["tags"]
    merged = {**tags, **parameters["tags"]}
    _check(merged, bad_request)
    tags.update(parameters["tags"])
    return {}


def untag_resource(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    tags = _target(region, parameters["resourceArn"]).data["tags"]
    for key in parameters["tagKeys"]:
        tags.pop(key, None)
    return {}


def list_tags(region: Region, parameters: "dict[str, Any]") -> "dict[str, Any]":
    return {"tags": _target(region, parameters["resourceArn"]).data["tags"]}


def _target(region: Region, arn: str) -> Item:
    for cluster in region.clusters.values():
        for found, item in cluster.taggable():
            if found == arn:
                return item
    raise _absent(arn)


def _absent(arn: str) -> EksError:
    return tag_target_not_found(f"No resource found for ARN: {arn}")


OPERATIONS = {"TagResource": tag_resource, "UntagResource": untag_resource, "ListTagsForResource": list_tags}
