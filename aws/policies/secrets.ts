import type { PolicyStatement, Texts, TextTag } from "../policy-statement";

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/integrating_csi_driver.html, read 2026-11-21. */
export function secretReader<T, L>(secretArns: Texts<T, L>): PolicyStatement<T, L>[] {
  return [{ sid: "ReadSecrets", effect: "Allow", actions: ["secretsmanager:GetSecretValue", "secretsmanager:DescribeSecret"], resources: secretArns }];
}

/** Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-access.html, read 2026-11-21. */
export function parameterReader<T, L>(parameterArns: Texts<T, L>): PolicyStatement<T, L>[] {
  return [{ sid: "ReadParameters", effect: "Allow", actions: ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"], resources: parameterArns }];
}

/**
 * Keys of one's own, for reading through the service alone. The service is told by its host name, whose end differs by partition.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service, read 2026-11-21.
 */
export function decryptThrough<T, L>(text: TextTag<T>, service: "secretsmanager" | "ssm", region: string | T, keyArns: Texts<T, L>): PolicyStatement<T, L>[] {
  return [
    {
      sid: "Decrypt",
      effect: "Allow",
      actions: ["kms:Decrypt"],
      resources: keyArns,
      conditions: [{ test: "StringLike", variable: "kms:ViaService", values: [text`${service}.${region}.*`] }],
    },
  ];
}
