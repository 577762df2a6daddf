import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { systemClock, uuidv7, type PersonalKind } from '#kernel';
import type { Disclosure } from '#cqrs';
import { openReadSpool } from '../src/spool/read-spool.ts';
import { openVault, type Vault } from '../src/vault.ts';

/** One line of `npm run bench -- --only vault`; there is nothing bare to hold a vault against. */
export interface VaultFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly baseline: null;
  readonly ratio: null;
  readonly goal: string;
}

const figure = (name: string, value: number, unit: string, goal = ''): VaultFigure => ({
  name: `vault.${name}`,
  value: Number(value.toPrecision(3)),
  unit,
  baseline: null,
  ratio: null,
  goal,
});
/** Of all threads, ms: what is left of a figure when other work shares the machine. */
const cpu = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const resident = () => process.memoryUsage().rss / 2 ** 20;

// Invented names out of syllables: as many different ones, and as many that share three letters, as in a real list.
const first = ['Budi', 'Siti', 'Agus', 'Dewi', 'Rahmat', 'Nur', 'Eko', 'Fitri', 'Hendra', 'Yulia', 'Zulkifli', 'Ani', 'Bambang', 'Rina', 'Joko', 'Maya'];
const syllables = ['san', 'to', 'so', 'wi', 'ra', 'har', 'ja', 'no', 'ku', 'su', 'ma', 'di', 'pur', 'no', 'mo', 'gi', 'wa', 'ti', 'lu', 'bis'];
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;
const nameOf = (n: number) =>
  `${pick(first, n)} ${pick(syllables, n >> 4)}${pick(syllables, n >> 7)}${pick(syllables, n >> 11)} ${pick(syllables, n * 7)}${pick(syllables, n * 13)}`;
const noteOf = (n: number) =>
  `Came to deliver ${pick(syllables, n)} boxes to the commission, waited ${n % 40} minutes at the gate, left word for ${nameOf(n + 5)}`;

function disclosuresOf(vault: Vault, n: number): readonly Disclosure[] {
  const subject = uuidv7(Date.now());
  const values: readonly (readonly [PersonalKind, string])[] = [
    ['name', nameOf(n)],
    ['identity-number', String(1601140000000000 + n * 7919)],
    ['note', noteOf(n)],
  ];
  return values.map(([kind, value]) => {
    const asked = { commandId: subject, subject, path: `access.report-guest.${kind}`, value };
    return { ...asked, ...vault.commit(asked), kind, about: [] };
  });
}

interface Filled {
  readonly commitments: readonly string[];
  readonly figures: readonly VaultFigure[];
}

async function fill(vault: Vault, subjects: number): Promise<Filled> {
  const commitments: string[] = [];
  const wave = 64;
  const started = performance.now();
  const startedCpu = cpu();
  for (let n = 0; n < subjects; n += wave) {
    await Promise.all(
      Array.from({ length: Math.min(wave, subjects - n) }, (_, index) => {
        const disclosures = disclosuresOf(vault, n + index);
        commitments.push(...disclosures.map(({ commitment }) => commitment));
        return vault.keep(disclosures);
      }),
    );
  }
  const seconds = (performance.now() - started) / 1000;
  return {
    commitments,
    figures: [
      figure('keep', subjects / seconds, 'commands/s (64 at once, 3 values each)'),
      figure('keep.cpu', (cpu() - startedCpu) / subjects, 'ms a command, all threads'),
    ],
  };
}

async function timed(name: string, rounds: number, work: (round: number) => Promise<unknown>, goal?: string): Promise<readonly VaultFigure[]> {
  const times: number[] = [];
  const startedCpu = cpu();
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work(round);
    times.push(performance.now() - started);
  }
  const spent = (cpu() - startedCpu) / rounds;
  times.sort((one, other) => one - other);
  return [
    figure(name, times[times.length >> 1] ?? 0, 'ms median', goal),
    figure(`${name}.p99`, times[Math.floor(times.length * 0.99)] ?? 0, 'ms p99'),
    figure(`${name}.cpu`, spent, 'ms, all threads'),
  ];
}

/** Keeping, searching, revealing and erasing so many persons, on a vault on disk. */
export async function* vaultFigures(subjects = 100_000): AsyncGenerator<VaultFigure> {
  const folder = mkdtempSync(join(tmpdir(), 'saksi-vault-bench-'));
  const options = { folder, masterKey: randomBytes(32), clock: systemClock };
  try {
    let vault = await openVault(options);
    const { commitments, figures } = await fill(vault, subjects);
    yield* figures;
    await vault.close();

    globalThis.gc?.();
    const before = resident();
    vault = await openVault(options);
    const three = (round: number) => vault.search({ kind: 'name', text: pick(syllables, round).padEnd(3, 'a').slice(0, 3) });
    yield* await timed('search-three-letters', 200, three, '≤ 50 ms');
    yield* await timed('search-nothing-found', 200, () => vault.search({ kind: 'name', text: 'xqz' }));
    yield* await timed('search-words-of-notes', 100, (round) => vault.search({ kind: 'note', text: `gate ${pick(first, round)}` }));
    yield* await timed('reveal-100', 200, (round) => vault.reveal(commitments.slice(round * 100, round * 100 + 100)));
    yield* await timed('find-same', 200, (round) => vault.findSame('name', nameOf(round)));
    yield figure('memory', resident() - before, 'MiB more (two threads, after searching)', '≤ 100 MiB');
    const found = await vault.search({ kind: 'name', text: 'bud', limit: 50 });
    yield* await timed('erase', 20, (round) => vault.erase(found.found[round]?.subject ?? uuidv7(Date.now())));
    await vault.close();
    yield await recordedReads(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function recordedReads(folder: string): Promise<VaultFigure> {
  const spool = await openReadSpool({ folder, clock: systemClock });
  const seen = Array.from({ length: 20 }, () => uuidv7(Date.now()));
  const started = performance.now();
  for (let n = 0; n < 20_000; n += 64)
    await Promise.all(
      Array.from({ length: 64 }, (_, index) => spool.record({ reader: { user: `reader-${index}`, role: 'guard' }, view: 'v', subjects: seen, at: Date.now() })),
    );
  const rate = 20_000 / ((performance.now() - started) / 1000);
  await spool.close();
  return figure('reads-spooled', rate, 'reads/s (64 at once, 20 persons each)');
}
