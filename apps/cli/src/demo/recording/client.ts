import { coSignedFieldsOf, pathsOfKind, replaceAt } from '#http';
import { formatWib } from '#kernel';
import { idAt } from '../scenario/scenario.ts';
import type { Login } from '../scenario/people.ts';
import type { CommandStep, ListStep, Step } from '../scenario/step.ts';

/** The demonstration could not be recorded as the script has it. */
export class DemonstrationFailed extends Error {
  override readonly name = 'DemonstrationFailed';
}

/** What the people of the demonstration sign in and consent with. */
export interface Secrets {
  readonly passphrase: string;
  readonly pin: string;
}

interface Answer {
  readonly status: number;
  readonly body: {
    readonly token?: string;
    readonly detail?: string;
    readonly objections?: readonly { readonly code: string }[];
    readonly notices?: readonly { readonly code: string }[];
    readonly errors?: readonly unknown[];
    /** What became of a list. */
    readonly result?: { readonly commands: number; readonly recorded: number; readonly unchanged: number; readonly rejectedRows: number };
  };
}

type Headers = Readonly<Record<string, string>>;

/** Tells the server what the script says, over HTTP, as the person who says it. */
export class Client {
  readonly #url: string;
  readonly #secrets: Secrets;
  readonly #tokens = new Map<Login, string>();
  readonly #signingIn = new Map<Login, Promise<boolean>>();

  constructor(url: string, secrets: Secrets) {
    this.#url = url;
    this.#secrets = secrets;
  }

  /** @throws DemonstrationFailed unless it is recorded, or refused where the script expects that */
  tell(step: Step): Promise<void> {
    return 'list' in step ? this.#import(step) : this.#record(step);
  }

  async #record(step: CommandStep): Promise<void> {
    const { slice, name, by, happened, refused, hears } = step;
    const headers = {
      'Idempotency-Key': commandIdOf(step),
      ...(happened !== undefined && { 'Saksi-Occurred-At': formatWib(happened), 'Saksi-Testimony': 'told' }),
    };
    const { status, body } = await this.#asPerson(by, `/api/${slice.name.replace('.', '/')}`, this.#onTheWire(step), headers);
    const isHeard = hears === undefined || (body.notices ?? []).some(({ code }) => code === hears);
    const recorded = status === 201 && refused === undefined && isHeard;
    const refusedAsExpected = status === 409 && refused !== undefined && (body.objections ?? []).some(({ code }) => code === refused);
    if (!recorded && !refusedAsExpected) throw unexpected(name, { status, body });
  }

  /** As a file. What was recorded of it before counts as unchanged. */
  async #import(step: ListStep): Promise<void> {
    const { kind, header, rows } = step.list;
    const file = Buffer.from([header, ...rows].map((cells) => `${cells.join(',')}\n`).join(''));
    const answer = await this.#asPerson(step.by, `/api/imports/${kind}`, file, { 'Idempotency-Key': commandIdOf(step) });
    const { commands, recorded = 0, unchanged = 0, rejectedRows } = answer.body.result ?? {};
    if (commands !== rows.length || recorded + unchanged !== rows.length || rejectedRows !== 0) throw unexpected(step.name, answer);
  }

  /** Sets the PIN of a person who is to consent. @throws DemonstrationFailed */
  async setPin(login: Login): Promise<void> {
    const { status, body } = await this.#asPerson(login, '/api/identity/set-pin', this.#secrets);
    if (status !== 204) throw new DemonstrationFailed(`The PIN of ${login} could not be set (${status}): ${body.detail ?? ''}`);
  }

  /** Whether the person can sign in with the demonstration's passphrase. */
  async signsIn(login: Login): Promise<boolean> {
    const { status, body } = await this.#post('/api/identity/sign-in', { login, passphrase: this.#secrets.passphrase, via: 'program' });
    if (status === 200 && body.token !== undefined) this.#tokens.set(login, body.token);
    return status === 200;
  }

  /** Sessions end when nobody uses them for half a day of the scenario: whoever comes back signs in again. */
  async #asPerson(login: Login, path: string, body: object, headers: Headers = {}): Promise<Answer> {
    const token = this.#tokens.get(login);
    const answer = token === undefined ? undefined : await this.#post(path, body, { ...headers, Authorization: `Bearer ${token}` });
    if (answer && answer.status !== 401) return answer;
    const isBack = this.#tokens.get(login) !== token;
    if (!isBack && !(await this.#signInOnce(login))) throw new DemonstrationFailed(`${login} cannot sign in to the demonstration.`);
    return this.#post(path, body, { ...headers, Authorization: `Bearer ${this.#tokens.get(login) ?? ''}` });
  }

  /** Many requests may find out at the same time that the session has ended. */
  #signInOnce(login: Login): Promise<boolean> {
    const underWay = this.#signingIn.get(login) ?? this.signsIn(login).finally(() => this.#signingIn.delete(login));
    this.#signingIn.set(login, underWay);
    return underWay;
  }

  async #post(path: string, sent: object, headers: Headers = {}): Promise<Answer> {
    const [type, body] = Buffer.isBuffer(sent) ? ['application/octet-stream', new Uint8Array(sent)] : ['application/json', JSON.stringify(sent)];
    const response = await fetch(this.#url + path, { method: 'POST', headers: { 'Content-Type': type, ...headers }, body });
    // Of what is told while a list is read, the last line says what became of it.
    const text = (await response.text()).trimEnd().split('\n').at(-1) ?? '';
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as Answer['body']) };
  }

  /** Instants travel as text with an offset, and consents with the PIN. */
  #onTheWire({ slice, asked }: CommandStep): object {
    const body = structuredClone(asked);
    for (const path of pathsOfKind(slice.command, 'moment')) replaceAt(body, path, (instant) => formatWib(Number(instant)));
    for (const path of coSignedFieldsOf(slice.command)) replaceAt(body, path, (claim) => ({ ...(claim as object), pin: this.#secrets.pin }));
    return body;
  }
}

const unexpected = (name: string, { status, body }: Answer): DemonstrationFailed =>
  new DemonstrationFailed(`The step "${name}" of the demonstration was answered ${status}: ${JSON.stringify(body)}`);

/** The same step is the same command, however often the demonstration is started. */
export const commandIdOf = ({ name, at }: Pick<Step, 'name' | 'at'>): string => idAt(at, 'command', name);
