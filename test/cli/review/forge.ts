import { type Call, type Reply, type Routes, TerraformCloudServer } from "../../terraform-cloud/server";

export interface Written {
  readonly id: number;
  body: string;
  readonly author: string;
}

/** Comments of one pull request of GitHub and one merge request of GitLab, on this machine. */
export class Forge {
  readonly server = new TerraformCloudServer();
  readonly comments: Written[] = [];
  /** Whom the token belongs to. */
  me = "github-actions[bot]";
  private id = 0;

  async start(): Promise<void> {
    await this.server.start();
    this.server.add({ ...this.gitHub(), ...this.gitLab() });
  }

  reset(): void {
    this.comments.length = 0;
    this.server.calm();
    this.server.heard();
  }

  write(author: string, body: string): Written {
    const one = { id: (this.id += 1), body, author };
    this.comments.push(one);
    return one;
  }

  /** As GitHub shows a comment. */
  private gitHub(): Routes {
    const shown = ({ id, body, author }: Written) => ({ id, body, html_url: `https://github.com/example/platform/pull/12#issuecomment-${id}`, user: { login: author, type: author.endsWith("[bot]") ? "Bot" : "User" } });
    const list = "/github/repos/example/platform/issues/12/comments";
    return {
      "POST /github/graphql": () => ({ status: 200, json: { data: { viewer: { login: this.me } } } }),
      [`GET ${list}`]: (call) => this.page(call, list, shown),
      [`POST ${list}`]: (call) => ({ status: 201, json: shown(this.write(this.me, bodyOf(call))) }),
      "PATCH /github/repos/example/platform/issues/comments/:id": (call) => this.edit(call, shown),
    };
  }

  private gitLab(): Routes {
    const shown = ({ id, body, author }: Written) => ({ id, body, author: { id: author.length } });
    const list = "/gitlab/projects/7/merge_requests/3/notes";
    return {
      "GET /gitlab/user": () => ({ status: 200, json: { id: this.me.length } }),
      [`GET ${list}`]: (call) => this.page(call, list, shown),
      [`POST ${list}`]: (call) => ({ status: 201, json: shown(this.write(this.me, bodyOf(call))) }),
      [`PUT ${list}/:id`]: (call) => this.edit(call, shown),
    };
  }

  private page(call: Call, path: string, shown: (one: Written) => object): Reply {
    const [size, page] = [Number(call.query.get("per_page")), Number(call.query.get("page") ?? 1)];
    const more = this.comments.length > page * size;
    const link = (number: number, rel: string) => `<${this.server.url}${path}?per_page=${size}&page=${number}>; rel="${rel}"`;
    return { status: 200, json: this.comments.slice((page - 1) * size, page * size).map(shown), headers: more ? { link: `${link(1, "first")}, ${link(page + 1, "next")}` } : {} };
  }

  private edit(call: Call, shown: (one: Written) => object): Reply {
    const one = this.comments.find(({ id }) => String(id) === call.params["id"]);
    if (one?.author !== this.me) return { status: 403, json: { message: "Resource not accessible by integration" } };
    one.body = bodyOf(call);
    return { status: 200, json: shown(one) };
  }
}

function bodyOf({ body }: Call): string {
  return (JSON.parse(body.toString()) as { readonly body: string }).body;
}
