module "node_groups" {
  source = "../.."

  cluster_name       = "eks-example"
  kubernetes_version = "1.35"

  # For images of your own, and for groups with more than the cluster's own security group.
  cluster_endpoint                   = "https://0123456789ABCDEF.gr7.us-east-1.eks.amazonaws.com"
  cluster_certificate_authority_data = "Y2VydGlmaWNhdGU="
  cluster_service_cidr               = "10.100.0.0/16"
  cluster_security_group_id          = "sg-0123456789abcdef0"

  subnet_ids = {
    "us-east-1a" = "subnet-0123456789abcdef0"
    "us-east-1b" = "subnet-0123456789abcdef1"
  }

  groups = {
    # What the cluster itself needs stays on demand, and Terraform says how much of it.
    system = {
      instance_types = ["m6g.large"]
      ami_type       = "AL2023_ARM_64_STANDARD"
      sizes          = { min = 2, desired = 2, max = 4 }
      labels         = { "example.com/pool" = "system" }
      repair         = {}
    }

    # Types of one size, so that the autoscaler can count on them.
    spot = {
      capacity       = "SPOT"
      instance_types = ["m5.large", "m5a.large", "m6i.large", "m6a.large", "m7i.large"]
      ami_type       = "AL2023_x86_64_STANDARD"
      sizes          = { min = 0, desired = 2, max = 20 }
      autoscaler     = { options = { scaledownunneededtime = "5m" } }
      taints         = [{ key = "spot", value = "true", effect = "NO_SCHEDULE" }]
      disk           = { gib = 100, gp3 = { iops = 6000, throughput_mibs = 500 } }
      update         = { max_unavailable_percentage = 50 }

      script_before = <<-EOT
        #!/bin/bash
        echo vm.max_map_count=262144 > /etc/sysctl.d/90-maps.conf
        sysctl --system
      EOT

      node_config = {
        kubelet_config = jsonencode({ shutdownGracePeriod = "30s" })
        local_storage  = "RAID0"
      }
    }

    # Volumes stay in their zone, so each zone has a group of its own: database-us-east-1a and so on.
    database = {
      instance_types = ["r6i.xlarge"]
      ami_type       = "BOTTLEROCKET_x86_64"
      sizes          = { min = 1, desired = 1, max = 3 }
      per_zone       = {}
      autoscaler     = {}

      bottlerocket_settings = <<-EOT
        pods-per-core = 10

        [settings.kernel]
        lockdown = "integrity"
      EOT
    }

    # An image of your own has its Kubernetes version in it.
    hardened = {
      instance_types     = ["c6i.xlarge"]
      image              = { id = "ami-0123456789abcdef0", family = "AL2023" }
      sizes              = { min = 1, desired = 1, max = 2 }
      max_pods           = 58
      security_group_ids = ["sg-0123456789abcdef1"]
    }

    # A block that was reserved for two weeks of training.
    training = {
      capacity       = "CAPACITY_BLOCK"
      reservation    = { id = "cr-0123456789abcdef0" }
      zones          = ["us-east-1a"]
      instance_types = ["p5.48xlarge"]
      ami_type       = "AL2023_x86_64_NVIDIA"
      sizes          = { min = 0, desired = 0, max = 2 }
      efa            = { interfaces = 32 }
      taints         = [{ key = "nvidia.com/gpu", effect = "NO_SCHEDULE" }]

      timeout_minutes = 120
    }
  }

  # vpc-cni has a role of its own.
  cni_policy = null

  policies = {
    logs = "arn:aws:iam::111122223333:policy/logs"
  }

  role_path = "/platform/"

  tags = {
    Environment = "example"
  }
}
