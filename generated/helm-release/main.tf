locals {
  description = (
    var.chart.folder != null
    ? "files ${substr(sha256(join("", [for file in fileset(var.chart.folder.path, "**") : "${file} ${filesha256("${var.chart.folder.path}/${file}")}"])), 0, 12)}"
    : null
  )
}

ephemeral "aws_secretsmanager_secret_version" "this" {
  for_each = var.secrets

  secret_id  = each.value.secret_arn
  version_id = each.value.version_id
}

# The provider delivers write-only values only with a greater revision: an upgrade without one would
# take them away.
resource "terraform_data" "secrets" {
  count = length(var.secrets) > 0 ? 1 : 0

  triggers_replace = {
    hash = sha256(jsonencode([
      var.chart,
      var.namespace,
      var.values,
      var.create_namespace,
      var.wait,
      var.wait_for_jobs,
      var.skip_crds,
      var.timeout_minutes,
      var.secrets,
      var.secrets_revision,
      local.description,
    ]))
  }
  input = { time = formatdate("YYYYMMDDhhmmss", plantimestamp()) }

  lifecycle {
    ignore_changes = [input]
  }
}

resource "helm_release" "this" {
  name             = var.name
  chart            = var.chart.folder != null ? var.chart.folder.path : var.chart.published.name
  repository       = one(var.chart.published[*].repository)
  version          = one(var.chart.published[*].version)
  namespace        = var.namespace
  values           = var.values
  timeout          = var.timeout_minutes * 60
  atomic           = var.wait
  cleanup_on_fail  = true
  max_history      = 10
  description      = local.description
  create_namespace = var.create_namespace
  skip_crds        = var.skip_crds
  wait             = var.wait
  wait_for_jobs    = var.wait_for_jobs
  set_wo = [
    for path, secret in var.secrets : {
      name = path
      type = "string"
      value = replace(
        secret.json_key == null
        ? ephemeral.aws_secretsmanager_secret_version.this[path].secret_string
        : jsondecode(ephemeral.aws_secretsmanager_secret_version.this[path].secret_string)[secret.json_key],
        "/[\\\\,{}]/",
        "\\$0"
      )
    }
  ]
  set_wo_revision = tonumber(one(terraform_data.secrets[*].input["time"]))

  depends_on = [var.ready]
}
