/** `02_filters.conf` as a Terraform template: what containers wrote, as whole messages that say whose they are. */
export const filters = `<label @CONTAINERS>
  # containerd cuts a line after 16 KiB: P marks a part, F the end. A longer line than the limit becomes several records.
  <filter **>
    @type concat
    @id join_parts
    key message
    separator ""
    partial_key logtag
    partial_value P
    stream_identity_key stream
    buffer_limit_size 131072
    buffer_overflow_method new
    flush_interval 5
    timeout_label @LINES
  </filter>

  <match **>
    @type relabel
    @label @LINES
  </match>
</label>

<label @LINES>
%{ for name, lines in multiline ~}
  <filter kubernetes.var.log.containers.\${lines.pod_prefix}**_\${lines.namespace}_\${lines.container == null ? "" : "\${lines.container}-"}**>
    @type concat
    @id join_lines_\${name}
    key message
    multiline_start_regexp '/\${replace(replace(lines.first_line, "\\\\", "\\\\\\\\"), "'", "\\\\'")}/'
    stream_identity_key stream
    flush_interval \${lines.flush_seconds}
    timeout_label @METADATA
  </filter>

%{ endfor ~}
  <match **>
    @type relabel
    @label @METADATA
  </match>
</label>

<label @METADATA>
%{ if length(multiline) > 0 ~}
  # Joined lines have no limit of their own, and CloudWatch takes 1 MiB.
  <filter **>
    @type record_transformer
    @id cut_messages
    enable_ruby true
    <record>
      message $\${record["message"].to_s.byteslice(0, 131072).scrub("")}
    </record>
  </filter>

%{ endif ~}
%{ if parsed_json ~}
  <filter **>
    @type parser
    @id parse_json
    key_name message
    inject_key_prefix json_
    reserve_data true
    reserve_time true
    emit_invalid_record_to_error false
    <parse>
      @type json
    </parse>
  </filter>

%{ endif ~}
  # Asks the API once an hour and pod. A watch that breaks would end Fluentd.
  <filter **>
    @type kubernetes_metadata
    @id kubernetes_metadata
    watch false
    skip_master_url true
    skip_pod_labels \${!metadata.pod_labels}
    skip_namespace_labels \${!metadata.namespace_labels}
    skip_namespace_metadata \${!metadata.namespace_labels}
    skip_container_metadata \${!metadata.image}
    annotation_match \${jsonencode(metadata.annotations)}
  </filter>

%{ if length(exclude_labels) > 0 ~}
  <filter **>
    @type grep
    @id exclude_labels
%{ for key, value in exclude_labels ~}
    <exclude>
      key $['kubernetes']['labels']['\${key}']
      pattern /^\${replace(value, ".", "\\\\.")}$/
    </exclude>
%{ endfor ~}
  </filter>

%{ endif ~}
  <filter **>
    @type record_transformer
    @id name_container_stream
    remove_keys $.docker
    <record>
      stream_name "#{ENV['K8S_NODE_NAME']}/$\${tag_suffix[4]}"
    </record>
  </filter>

  <match **>
    @type relabel
    @label @DISPATCH
  </match>
</label>
`;
