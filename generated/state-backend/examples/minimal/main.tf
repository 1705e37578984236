module "state_backend" {
  source = "../.."

  bucket  = "example-terraform-states"
  region  = "us-east-1"
  account = "111122223333"
}
