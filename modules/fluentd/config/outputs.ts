/** A buffer on the node: what cannot be delivered waits there, and when it is full, reading waits. */
const buffer = (name: string) => `<buffer tag>
      @type file
      path /var/log/fluentd/buffer/${name}
      chunk_limit_size 512k
      total_limit_size \${buffer_mib}m
      overflow_action block
      flush_mode interval
      flush_interval \${flush_seconds}s
      flush_thread_count 4
      flush_at_shutdown true
      retry_type exponential_backoff
      retry_wait 1s
      retry_max_interval 30s
      retry_forever true
    </buffer>`;

/** `04_outputs.conf` to CloudWatch Logs, as a Terraform template. A stream without a group is not kept. */
export const cloudWatchOutputs = `%{ for stream in ["application", "dataplane", "host"] ~}
<label @\${upper(stream)}>
%{ if contains(keys(log_groups), stream) ~}
  <match **>
    @type cloudwatch_logs
    @id out_\${stream}
    region \${region}
    log_group_name \${log_groups[stream]}
    log_stream_name_key stream_name
    remove_log_stream_name_key true
    # Without it records of a missing stream are dropped. Groups it may not make: a missing one is an error, tried again.
    auto_create_stream true
    # When CloudWatch throttles, the plugin would drop records after 17 attempts.
    put_log_events_disable_retry_limit true
    log_rejected_request true
    # In characters of up to 4 bytes: with 26 bytes of its own no event has more than 1,048,576.
    max_message_length 262137
    ${buffer("${stream}")}
  </match>
%{ else ~}
  <match **>
    @type null
    @id out_\${stream}
  </match>
%{ endif ~}
</label>

%{ endfor ~}
`;

/** `04_outputs.conf` to OpenSearch or Elasticsearch, as a Terraform template. */
export const searchOutputs = `%{ for stream in ["application", "dataplane", "host"] ~}
<label @\${upper(stream)}>
  <filter **>
    @type record_transformer
    @id name_\${stream}
    <record>
      log_type \${stream}
    </record>
  </filter>

  <match **>
    @type relabel
    @label @SEARCH
  </match>
</label>

%{ endfor ~}
<label @SEARCH>
  <match **>
    @type \${plugin}
    @id out_search
%{ if plugin == "elasticsearch" ~}
    host \${search.host}
    port \${search.port}
    scheme \${search.scheme}
    verify_es_version_at_startup false
    log_es_400_reason true
%{ else ~}
%{ if search.sig_v4 == null ~}
    host \${search.host}
    port \${search.port}
    scheme \${search.scheme}
%{ endif ~}
    verify_os_version_at_startup false
    log_os_400_reason true
%{ endif ~}
%{ if search.secret != null ~}
    user "#{ENV['FLUENT_USER']}"
    password "#{ENV['FLUENT_PASSWORD']}"
%{ endif ~}
%{ if search.data_stream == null ~}
    logstash_format true
    logstash_prefix \${search.index_prefix}
%{ else ~}
    data_stream_name \${search.data_stream}
%{ endif ~}
    # A bulk request that is cut off is sent again, over a new connection.
    request_timeout 30s
    reconnect_on_error true
    reload_connections false
%{ if search.sig_v4 != null ~}
    <endpoint>
      url \${search.scheme}://\${search.host}:\${search.port}
      region \${region}
      aws_service_name \${search.sig_v4.service}
      assume_role_arn "#{ENV['AWS_ROLE_ARN']}"
      assume_role_web_identity_token_file "#{ENV['AWS_WEB_IDENTITY_TOKEN_FILE']}"
      refresh_credentials_interval 30m
    </endpoint>
%{ endif ~}
    ${buffer("search")}
  </match>
</label>
`;
