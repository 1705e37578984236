module "storage_classes" {
  source = "../.."

  cluster_name = "eks-example"
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
  drain = null
}
