module "storage_classes" {
  source = "../.."

  classes = {
    gp3 = {
      default        = true
      reclaim_policy = "Delete"
      ebs            = {}
    }
  }
}
