import { type Section, sectionsIn } from "./fluentd-syntax";

const words = (text: string) => text.split(" ");

/**
 * Plugins of the images and their parameters, by the section that they stand in.
 * Sources, read 2026-11-21: fluent/fluentd-kubernetes-daemonset v1.19.3-1.1, docker-image/v1.19/debian-{cloudwatch,opensearch,elasticsearch7,elasticsearch8,elasticsearch9}/Gemfile.lock;
 * config_param in lib/fluent/plugin of fluentd 1.19.3, fluent-plugin-cloudwatch-logs 0.15.0, -concat 2.6.0, -kubernetes_metadata_filter 3.8.0,
 * -systemd 1.1.1, -parser-cri 0.1.1, -prometheus 2.2.1, -opensearch 1.1.6 and -elasticsearch 5.2.5, 5.4.4 and 6.0.0.
 */
const search = words(
  "host port scheme path user password ssl_verify ca_file logstash_format logstash_prefix logstash_dateformat index_name include_timestamp request_timeout reload_connections reload_on_failure reconnect_on_error",
);
const openSearch = [...search, ...words("verify_os_version_at_startup default_opensearch_version log_os_400_reason")];
const plugins: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  source: {
    prometheus: words("bind port metrics_path aggregated_metrics_path content_encoding"),
    prometheus_output_monitor: words("interval gauge_all"),
    tail: words("path path_delimiter glob_policy tag exclude_path rotate_wait pos_file pos_file_compaction_interval read_from_head refresh_interval read_lines_limit read_bytes_limit_per_second emit_unmatched_lines enable_watch_timer enable_stat_watcher encoding from_encoding path_key open_on_every_update limit_recently_modified skip_refresh_on_startup ignore_repeated_permission_error path_timezone follow_inodes max_line_size"),
    systemd: words("path matches read_from_head tag"),
  },
  filter: {
    concat: words("key separator n_lines multiline_start_regexp multiline_end_regexp continuous_line_regexp stream_identity_key flush_interval timeout_label use_first_timestamp partial_key partial_value keep_partial_key use_partial_metadata partial_metadata_format keep_partial_metadata use_partial_cri_logtag partial_cri_logtag_key partial_cri_stream_key buffer_limit_size buffer_overflow_method"),
    grep: [],
    kubernetes_metadata: words("kubernetes_url cache_size cache_ttl watch apiVersion ca_file verify_ssl open_timeout read_timeout tag_to_kubernetes_name_regexp bearer_token_file secret_dir annotation_match stats_interval allow_orphans lookup_from_k8s_field skip_labels skip_pod_labels skip_namespace_labels skip_container_metadata skip_master_url skip_namespace_metadata include_ownerrefs_metadata"),
    parser: words("key_name reserve_data reserve_time remove_key_name_field inject_key_prefix replace_invalid_sequence hash_value_field emit_invalid_record_to_error"),
    record_transformer: words("remove_keys keep_keys renew_record renew_time_key enable_ruby auto_typecast"),
  },
  match: {
    cloudwatch_logs: words("region endpoint log_group_name log_stream_name auto_create_stream message_keys max_message_length max_events_per_batch use_tag_as_group use_tag_as_stream log_group_name_key log_stream_name_key remove_log_group_name_key remove_log_stream_name_key put_log_events_retry_wait put_log_events_retry_limit put_log_events_disable_retry_limit concurrency retention_in_days json_handler log_rejected_request"),
    elasticsearch: [...search, ...words("verify_es_version_at_startup default_elasticsearch_version log_es_400_reason")],
    null: [],
    opensearch: openSearch,
    opensearch_data_stream: [...openSearch, "data_stream_name", "data_stream_template_name"],
    relabel: [],
  },
  parse: { cri: words("keep_time_key time_key time_format merge_cri_fields"), json: words("json_parser keep_time_key time_key time_format"), none: ["message_key"] },
  buffer: {
    file: words("path path_suffix chunk_limit_size total_limit_size chunk_limit_records queued_chunks_limit_size compress overflow_action flush_mode flush_interval flush_thread_count flush_thread_interval flush_at_shutdown retry_type retry_wait retry_max_interval retry_forever retry_timeout retry_max_times"),
  },
  storage: { local: words("persistent path mode dir_mode pretty_print") },
};

/** Parameters of sections that are no plugins. Those of a record are its own fields. */
const plain: Readonly<Record<string, readonly string[]>> = {
  endpoint: words("region url assume_role_arn assume_role_web_identity_token_file sts_credentials_region refresh_credentials_interval aws_service_name"),
  entry: words("field_map field_map_strict fields_strip_underscores fields_lowercase"),
  exclude: words("key pattern"),
};

/** What Fluentd would refuse, or ignore with a warning. */
export function problemsIn(root: Section): string[] {
  const all = [...sectionsIn(root)];
  const labels = root.sections.filter(({ name }) => name === "label").map(({ argument }) => argument);
  const ids = all.flatMap(({ parameters }) => parameters["@id"] ?? []);
  return [...all.flatMap(parameterProblems), ...all.flatMap((section) => labelProblems(section, labels)), ...twice("label", labels), ...twice("@id", ids as string[]), ...unmatched(root)];
}

function parameterProblems({ name, line, parameters }: Section): string[] {
  if (name === "label" || name === "record") return [];
  const type = parameters["@type"] as string | undefined;
  const known = type === undefined ? plain[name] : plugins[name]?.[type];
  if (known === undefined) return [`line ${line}: the image has no <${name}> of type ${type}`];
  return Object.keys(parameters).filter((key) => !key.startsWith("@") && !known.includes(key)).map((key) => `line ${line}: ${type ?? name} has no parameter ${key}`);
}

function labelProblems({ line, parameters, name, label }: Section & { readonly label: string }, labels: readonly string[]): string[] {
  const target = parameters["@label"];
  const wanted = [target, parameters["timeout_label"]].filter((value): value is string => typeof value === "string");
  const missing = wanted.filter((value) => !labels.includes(value)).map((value) => `line ${line}: no label ${value}`);
  const endless = name === "match" && target === label ? [`line ${line}: ${label} sends records back to itself`] : [];
  return [...missing, ...endless];
}

/** A record that no match takes is lost with a warning. */
function unmatched(root: Section): string[] {
  const open = root.sections.filter((section) => section.name === "label" && !section.sections.some(({ name, argument }) => name === "match" && argument === "**"));
  return open.filter(({ argument }) => argument !== "@DISPATCH").map(({ line, argument }) => `line ${line}: ${argument} lets records through`);
}

function twice(what: string, names: readonly string[]): string[] {
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `${what} ${name} twice`);
}
