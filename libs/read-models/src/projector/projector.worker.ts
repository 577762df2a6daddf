import { parentPort, workerData } from 'node:worker_threads';
import type { FromProjector, ProjectorData, ToProjector } from './messages.ts';
import { loadDeclarations } from './worker/load.ts';
import { openSource } from './worker/log-source.ts';
import { Projector } from './worker/projector.ts';
import { WaitingLooks } from './worker/waiting-looks.ts';

/*
 * The projector's thread. It reads the log after a poke, after a pause (another process may have appended), and without
 * pause while it is behind. Every turn answers the looks that came before; a commit, and the report of it, comes when
 * somebody waits for it or what was projected has been held back long enough (docs/adr/0018-commits-held-back.md).
 */
const data = workerData as ProjectorData;
const main = parentPort;
if (!main) throw new Error('The projector runs in a worker thread.');

let closing = false;
let poked = true;
let wanted = 0n;
let wake: (() => void) | undefined;
const rebuilds = new Set<string>();
const looks = new WaitingLooks(data.rowLimit);

const say = (message: FromProjector): void => main.postMessage(message);

main.on('message', (message: ToProjector) => {
  if (message.kind === 'close') closing = true;
  if (message.kind === 'rebuild') rebuilds.add(message.context);
  if (message.kind === 'poke') {
    looks.add(message.looks);
    if (message.wanted > wanted) wanted = message.wanted;
  }
  poked = true;
  wake?.();
});

const rest = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });

/** Asked by a function: the compiler does not see that messages come in between. */
const hasNews = (): boolean => poked;

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

async function run(): Promise<void> {
  const projector = new Projector(await openSource(data.source), await loadDeclarations(data.modules), data);
  await projector.open();
  say(projector.report());
  while (!closing) {
    poked = false;
    for (const context of rebuilds) projector.rebuild(context);
    rebuilds.clear();
    const behind = await projector.turn();
    const looked = looks.answer(projector);
    if (looked.length > 0) say({ kind: 'looked', looked });
    const patience = projector.patience(wanted);
    if (patience === 0) {
      projector.commit();
      say(projector.report());
    }
    if (behind) await breathe();
    else if (!hasNews()) await rest(patience > 0 ? patience : projector.faulty ? data.retryMs : data.pollMs);
    if (projector.faulty && !behind) projector.forgive();
  }
  projector.close();
  main?.close();
}

run().catch((error: unknown) => {
  say({ kind: 'failed', error: error instanceof Error ? error.message : String(error) });
  throw error;
});
