"""moto copies the tags of a launch template into the tags that its instances get."""

from typing import Any

from moto.ec2.models.launch_templates import LaunchTemplateBackend


def close() -> None:
    create = LaunchTemplateBackend.create_launch_template

    def create_launch_template(
        self: Any, name: str, description: str, template_data: "dict[str, Any]", tag_spec: "dict[str, Any]"
    ) -> Any:
        given = template_data.pop("TagSpecifications", [])
        kept = [entry for entry in given if entry.get("ResourceType") != "launch-template"]
        if kept:
            template_data["TagSpecifications"] = kept
        return create(self, name, description, template_data, tag_spec)

    LaunchTemplateBackend.create_launch_template = create_launch_template
