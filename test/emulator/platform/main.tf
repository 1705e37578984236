terraform {
  required_providers {
    aws = { source = "hashicorp/aws", version = "5.100.0" }
  }
}

provider "aws" {
  region            = "us-east-1"
  s3_use_path_style = true
  default_tags { tags = { Project = "platform" } }
}

locals {
  zones = { "us-east-1a" = 0, "us-east-1b" = 1 }
  name  = "demo"
}

data "aws_caller_identity" "me" {}

data "aws_partition" "p" {}

variable "version_of_cluster" { default = "1.34" }

variable "public" { default = true }

variable "desired" { default = 2 }

variable "volume_gib" { default = 50 }
