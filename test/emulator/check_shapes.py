"""Walks the whole EKS API with boto3 and compares every raw answer with botocore's model of it.

Prints JSON: the problems, and the operations that were called.
"""

import json
import sys
import time

import boto3
from botocore.model import Shape

TYPES = {"string": str, "integer": int, "boolean": bool, "timestamp": (int, float), "list": list, "map": dict, "structure": dict}
problems: "list[str]" = []
called: "set[str]" = set()


def check(shape: Shape, value, path: str) -> None:
    kind = shape.type_name
    if not isinstance(value, TYPES[kind]) or (kind != "boolean" and isinstance(value, bool)):
        problems.append(f"{path}: {kind} is not {json.dumps(value)}")
    elif kind == "structure":
        for key, item in value.items():
            if key not in shape.members:
                problems.append(f"{path}: no member {key}")
            else:
                check(shape.members[key], item, f"{path}.{key}")
    elif kind == "list":
        for item in value:
            check(shape.member, item, f"{path}[]")
    elif kind == "map":
        for item in value.values():
            check(shape.value, item, f"{path}{{}}")
    elif kind == "string" and "enum" in shape.metadata and value not in shape.metadata["enum"]:
        problems.append(f"{path}: {value} is none of {shape.metadata['enum']}")


def watch(client) -> None:
    def before_parse(operation_model, response_dict, **_) -> None:
        called.add(operation_model.name)
        if response_dict["status_code"] == 200:
            check(operation_model.output_shape, json.loads(response_dict["body"]), operation_model.name)

    client.meta.events.register("before-parse.eks", before_parse)


def ready(describe, **names) -> dict:
    for _ in range(200):
        found = next(value for key, value in describe(**names).items() if key != "ResponseMetadata")
        if found["status"] in ("ACTIVE", "Successful"):
            return found
        time.sleep(0.05)
    raise TimeoutError(f"{describe.__name__} {names}: {found}")


