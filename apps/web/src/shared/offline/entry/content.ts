import type { Fields } from './at-path.ts';

/** An entry as it travels: the command, its envelope, its body. */
export interface Content {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Fields;
}
