locals {
  settings = {
    image               = var.image_repository == null ? null : { repository = var.image_repository }
    replicaCount        = var.replicas
    podDisruptionBudget = { maxUnavailable = var.max_unavailable }
    resources           = var.resources
    priorityClassName   = var.priority_class_name
    tolerations = [
      for toleration in var.tolerations : { for name, value in toleration : name => value if value != null }
    ]
    nodeSelector = var.node_selector
    topologySpreadConstraints = [{
      maxSkew           = 1
      topologyKey       = "topology.kubernetes.io/zone"
      whenUnsatisfiable = var.zone_spread
      labelSelector     = { matchLabels = { "app.kubernetes.io/name" = "aws-load-balancer-controller" } }
    }]
    ingressClass       = var.ingress_class.name
    ingressClassConfig = { default = var.ingress_class.default }
    ingressClassParams = (
      var.ingress_class.parameters == null
      ? null
      : {
        spec = {
          for name, value in {
            scheme = var.ingress_class.parameters.scheme
            group = (
              var.ingress_class.parameters.group == null
              ? null
              : { name = var.ingress_class.parameters.group }
            )
            certificateArn  = var.ingress_class.parameters.certificate_arns
            sslPolicy       = var.ingress_class.parameters.ssl_policy
            sslRedirectPort = var.ingress_class.parameters.ssl_redirect_port
            subnets = (
              var.ingress_class.parameters.subnets == null
              ? null
              : { for name, value in var.ingress_class.parameters.subnets : name => value if value != null }
            )
            ipAddressType  = var.ingress_class.parameters.ip_address_type
            targetType     = var.ingress_class.parameters.target_type
            inboundCIDRs   = var.ingress_class.parameters.inbound_cidrs
            prefixListsIDs = var.ingress_class.parameters.prefix_list_ids
            wafv2AclArn    = var.ingress_class.parameters.waf_acl_arn
            loadBalancerAttributes = (
              length(var.ingress_class.parameters.load_balancer_attributes) == 0
              ? null
              : [
                for name, text in var.ingress_class.parameters.load_balancer_attributes : {
                  key   = name
                  value = text
                }
              ]
            )
            tags = (
              length(var.ingress_class.parameters.tags) == 0
              ? null
              : [for name, text in var.ingress_class.parameters.tags : { key = name, value = text }]
            )
            namespaceSelector = (
              length(var.ingress_class.parameters.namespace_labels) == 0
              ? null
              : { matchLabels = var.ingress_class.parameters.namespace_labels }
            )
          } : name => value
          if value != null
        }
      }
    )
    defaultTargetType           = var.target_type
    defaultTags                 = var.default_tags
    backendSecurityGroup        = var.backend_security_group_id
    enableServiceMutatorWebhook = var.service_mutator_webhook
    enableShield                = var.isolated ? false : null
    enableWaf                   = var.isolated ? false : null
    enableWafv2                 = var.isolated ? false : null
    keepTLSSecret               = true
    controllerConfig            = { featureGates = var.feature_gates }
    logLevel                    = var.log_level
    serviceMonitor = (
      var.service_monitor == null
      ? null
      : {
        for name, value in {
          enabled          = true
          namespace        = var.service_monitor.namespace
          additionalLabels = var.service_monitor.labels
          interval         = "${var.service_monitor.interval_seconds}s"
        } : name => value
        if value != null
      }
    )
  }
}

resource "helm_release" "this" {
  name       = "aws-load-balancer-controller"
  chart      = "aws-load-balancer-controller"
  repository = var.repository
  version    = var.chart_version
  namespace  = var.namespace
  values = concat(
    [
      yamlencode({
        clusterName    = var.cluster_name
        region         = var.region
        vpcId          = var.vpc_id
        serviceAccount = { name = var.service_account, annotations = var.service_account_annotations }
      }),
      yamlencode({ for name, value in local.settings : name => value if value != null }),
    ],
    var.values
  )
  timeout         = var.timeout_minutes * 60
  atomic          = true
  cleanup_on_fail = true
  max_history     = 10

  depends_on = [var.ready]
}

# A destroy waits here until AWS has no load balancers, target groups and security groups of the
# controller left.
resource "terraform_data" "drain" {
  input = {
    cluster         = var.cluster_name
    region          = var.region
    timeout_seconds = var.drain != null ? var.drain.timeout_minutes * 60 : 0
    profile         = try(coalesce(var.drain.profile), "")
    role_arn        = try(coalesce(var.drain.role_arn), "")
  }

  provisioner "local-exec" {
    when        = destroy
    interpreter = ["sh"]
    command     = "${path.module}/scripts/drain-load-balancers.sh"
    environment = self.input
  }

  depends_on = [helm_release.this]
}
