/**
 * Shapes of ARNs, as regular expressions that JavaScript and RE2 read alike.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html, read 2026-11-21.
 */
export const arnPatterns = {
  kmsKey: /^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key\/[A-Za-z0-9-]+$/,
  iamRole: /^arn:aws[a-z-]*:iam::[0-9]{12}:role\/[A-Za-z0-9_+=,.@/-]+$/,
  iamRoleOrUser: /^arn:aws[a-z-]*:iam::[0-9]{12}:(role|user)\/[A-Za-z0-9_+=,.@/-]+$/,
  iamUser: /^arn:aws[a-z-]*:iam::[0-9]{12}:user\/[A-Za-z0-9_+=,.@/-]+$/,
  iamPolicy: /^arn:aws[a-z-]*:iam::(aws|[0-9]{12}):policy\/[A-Za-z0-9_+=,.@/-]+$/,
  oidcProvider: /^arn:aws[a-z-]*:iam::[0-9]{12}:oidc-provider\/.+$/,
  secret: /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@*?-]+$/,
  parameter: /^arn:aws[a-z-]*:ssm:[a-z0-9-]+:[0-9]{12}:parameter\/[A-Za-z0-9_./*-]+$/,
  prometheusWorkspace: /^arn:aws[a-z-]*:aps:[a-z0-9-]+:[0-9]{12}:workspace\/ws-[A-Za-z0-9-]+$/,
  fileSystem: /^arn:aws[a-z-]*:elasticfilesystem:[a-z0-9-]+:[0-9]{12}:file-system\/fs-[0-9a-f]+$/,
  bareBucket: /^arn:aws[a-z-]*:s3:::[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
  s3Bucket: /^arn:aws[a-z-]*:s3:::.+$/,
  hostedZone: /^arn:aws[a-z-]*:route53:::hostedzone\/[A-Z0-9]+$/,
  certificate: /^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate\/[A-Za-z0-9-]+$/,
  webAcl: /^arn:aws[a-z-]*:wafv2:[a-z0-9-]+:[0-9]{12}:regional\/webacl\/[A-Za-z0-9_-]+\/[A-Za-z0-9-]+$/,
  logGroup: /^arn:aws[a-z-]*:logs:[a-z0-9-]+:[0-9]{12}:log-group:[A-Za-z0-9._/#-]+$/,
} as const;
