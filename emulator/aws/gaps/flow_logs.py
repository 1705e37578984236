"""moto forgets how flow logs in S3 are stored: file format and partitions."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.responses.flow_logs import FlowLogs


def close() -> None:
    create = FlowLogs.create_flow_logs

    def create_flow_logs(self: Any) -> ActionResult:
        result = create(self)
        options = self._get_param("DestinationOptions")
        if options:
            for flow_log in self.ec2_backend.describe_flow_logs(result.result["FlowLogIds"], None):
                flow_log.destination_options = _typed(options)
        return result

    FlowLogs.create_flow_logs = create_flow_logs


def _typed(options: "dict[str, Any]") -> "dict[str, Any]":
    return {key: {"true": True, "false": False}.get(str(value).lower(), value) for key, value in options.items()}
