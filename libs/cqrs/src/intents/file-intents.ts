import { Worker } from 'node:worker_threads';
import { EventStoreUnavailable } from '#event-store';
import type { CommandIntent, CommandIntents } from './intents.ts';
import type { IntentAnswer, IntentFileChoice, IntentRequest } from './messages.ts';

/** Intents in a file: for one node alone on a log that keeps no receipts. */
export interface FileIntents extends CommandIntents {
  close(): Promise<void>;
}

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
}

interface Round {
  readonly intents: CommandIntent[];
  readonly keeping: Waiting<CommandIntent>[];
  readonly commands: string[];
  readonly looking: Waiting<CommandIntent | undefined>[];
}

const emptyRound = (): Round => ({ intents: [], keeping: [], commands: [], looking: [] });

export interface FileIntentsOptions {
  readonly file: string;
  /** How long a command's intent is kept, ms; absent: for ever. */
  readonly keptFor?: number;
  /** How often it is looked for what is older, ms. Default one hour. */
  readonly pruneEvery?: number;
}

/** Opens the file, making it when it is not there. Its thread starts with the first command. */
export function openFileIntents({ pruneEvery = 3_600_000, ...options }: FileIntentsOptions): FileIntents {
  return new Intents({ ...options, pruneEvery });
}

const fromSource = import.meta.url.endsWith('.ts');

class Intents implements FileIntents {
  readonly #choice: IntentFileChoice;
  #worker: Worker | undefined;
  #next = emptyRound();
  #underWay: Round | undefined;
  #n = 0;
  #closed = false;

  constructor(choice: IntentFileChoice) {
    this.#choice = choice;
  }

  intend(intent: CommandIntent): Promise<CommandIntent> {
    return new Promise((resolve, reject) => {
      this.#next.intents.push(intent);
      this.#next.keeping.push({ resolve, reject });
      this.#post();
    });
  }

  of(command: string): Promise<CommandIntent | undefined> {
    return new Promise((resolve, reject) => {
      this.#next.commands.push(command);
      this.#next.looking.push({ resolve, reject });
      this.#post();
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  /** One message at a time: what comes meanwhile goes together. */
  #post(): void {
    if (this.#underWay) return;
    const round = this.#next;
    if (this.#closed) return fail(round, 'it is closed');
    this.#next = emptyRound();
    this.#underWay = round;
    this.#worker ??= this.#start();
    this.#worker.postMessage({ n: ++this.#n, intents: round.intents, commands: round.commands } satisfies IntentRequest);
  }

  #start(): Worker {
    const worker = new Worker(new URL(`./intents.worker${fromSource ? '.ts' : '.js'}`, import.meta.url), {
      workerData: this.#choice,
      ...(fromSource && { execArgv: ['--conditions=source', '--disable-warning=ExperimentalWarning'] }),
    });
    let why = 'its thread ended';
    worker.on('message', (answer: IntentAnswer) => this.#answered(answer));
    worker.on('error', (error) => (why = error instanceof Error ? error.message : String(error)));
    worker.once('exit', () => {
      this.#worker = undefined;
      this.#answered({ n: this.#n, failed: why });
    });
    return worker;
  }

  #answered(answer: IntentAnswer): void {
    const round = this.#underWay;
    if (!round || answer.n !== this.#n) return;
    this.#underWay = undefined;
    if ('failed' in answer) fail(round, answer.failed);
    else {
      for (const [index, { resolve }] of round.keeping.entries()) resolve(answer.standing[index] ?? unanswered());
      for (const [index, { resolve }] of round.looking.entries()) resolve(answer.found[index]);
    }
    if (this.#next.intents.length > 0 || this.#next.commands.length > 0) this.#post();
  }
}

function fail(round: Round, why: string): void {
  const error = new EventStoreUnavailable(`Nothing was recorded: what commands were about to do cannot be kept (${why}).`);
  for (const { reject } of [...round.keeping, ...round.looking]) reject(error);
}

function unanswered(): never {
  throw new TypeError('The thread of the intents left one without an answer.');
}
