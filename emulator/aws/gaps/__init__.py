"""What moto leaves out and a second plan notices: each module adds one part to moto in this process."""

from . import bucket_lifecycles, bucket_policies, flow_logs, image_releases, key_rotation, launch_templates, security_group_rules, subnet_ipv6, tagged_resources


def close_gaps() -> None:
    bucket_lifecycles.close()
    bucket_policies.close()
    flow_logs.close()
    image_releases.close()
    key_rotation.close()
    launch_templates.close()
    security_group_rules.close()
    subnet_ipv6.close()
    tagged_resources.close()
