/**
 * `01_sources.conf` as a Terraform template: what Fluentd reads. Its positions stand beside the logs on the node, so that
 * a new pod goes on where the old one stopped.
 */
export const sources = `# Metrics, for which the probes of the pod ask too. The pod's own address serves IPv4 and IPv6 clusters alike.
<source>
  @type prometheus
  @id in_prometheus
  bind "#{ENV['POD_IP']}"
  port 24231
  metrics_path /metrics
</source>

<source>
  @type prometheus_output_monitor
  @id in_prometheus_output_monitor
</source>

<source>
  @type tail
  @id in_containers
  @label @CONTAINERS
  path /var/log/containers/*.log
  exclude_path \${jsonencode(exclude_paths)}
  pos_file /var/log/fluentd/containers.pos
  tag kubernetes.*
  read_from_head true
  follow_inodes true
  refresh_interval 5
  rotate_wait 30
  # Inotify can stall on a file that is rotated; reading by the second does not.
  enable_stat_watcher false
  emit_unmatched_lines true
  <parse>
    @type cri
    keep_time_key false
  </parse>
</source>
%{ for name, source in journal ~}

<source>
  @type systemd
  @id in_journal_\${name}
  @label @DISPATCH
  path \${journal_path}
  matches \${jsonencode(source.matches)}
  tag \${source.stream}.\${name}
  read_from_head true
  <storage>
    @type local
    persistent true
    path /var/log/fluentd/journal-\${name}.json
  </storage>
  <entry>
    fields_strip_underscores true
    fields_lowercase true
  </entry>
</source>
%{ endfor ~}
%{ for name, source in files ~}

<source>
  @type tail
  @id in_file_\${name}
  @label @DISPATCH
  path \${join(",", source.paths)}
  pos_file /var/log/fluentd/file-\${name}.pos
  tag \${source.stream}.\${name}
  read_from_head true
  follow_inodes true
  refresh_interval 5
  rotate_wait 30
  enable_stat_watcher false
  path_key path
  <parse>
    @type none
  </parse>
</source>
%{ endfor ~}
`;
