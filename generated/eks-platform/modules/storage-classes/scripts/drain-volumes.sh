#!/bin/sh
# Waits until a cluster has no volumes and snapshots with the policy Delete any more.
# Terraform runs this before it takes away what alone deletes them.
# From the environment: cluster, region, timeout_seconds (0 does not wait), and where they are wanted profile, role_arn and
# pause_seconds between two questions.
[ "$timeout_seconds" -gt 0 ] || exit 0

fail() {
  echo "drain of $cluster: expected $1, got $2; $3   [volumes-left]" >&2
  exit 1
}

command -v aws >/dev/null || fail "the aws command" "nothing" "without it nobody sees what is left: install it, or set drain to null"

export AWS_PAGER=""
set -- --region "$region"
[ -z "$profile" ] || set -- "$@" --profile "$profile"
if [ -n "$role_arn" ]; then
  session=$(aws "$@" sts assume-role --role-arn "$role_arn" --role-session-name drain --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text) ||
    fail "a role that the aws command may assume" "$role_arn" "its error stands above"
  set -- $session
  export AWS_ACCESS_KEY_ID="$1" AWS_SECRET_ACCESS_KEY="$2" AWS_SESSION_TOKEN="$3"
  set -- --region "$region"
fi

left() {
  aws "$@" resourcegroupstaggingapi get-resources \
    --tag-filters "Key=eks-platform/deleted-by-driver-of,Values=$cluster" \
    --resource-type-filters ec2:volume ec2:snapshot \
    --query 'ResourceTagMappingList[].ResourceARN' --output text
}

deadline=$(($(date +%s) + timeout_seconds))
[ -n "$pause_seconds" ] || pause_seconds=5
waited=""
while :; do
  # A call that fails tells nothing: it is made again until the time is up.
  if found=$(left "$@"); then
    # Kubernetes lets go of an object only after AWS has.
    [ -n "$found" ] || { [ -z "$waited" ] || sleep "$pause_seconds"; exit 0; }
  else
    found="no answer from AWS, whose error stands above"
  fi
  [ "$(date +%s)" -lt "$deadline" ] || break
  echo "waiting for" $found
  waited=yes
  sleep "$pause_seconds"
done

fail "no volumes and snapshots with the policy Delete after $timeout_seconds seconds" "$(echo $found)" \
  "claims and snapshots that Terraform does not know keep them: delete those (kubectl get pvc,volumesnapshot --all-namespaces) and destroy again; what is to stay must lose its tag, and what no driver is left to delete, delete by hand"
