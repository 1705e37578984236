provider "aws" {
  region                      = "us-east-1"
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_metadata_api_check     = true
  skip_requesting_account_id  = true
}

mock_provider "helm" {}

variables {
  name      = "traefik"
  namespace = "traefik"

  chart = {
    published = { repository = "https://traefik.github.io/charts", name = "traefik", version = "41.3.0" }
  }
}

run "the_smallest_call_plans" {
  command = plan

  assert {
    condition     = helm_release.this.atomic && helm_release.this.cleanup_on_fail
    error_message = "what fails is taken back"
  }

  assert {
    condition     = helm_release.this.set_wo_revision == null && length(terraform_data.secrets) == 0
    error_message = "no secrets, no revision of them"
  }
}

run "the_complete_example_applies" {
  module {
    source = "./examples/complete"
  }

  providers = {
    aws  = aws
    helm = helm
  }

  assert {
    condition     = module.helm_release.chart_version == "1.14.1"
    error_message = "the version is that which is pinned"
  }

  assert {
    condition     = module.helm_release.namespace == "kube-system"
    error_message = "in its namespace"
  }
}

run "a_folder_s_files_stand_in_the_description" {
  command = plan

  variables {
    chart = { folder = { path = "./examples" } }
  }

  assert {
    condition     = can(regex("^files [0-9a-f]{12}$", helm_release.this.description))
    error_message = "so a change of them is seen"
  }

  assert {
    condition     = helm_release.this.repository == null
    error_message = "and there is no version"
  }
}

run "without_waiting_nothing_is_taken_back" {
  command = plan

  variables {
    wait = false
  }

  assert {
    condition     = !helm_release.this.atomic && !helm_release.this.wait
    error_message = "not atomic"
  }
}

run "a_chart_from_two_places_is_refused" {
  command = plan

  variables {
    chart = {
      published = { repository = "https://example.com", name = "a", version = "1.0.0" }
      folder    = { path = "./a" }
    }
  }

  expect_failures = [var.chart]
}

run "a_range_of_versions_is_refused" {
  command = plan

  variables {
    chart = { published = { repository = "https://example.com", name = "a", version = "~> 1.0" } }
  }

  expect_failures = [var.chart]
}
