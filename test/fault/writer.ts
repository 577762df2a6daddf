import { uuidv5 } from '#kernel';
import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Api } from '../support/server/api.ts';
import type { Stage } from '../support/server/stage.ts';
import { steps } from './steps.ts';
import type { Step } from './steps.ts';

/** A command with everything that makes it this command; sent again, it is the same one. */
export interface Sent extends Step {
  readonly key: string;
  readonly token: string;
  /** The first answer that acknowledged it. */
  acknowledged?: Receipt;
  /** Its client went on without knowing what became of it. */
  abandoned?: boolean;
}

export interface Receipt {
  readonly command: string;
  readonly stream: string;
  readonly firstRevision: number;
  readonly lastRevision: number;
  readonly position: string;
  readonly contradicts: readonly string[];
}

type Random = (below: number) => number;

/** One client over all rounds: what it has under way survives the server. */
class Client {
  readonly #number: number;
  readonly #writer: Writer;
  readonly #steps: Step[] = [];
  #pending: Sent | undefined;

  constructor(number: number, writer: Writer) {
    this.#number = number;
    this.#writer = writer;
  }

  /** Records until the server is gone. */
  async record(api: Api, gone: AbortSignal): Promise<void> {
    while (!gone.aborted) {
      this.#pending ??= this.#next();
      if (!(await this.#deliver(api, this.#pending, gone))) return;
      this.#pending = undefined;
    }
  }

  /** What is under way is answered for. */
  async settle(api: Api): Promise<void> {
    if (this.#pending) await this.#deliver(api, this.#pending, new AbortController().signal);
    this.#pending = undefined;
  }

  #next(): Sent {
    const { stage, random, told } = this.#writer;
    if (this.#steps.length === 0) this.#steps.push(...steps(stage, this.#number, told.length, random));
    const step = this.#steps.shift();
    if (!step) throw new TypeError('A client has nothing to record.');
    const sent = { ...step, key: uuidv5(stage.posts[0]?.post ?? '', `${this.#writer.seed} ${told.length}`), token: stage.people.guard.token };
    told.push(sent);
    return sent;
  }

  /** False when the server went away before it answered. */
  async #deliver(api: Api, sent: Sent, gone: AbortSignal): Promise<boolean> {
    const writer = this.#writer;
    for (;;) {
      const answer = await send(api, sent).catch(() => undefined);
      if (!answer) {
        // Some clients never learn what became of their command, and begin another visit.
        if (writer.random(4) === 0) {
          sent.abandoned = true;
          this.#pending = undefined;
          this.#steps.length = 0;
        }
        return false;
      }
      if (answer.status === 201) {
        sent.acknowledged = JSON.parse(answer.body) as Receipt;
        writer.acknowledged++;
        if (answer.headers['saksi-repeated'] === 'true') writer.repeated++;
        return true;
      }
      // 503 names what passes by itself; the same key is repeated.
      if (answer.status !== 503 || gone.aborted) {
        writer.surprises.push(`${sent.name} ${answer.status} ${answer.body.slice(0, 400)}`);
        this.#steps.length = 0;
        return true;
      }
      await pause(50);
    }
  }
}

export const send = (api: Api, { name, token, key, body, headers }: Sent): Promise<Answer> => api.command(name, token, key, body, headers);

/** Concurrent clients and everything they have sent so far. */
export class Writer {
  readonly told: Sent[] = [];
  /** Answers that are neither a receipt nor "in a moment". */
  readonly surprises: string[] = [];
  acknowledged = 0;
  /** Acknowledged only at a repetition: the server had been killed between commit and answer. */
  repeated = 0;
  readonly stage: Stage;
  readonly seed: number;
  readonly random: Random;
  readonly #clients: readonly Client[];

  constructor(stage: Stage, seed: number, random: Random, clients = 6) {
    this.stage = stage;
    this.seed = seed;
    this.random = random;
    this.#clients = Array.from({ length: clients }, (_, number) => new Client(number, this));
  }

  async record(api: Api, gone: AbortSignal): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.record(api, gone)));
  }

  async settle(api: Api): Promise<void> {
    await Promise.all(this.#clients.map((client) => client.settle(api)));
  }
}
