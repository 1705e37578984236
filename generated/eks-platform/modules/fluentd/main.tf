locals {
  search_secret = (
    var.output.open_search != null
    ? var.output.open_search.secret
    : (var.output.elasticsearch != null ? var.output.elasticsearch.secret : null)
  )
}

resource "aws_cloudwatch_log_group" "this" {
  for_each = var.output.cloud_watch != null ? var.output.cloud_watch.log_groups : {}

  name              = coalesce(each.value.name, "/aws/containerinsights/${var.cluster_name}/${each.key}")
  retention_in_days = each.value.retention_days
  kms_key_id        = each.value.kms_key_arn
  skip_destroy      = var.output.cloud_watch.on_destroy == "keep"

  tags = var.tags
}

resource "helm_release" "this" {
  name       = "fluentd"
  chart      = "fluentd"
  repository = var.repository
  version    = var.chart_version
  namespace  = var.namespace
  values = concat(
    [
      yamlencode({
        fullnameOverride = "fluentd"
        image            = { repository = var.image_repository }
        variant = (
          var.output.cloud_watch != null
          ? "cloudwatch"
          : (
            var.output.open_search != null ? "opensearch" : "elasticsearch${var.output.elasticsearch.version}"
          )
        )
        podSecurityPolicy = { enabled = false }
        dashboards        = { enabled = false }
        priorityClassName = var.priority_class_name
        tolerations = [
          for toleration in var.tolerations : {
            for name, value in toleration : name => value
            if value != null
          }
        ]
        affinity = {
          nodeAffinity = {
            requiredDuringSchedulingIgnoredDuringExecution = {
              nodeSelectorTerms = [{
                matchExpressions = [
                  { key = "kubernetes.io/os", operator = "In", values = ["linux"] },
                  { key = "eks.amazonaws.com/compute-type", operator = "NotIn", values = ["fargate"] },
                ]
              }]
            }
          }
        }
        updateStrategy = {
          type          = "RollingUpdate"
          rollingUpdate = { maxUnavailable = "${var.update_percent}%" }
        }
        terminationGracePeriodSeconds = 60
        resources                     = var.resources
        podSecurityContext            = { seccompProfile = { type = "RuntimeDefault" } }
        securityContext = {
          runAsUser                = 0
          allowPrivilegeEscalation = false
          readOnlyRootFilesystem   = true
          capabilities             = { drop = ["ALL"] }
        }
        livenessProbe = {
          httpGet             = { path = "/metrics", port = "metrics" }
          initialDelaySeconds = 60
          periodSeconds       = 30
          timeoutSeconds      = 10
          failureThreshold    = 5
        }
        readinessProbe = {
          httpGet          = { path = "/metrics", port = "metrics" }
          periodSeconds    = 10
          timeoutSeconds   = 10
          failureThreshold = 3
        }
        env = concat(
          [
            { name = "K8S_NODE_NAME", valueFrom = { fieldRef = { fieldPath = "spec.nodeName" } } },
            { name = "POD_IP", valueFrom = { fieldRef = { fieldPath = "status.podIP" } } },
          ],
          [
            for secret in local.search_secret[*] : {
              name      = "FLUENT_USER"
              valueFrom = { secretKeyRef = { name = secret.name, key = secret.user_key } }
            }
          ],
          [
            for secret in local.search_secret[*] : {
              name      = "FLUENT_PASSWORD"
              valueFrom = { secretKeyRef = { name = secret.name, key = secret.password_key } }
            }
          ]
        )
        mountDockerContainersDirectory = false
        volumes = concat(
          [{ name = "tmp", emptyDir = {} }],
          [
            for path in [var.journal_path] : { name = "journal", hostPath = { path = var.journal_path } }
            if path != "/var/log/journal"
          ]
        )
        volumeMounts = concat(
          [{ name = "tmp", mountPath = "/tmp" }],
          [
            for path in [var.journal_path] : {
              name      = "journal"
              mountPath = var.journal_path
              readOnly  = true
            }
            if path != "/var/log/journal"
          ]
        )
        fileConfigs = {
          "01_sources.conf" = templatefile(
            "${path.module}/fluentd/sources.conf.tftpl",
            {
              exclude_paths = concat(
                ["/var/log/containers/fluentd-*_${var.namespace}_fluentd-*.log"],
                [for name in var.containers.exclude_namespaces : "/var/log/containers/*_${name}_*.log"],
                [for name in var.containers.exclude_pods : "/var/log/containers/${name}_*.log"]
              )
              journal      = var.journal
              journal_path = var.journal_path
              files        = var.files
            }
          )
          "02_filters.conf" = templatefile(
            "${path.module}/fluentd/filters.conf.tftpl",
            {
              multiline      = var.multiline
              metadata       = var.containers.metadata
              parsed_json    = var.containers.parsed_json
              exclude_labels = var.containers.exclude_labels
            }
          )
          "03_dispatch.conf" = templatefile(
            "${path.module}/fluentd/dispatch.conf.tftpl",
            { dataplane_namespaces = var.containers.dataplane_namespaces }
          )
        }
      }),
      yamlencode({
        serviceAccount = { name = var.service_account, annotations = var.service_account_annotations }
        fileConfigs = {
          "04_outputs.conf" = (
            var.output.cloud_watch != null
            ? templatefile(
              "${path.module}/fluentd/cloudwatch.conf.tftpl",
              {
                log_groups    = { for stream, group in aws_cloudwatch_log_group.this : stream => group.name }
                region        = var.region
                buffer_mib    = var.buffer.mib
                flush_seconds = var.buffer.flush_seconds
              }
            )
            : (
              var.output.open_search != null
              ? templatefile(
                "${path.module}/fluentd/search.conf.tftpl",
                {
                  plugin = (
                    var.output.open_search.data_stream == null
                    ? "opensearch"
                    : "opensearch_data_stream"
                  )
                  search        = var.output.open_search
                  region        = var.region
                  buffer_mib    = var.buffer.mib
                  flush_seconds = var.buffer.flush_seconds
                }
              )
              : templatefile(
                "${path.module}/fluentd/search.conf.tftpl",
                {
                  plugin        = "elasticsearch"
                  search        = merge({ data_stream = null, sig_v4 = null }, var.output.elasticsearch)
                  region        = var.region
                  buffer_mib    = var.buffer.mib
                  flush_seconds = var.buffer.flush_seconds
                }
              )
            )
          )
        }
      }),
    ],
    var.values
  )
  timeout         = var.timeout_minutes * 60
  atomic          = true
  cleanup_on_fail = true
  max_history     = 10

  depends_on = [var.ready, aws_cloudwatch_log_group.this]
}
