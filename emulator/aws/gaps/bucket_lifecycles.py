"""moto forgets of a lifecycle rule how many old versions it keeps and for which sizes it is."""

from typing import Any

from moto.s3.models import FakeBucket
from moto.s3.responses import S3Response


def close() -> None:
    write, read = FakeBucket.set_lifecycle, S3Response.get_bucket_lifecycle

    def set_lifecycle(self: Any, rules: "list[dict[str, Any]]") -> None:
        write(self, rules)
        for rule, given in zip(self.rules, rules):
            rule.newer_versions = (given.get("NoncurrentVersionExpiration") or {}).get("NewerNoncurrentVersions")
            rule.sizes = {name: size for name, size in (given.get("Filter") or {}).items() if name.startswith("ObjectSize")}

    def get_bucket_lifecycle(self: Any) -> Any:
        serialized, rules = self.serialized, self.backend.get_bucket(self.bucket_name).rules

        def complete(answer: Any) -> Any:
            for shown, rule in zip(answer.result["Rules"], rules):
                if rule.newer_versions is not None:
                    shown["NoncurrentVersionExpiration"]["NewerNoncurrentVersions"] = rule.newer_versions
                if rule.sizes:
                    shown["Filter"] = {**shown.get("Filter", {}), **rule.sizes}
            return serialized(answer)

        self.serialized = complete
        try:
            return read(self)
        finally:
            del self.serialized

    FakeBucket.set_lifecycle = set_lifecycle
    S3Response.get_bucket_lifecycle = get_bucket_lifecycle
