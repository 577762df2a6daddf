import { createServer } from 'node:net';
import { join } from 'node:path';
import { uuidv7, type DeviceClaim } from '#kernel';
import { Api } from '../support/server/api.ts';
import { temporaryFolder } from '../support/server/folder.ts';
import { logOf, type LoggedEvent } from '../support/server/log.ts';
import { Server } from '../support/server/server.ts';
import { passphrase, type Stage } from '../support/server/stage.ts';
import { stageIn } from './staged.ts';

type Somebody = keyof Stage['people'];

/** A server for phones: it can be killed and started again where it was, and what stands in its log can be looked at. */
export class OwnServer {
  readonly folder: string;
  readonly stage: Stage;
  readonly url: string;
  readonly #remove: () => void;
  readonly #port: string;
  #server: Server;

  private constructor(parts: { readonly folder: string; readonly remove: () => void; readonly stage: Stage; readonly port: string; readonly server: Server }) {
    this.folder = parts.folder;
    this.stage = parts.stage;
    this.url = `http://127.0.0.1:${parts.port}`;
    this.#remove = parts.remove;
    this.#port = parts.port;
    this.#server = parts.server;
  }

  static async open(): Promise<OwnServer> {
    const { folder, remove } = temporaryFolder();
    const stage = await stageIn(join(folder, 'data'));
    const port = await freePort();
    return new OwnServer({ folder, remove, stage, port, server: await startIn(folder, port) });
  }

  /** SIGKILL. */
  kill(): Promise<void> {
    return this.#server.kill();
  }

  async startAgain(): Promise<void> {
    this.#server = await startIn(this.folder, this.#port);
  }

  async close(): Promise<void> {
    await this.kill();
    this.#remove();
  }

  /** The post of the guard, or of the other one. */
  post(of: 0 | 1 = 0): string {
    return this.stage.posts[of]?.post ?? '';
  }

  log(types: readonly string[]): Promise<readonly LoggedEvent[]> {
    return logOf(this.#server, types);
  }

  doorEvents(): Promise<readonly LoggedEvent[]> {
    return this.log(['access.door-locked.v1', 'access.door-unlocked.v1']);
  }

  /** Somebody does something elsewhere, at a desk. @throws unless it is recorded */
  async does(who: Somebody, command: string, body: object, headers: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.#asking(async (api) => {
      const { status, body: said } = await api.command(command, this.stage.people[who].token, uuidv7(Date.now()), body, headers);
      if (status !== 201) throw new Error(`${command} is answered with ${status}: ${said}`);
    });
  }

  /** Somebody, who has a passphrase, sets the PIN with which they sign as a second person. */
  async setPin(who: Somebody, pin: string): Promise<void> {
    await this.#asking(async (api) => {
      const { status } = await api.ask('/api/identity/set-pin', this.stage.people[who].token, { method: 'POST', body: { passphrase, pin } });
      if (status !== 204) throw new Error(`set-pin is answered with ${status}`);
    });
  }

  /** What its squad leader is shown of the post's phones: the command, how it stands, what is wrong; the oldest first. */
  async marked(): Promise<readonly (readonly [command: string, status: string, marks: readonly string[]])[]> {
    const { body } = await this.#asking((api) => api.ask(`/api/identity/marked-entries?post=${this.post()}`, this.stage.people['squad-leader'].token));
    const { items } = JSON.parse(body) as { items: readonly { command: string; status: string; marks: readonly string[] }[] };
    return items.map(({ command, status, marks }) => [command, status, marks] as const).toReversed();
  }

  /** The code that the squad leader shows to the guard. */
  async enrolmentCode(): Promise<string> {
    const { guard, 'squad-leader': leader } = this.stage.people;
    return this.#asking(async (api) => {
      const code = uuidv7(Date.now());
      await api.command('identity.issue-enrolment-code', leader.token, code, { account: guard.account });
      const { body } = await api.ask('/api/identity/collect-code', leader.token, { method: 'POST', body: { account: guard.account, code } });
      return (JSON.parse(body) as { text: string }).text;
    });
  }

  async #asking<T>(work: (api: Api) => Promise<T>): Promise<T> {
    const api = new Api(this.url);
    try {
      return await work(api);
    } finally {
      await api.close();
    }
  }
}

const startIn = (folder: string, port: string): Promise<Server> => Server.start({ folder: join(folder, 'data'), settings: { SAKSI_PORT: port } });

/** A port that stays the same over a restart of the server: it is the origin that the app belongs to. */
export const freePort = (): Promise<string> =>
  new Promise((resolve) => {
    const taken = createServer().listen(0, '127.0.0.1', () => {
      const address = taken.address();
      taken.close(() => resolve(typeof address === 'object' && address ? String(address.port) : '0'));
    });
  });

/** What a device said of an event. @throws when none signed it */
export const deviceOf = ({ metadata }: LoggedEvent): DeviceClaim => {
  if (!metadata.device) throw new Error('No device signed this.');
  return metadata.device;
};
