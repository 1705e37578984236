import type { fluentdFiles } from "../../charts/fluentd";
import { call, choose, type Construct, type Expr, type Handle, mapList, PlatformStack, present, some, template, tf } from "../../kernel";
import { dispatch } from "./config/dispatch";
import { filters } from "./config/filters";
import { cloudWatchOutputs, searchOutputs } from "./config/outputs";
import { sources } from "./config/sources";
import type { FluentdHandles } from "./inputs";

/** The name of the release: the names of its pods begin with it. */
export const releaseName = "fluentd";

export type Configuration = Readonly<Record<(typeof fluentdFiles)[number], Handle<string>>>;

/**
 * The files that the chart puts below `/etc/fluent/config.d`, all four: for one that is missing it has a default that
 * sends logs to a server that is not there.
 */
export function configuration(scope: Construct, inputs: FluentdHandles, logGroupNames: Expr<unknown>): Configuration {
  const { containers, multiline, journal, journalPath, files } = inputs;
  return {
    "01_sources.conf": rendered(scope, "sources", sources, { exclude_paths: excludedPaths(inputs), journal, journal_path: journalPath, files }),
    "02_filters.conf": rendered(scope, "filters", filters, { multiline, metadata: containers.metadata, parsed_json: containers.parsedJson, exclude_labels: containers.excludeLabels }),
    "03_dispatch.conf": rendered(scope, "dispatch", dispatch, { dataplane_namespaces: containers.dataplaneNamespaces }),
    "04_outputs.conf": outputs(scope, inputs, logGroupNames),
  };
}

function outputs(scope: Construct, { output, region, buffer }: FluentdHandles, logGroupNames: Expr<unknown>): Handle<string> {
  const { cloudWatch, openSearch, elasticsearch } = output;
  const common = { region, buffer_mib: buffer.mib, flush_seconds: buffer.flushSeconds };
  const { dataStream } = some(openSearch);
  const search = (plugin: Expr<string> | string, target: Expr<unknown>) => rendered(scope, "search", searchOutputs, { plugin, search: target, ...common });
  return choose(
    [present(cloudWatch), rendered(scope, "cloudwatch", cloudWatchOutputs, { log_groups: logGroupNames, ...common })],
    [present(openSearch), search(tf<string>`${dataStream} == null ? "opensearch" : "opensearch_data_stream"`, openSearch)],
    search("elasticsearch", tf`merge({ data_stream = null, sig_v4 = null }, ${elasticsearch})`),
  );
}

/** Files in `/var/log/containers` are named `<pod>_<namespace>_<container>-<id>.log`. Fluentd's own would feed on themselves. */
function excludedPaths({ namespace, containers }: FluentdHandles): Expr<readonly string[]> {
  const own = template`/var/log/containers/${releaseName}-*_${namespace}_${releaseName}-*.log`;
  const namespaces = mapList(containers.excludeNamespaces, (name) => template`/var/log/containers/*_${name}_*.log`, "name");
  const pods = mapList(containers.excludePods, (name) => template`/var/log/containers/${name}_*.log`, "name");
  return tf`concat([${own}], ${namespaces}, ${pods})`;
}

/** A template that stands beside the configuration, as a file of Fluentd with holes in it. */
function rendered(scope: Construct, name: string, text: string, variables: object): Handle<string> {
  const path = `fluentd/${name}.conf.tftpl`;
  PlatformStack.of(scope).ship(path, text);
  return call("templatefile", template`${tf`path.module`}/${path}`, variables);
}
