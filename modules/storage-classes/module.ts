import { fromVariables, type ModuleDefinition } from "../../kernel";
import { storageClassesAbout } from "./about";
import { storageClassesInputs } from "./inputs";
import { StorageClasses } from "./storage-classes";

export const storageClassesModule: ModuleDefinition = {
  name: "storage-classes",
  doc: "Storage classes of an Amazon EKS cluster: encrypted EBS volumes and EFS access points, classes of volume snapshots, and a destroy that leaves no volumes behind.",
  about: storageClassesAbout,
  inputs: storageClassesInputs,
  build: (scope) => void new StorageClasses(scope, "storage_classes", fromVariables),
  example: `cluster_name = "eks-example"
region       = "us-east-1"

classes = {
  gp3 = {
    default        = true
    reclaim_policy = "Delete"
    ebs            = {}
  }
}`,
  complete: `cluster_name = "eks-example"
region       = "us-east-1"

classes = {
  # Claims that name no class get a volume that goes with them.
  gp3 = {
    default        = true
    reclaim_policy = "Delete"
    ebs            = {}
  }

  # A key of the company's own: the role of the driver must be allowed to use it.
  gp3-retained = {
    reclaim_policy = "Retain"
    ebs = {
      file_system = "xfs"
      gp3         = { iops = 6000, throughput_mibs = 500 }
      kms_key     = { arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
      zones       = ["us-east-1a", "us-east-1b"]
    }
  }

  database = {
    reclaim_policy = "Retain"
    ebs            = { io2 = { iops = 20000 } }
  }

  # For pods of many nodes at once.
  shared = {
    reclaim_policy = "Delete"
    binding_mode   = "Immediate"
    mount_options  = ["iam"]
    efs = {
      file_system_id = "fs-0123456789abcdef0"
      base_path      = "/volumes"
      gid_range      = { start = 1000, end = 2000 }
    }
  }
}

# The add-on snapshot-controller must be there.
snapshot_classes = {
  nightly = {
    default         = true
    deletion_policy = "Delete"
    tags            = { Purpose = "backup" }
  }

  golden = {
    deletion_policy    = "Retain"
    fast_restore_zones = ["us-east-1a", "us-east-1b"]
  }
}

# Where Terraform runs there is no aws command, so a destroy does not wait.
drain = null`,
  tests: {
    mocks: {},
    smallest: {
      "volumes are encrypted gp3": 'kubernetes_storage_class_v1.ebs["gp3"].parameters == tomap({ "csi.storage.k8s.io/fstype" = "ext4", encrypted = "true", type = "gp3", tagSpecification_driver = "eks-platform/deleted-by-driver-of=eks-example" })',
      "they are made where the pod runs": 'kubernetes_storage_class_v1.ebs["gp3"].volume_binding_mode == "WaitForFirstConsumer"',
      "a destroy waits for volumes": "terraform_data.drain.input.timeout_seconds == 900",
      "no snapshots, no release": "length(helm_release.snapshot_classes) == 0",
      "the class is the default": 'kubernetes_storage_class_v1.ebs["gp3"].metadata[0].annotations["storageclass.kubernetes.io/is-default-class"] == "true"',
    },
    complete: {
      "each class has a name": 'keys(module.storage_classes.storage_class_names) == ["database", "gp3", "gp3-retained", "shared"]',
    },
    plans: {
      "what is retained is not waited for": {
        given: 'classes = { a = { reclaim_policy = "Retain", ebs = {} } }',
        holds: { "no tag": '!contains(keys(kubernetes_storage_class_v1.ebs["a"].parameters), "tagSpecification_driver")' },
      },
      "snapshots have tags, and are fast in their zones": {
        given: 'snapshot_classes = { a = { deletion_policy = "Delete", tags = { Purpose = "backup" }, fast_restore_zones = ["us-east-1a", "us-east-1b"] } }',
        holds: {
          "its parameters": 'yamldecode(helm_release.snapshot_classes["a"].values[0]).manifests[0].parameters == { fastSnapshotRestoreAvailabilityZones = "us-east-1a,us-east-1b", tagSpecification_Purpose = "Purpose=backup", tagSpecification_driver = "eks-platform/deleted-by-driver-of=eks-example" }',
        },
      },
      "without the aws command a destroy does not wait": { given: "drain = null", holds: { "no time to wait": "terraform_data.drain.input.timeout_seconds == 0" } },
      "two defaults are refused": {
        given: 'classes = {\n  a = { ebs = {}, default = true, reclaim_policy = "Delete" }\n  b = { ebs = {}, default = true, reclaim_policy = "Delete" }\n}',
        refusedBy: "var.classes",
      },
      "a class of neither kind is refused": { given: 'classes = { a = { reclaim_policy = "Delete" } }', refusedBy: "var.classes" },
      "volumes without encryption need a reason": { given: 'classes = { a = { reclaim_policy = "Delete", ebs = { unencrypted = { because = " " } } } }', refusedBy: "var.classes" },
    },
  },
};