def account() -> "dict[str, str]":
    iam, ec2 = boto3.client("iam"), boto3.client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.50.0.0/16")["Vpc"]["VpcId"]
    subnets = [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.50.{16 * i}.0/20", AvailabilityZone=zone)["Subnet"]["SubnetId"]
        for i, zone in enumerate(("us-east-1a", "us-east-1b"))
    ]
    roles = {}
    for name in ("eks", "ec2", "pods.eks", "eks-fargate-pods"):
        principal = {"Service": f"{name}.amazonaws.com"}
        statement = {"Effect": "Allow", "Principal": principal, "Action": ["sts:AssumeRole", "sts:TagSession"]}
        trust = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        roles[name] = iam.create_role(RoleName=f"shapes-{name}", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    iam.attach_role_policy(RoleName="shapes-eks", PolicyArn="arn:aws:iam::aws:policy/AmazonEKSClusterPolicy")
    template = ec2.create_launch_template(LaunchTemplateName="shapes", LaunchTemplateData={"EbsOptimized": True})
    key = boto3.client("kms").create_key()["KeyMetadata"]["Arn"]
    return {"subnets": subnets, "roles": roles, "template": template["LaunchTemplate"]["LaunchTemplateId"], "key": key}


def clusters(eks, made) -> None:
    eks.create_cluster(
        name="shapes",
        version="1.34",
        roleArn=made["roles"]["eks"],
        resourcesVpcConfig={"subnetIds": made["subnets"], "endpointPrivateAccess": True},
        accessConfig={"authenticationMode": "API_AND_CONFIG_MAP"},
        logging={"clusterLogging": [{"types": ["api", "audit"], "enabled": True}]},
        zonalShiftConfig={"enabled": True},
        tags={"a": "b"},
    )
    cluster = ready(eks.describe_cluster, name="shapes")
    eks.list_clusters()
    encryption = [{"resources": ["secrets"], "provider": {"keyArn": made["key"]}}]
    updates = [eks.associate_encryption_config(clusterName="shapes", encryptionConfig=encryption)]
    for change in (
        {"logging": {"clusterLogging": [{"types": ["scheduler"], "enabled": True}]}},
        {"resourcesVpcConfig": {"publicAccessCidrs": ["203.0.113.0/24"]}},
        {"resourcesVpcConfig": {"securityGroupIds": []}},
        {"accessConfig": {"authenticationMode": "API"}},
        {"upgradePolicy": {"supportType": "STANDARD"}},
        {"zonalShiftConfig": {"enabled": False}},
        {"deletionProtection": True},
        {"deletionProtection": False},
    ):
        ready(eks.describe_update, name="shapes", updateId=updates[-1]["update"]["id"])
        updates.append(eks.update_cluster_config(name="shapes", **change))
    ready(eks.describe_update, name="shapes", updateId=updates[-1]["update"]["id"])
    update = eks.update_cluster_version(name="shapes", version="1.35")
    ready(eks.describe_update, name="shapes", updateId=update["update"]["id"])
    eks.list_updates(name="shapes")
    eks.tag_resource(resourceArn=cluster["arn"], tags={"c": "d"})
    eks.untag_resource(resourceArn=cluster["arn"], tagKeys=["a"])
    assert eks.list_tags_for_resource(resourceArn=cluster["arn"])["tags"] == {"c": "d"}


def parts(eks, made) -> None:
    names = {"clusterName": "shapes"}
    pod = made["roles"]["pods.eks"]
    eks.create_addon(**names, addonName="vpc-cni", configurationValues='{"env":{"WARM_ENI_TARGET":"1"}}')
    ready(eks.describe_addon, **names, addonName="vpc-cni")
    associations = [{"serviceAccount": "ebs-csi-controller-sa", "roleArn": pod}]
    eks.create_addon(**names, addonName="aws-ebs-csi-driver", podIdentityAssociations=associations)
    eks.create_nodegroup(
        **names,
        nodegroupName="one",
        subnets=made["subnets"],
        nodeRole=made["roles"]["ec2"],
        launchTemplate={"id": made["template"]},
        labels={"a": "b"},
        taints=[{"key": "a", "effect": "NO_SCHEDULE"}],
        nodeRepairConfig={"enabled": True},
        tags={"a": "b"},
    )
    ready(eks.describe_nodegroup, **names, nodegroupName="one")
    ready(eks.describe_addon, **names, addonName="aws-ebs-csi-driver")
    changes = {"labels": {"addOrUpdateLabels": {"c": "d"}, "removeLabels": ["a"]}, "scalingConfig": {"desiredSize": 1}}
    update = eks.update_nodegroup_config(**names, nodegroupName="one", **changes)["update"]
    ready(eks.describe_update, name="shapes", nodegroupName="one", updateId=update["id"])
    eks.update_nodegroup_version(**names, nodegroupName="one", launchTemplate={"id": made["template"]})
    eks.list_nodegroups(**names)
    update = eks.update_addon(**names, addonName="vpc-cni", resolveConflicts="PRESERVE")["update"]
    ready(eks.describe_update, name="shapes", addonName="vpc-cni", updateId=update["id"])
    eks.list_addons(**names)
    profile = {"fargateProfileName": "one", "selectors": [{"namespace": "a", "labels": {"b": "c"}}]}
    eks.create_fargate_profile(**names, **profile, podExecutionRoleArn=made["roles"]["eks-fargate-pods"])
    ready(eks.describe_fargate_profile, **names, fargateProfileName="one")
    eks.list_fargate_profiles(**names)


def identities(eks, made) -> None:
    names = {"clusterName": "shapes"}
    principal = {**names, "principalArn": made["roles"]["pods.eks"]}
    policy = {**principal, "policyArn": eks.list_access_policies()["accessPolicies"][0]["arn"]}
    eks.create_access_entry(**principal, kubernetesGroups=["a"])
    eks.update_access_entry(**principal, kubernetesGroups=["b"])
    eks.associate_access_policy(**policy, accessScope={"type": "namespace", "namespaces": ["a"]})
    eks.list_associated_access_policies(**principal)
    eks.disassociate_access_policy(**policy)
    eks.describe_access_entry(**principal)
    # The hidden administrator, the node role and the Fargate role have theirs, as on AWS.
    assert len(eks.list_access_entries(**names)["accessEntries"]) == 4
    eks.delete_access_entry(**principal)
    target = "arn:aws:iam::210987654321:role/target"
    wanted = {"namespace": "a", "serviceAccount": "b", "roleArn": made["roles"]["pods.eks"], "targetRoleArn": target}
    association = eks.create_pod_identity_association(**names, **wanted, tags={"a": "b"})["association"]
    one = {**names, "associationId": association["associationId"]}
    eks.update_pod_identity_association(**one, disableSessionTags=True)
    eks.describe_pod_identity_association(**one)
    assert len(eks.list_pod_identity_associations(**names)["associations"]) == 2
    eks.delete_pod_identity_association(**one)
    oidc = {"identityProviderConfigName": "users", "issuerUrl": "https://login.example.com", "clientId": "kubernetes"}
    eks.associate_identity_provider_config(**names, oidc=oidc, tags={"a": "b"})
    config = {"identityProviderConfig": {"type": "oidc", "name": "users"}}
    while eks.describe_identity_provider_config(**names, **config)["identityProviderConfig"]["oidc"]["status"] != "ACTIVE":
        time.sleep(0.05)
    eks.list_identity_provider_configs(**names)
    update = eks.disassociate_identity_provider_config(**names, **config)["update"]
    ready(eks.describe_update, name="shapes", updateId=update["id"])


def catalogue(eks) -> None:
    eks.describe_cluster_versions(includeAll=True)
    eks.describe_addon_versions()
    for name in ("vpc-cni", "coredns", "kube-proxy"):
        version = eks.describe_addon_versions(addonName=name)["addons"][0]["addonVersions"][0]["addonVersion"]
        eks.describe_addon_configuration(addonName=name, addonVersion=version)


def ends(eks) -> None:
    names = {"clusterName": "shapes"}
    for name in eks.list_addons(**names)["addons"]:
        eks.delete_addon(**names, addonName=name)
    eks.delete_fargate_profile(**names, fargateProfileName="one")
    ready(eks.describe_nodegroup, **names, nodegroupName="one")
    eks.delete_nodegroup(**names, nodegroupName="one")
    eks.get_waiter("nodegroup_deleted").wait(**names, nodegroupName="one", WaiterConfig={"Delay": 1})
    eks.get_waiter("fargate_profile_deleted").wait(**names, fargateProfileName="one", WaiterConfig={"Delay": 1})
    eks.delete_cluster(name="shapes")
    eks.get_waiter("cluster_deleted").wait(name="shapes", WaiterConfig={"Delay": 1})


def main() -> None:
    eks = boto3.client("eks")
    watch(eks)
    made = account()
    clusters(eks, made)
    parts(eks, made)
    identities(eks, made)
    catalogue(eks)
    ends(eks)
    json.dump({"problems": problems, "called": sorted(called)}, sys.stdout)


main()
