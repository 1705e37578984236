module "fluentd" {
  source = "../.."

  cluster_name = "eks-example"
  region       = "us-east-1"

  output = {
    cloud_watch = {
      # Logs outlive the cluster.
      on_destroy = "keep"
      log_groups = {
        application = { retention_days = 365, kms_key_arn = "arn:aws:kms:us-east-1:111122223333:key/00000000-0000-4000-8000-000000000000" }
        dataplane   = { retention_days = 30 }
        host        = { name = "/eks-example/nodes", retention_days = 30 }
      }
    }
  }

  containers = {
    exclude_namespaces   = ["load-tests"]
    exclude_pods         = ["debug-*"]
    exclude_labels       = { "example.com/logs" = "off" }
    dataplane_namespaces = ["kube-system", "karpenter"]
    parsed_json          = true
    metadata             = { namespace_labels = true, annotations = ["^example\\.com/"] }
  }

  # Stack traces become one record.
  multiline = {
    orders = { namespace = "shop", pod_prefix = "orders-", container = "app", first_line = "^\\d{4}-\\d{2}-\\d{2}" }
  }

  journal = {
    kubelet    = { stream = "dataplane", matches = [{ _SYSTEMD_UNIT = "kubelet.service" }] }
    containerd = { stream = "dataplane", matches = [{ _SYSTEMD_UNIT = "containerd.service" }] }
    kernel     = { stream = "host", matches = [{ _TRANSPORT = "kernel" }] }
    sshd       = { stream = "host", matches = [{ _SYSTEMD_UNIT = "sshd.service" }, { SYSLOG_IDENTIFIER = "sudo" }] }
  }

  files = {
    audit = { stream = "host", paths = ["/var/log/audit/audit.log"] }
  }

  # A day without CloudWatch, at some 100 KiB a second.
  buffer         = { mib = 8192 }
  resources      = { requests = { cpu = "200m", memory = "512Mi" }, limits = { memory = "1Gi" } }
  update_percent = 25

  # What the module workload-identity gives for IRSA; nothing with Pod Identity.
  service_account_annotations = {
    "eks.amazonaws.com/role-arn" = "arn:aws:iam::111122223333:role/eks-example-fluentd-pod"
  }

  # Copies of chart and image, where the public ones are out of reach.
  repository       = "oci://111122223333.dkr.ecr.us-east-1.amazonaws.com/charts"
  image_repository = "111122223333.dkr.ecr.us-east-1.amazonaws.com/fluentd-kubernetes-daemonset"

  values = [yamlencode({ podAnnotations = { "example.com/owner" = "platform" } })]

  tags = {
    Environment = "example"
  }
}
