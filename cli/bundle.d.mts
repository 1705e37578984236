export interface Bundle {
  readonly program: string;
  readonly vendor: string;
  /** Nothing had to be built. */
  readonly fresh: boolean;
}

export function bundle(program: { readonly entry: string; readonly root: string }): Promise<Bundle>;
