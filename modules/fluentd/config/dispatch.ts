/** `03_dispatch.conf` as a Terraform template: which record goes to which stream. */
export const dispatch = `<label @DISPATCH>
  <filter {dataplane,host}.**>
    @type record_transformer
    @id name_node_stream
    <record>
      stream_name "#{ENV['K8S_NODE_NAME']}/$\${tag_suffix[1]}"
    </record>
  </filter>

%{ for namespace in dataplane_namespaces ~}
  <match kubernetes.var.log.containers.**_\${namespace}_**>
    @type relabel
    @label @DATAPLANE
  </match>

%{ endfor ~}
  <match kubernetes.**>
    @type relabel
    @label @APPLICATION
  </match>

  <match dataplane.**>
    @type relabel
    @label @DATAPLANE
  </match>

  <match host.**>
    @type relabel
    @label @HOST
  </match>
</label>
`;
