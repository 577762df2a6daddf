import { mkdtempSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { systemClock, uuidv7, type PersonalKind } from '#kernel';
import type { Disclosure } from '#cqrs';
import { openReadSpool } from '../src/spool/read-spool.ts';
import { openVault, type Vault } from '../src/vault.ts';

/** `node --conditions=source libs/vault/bench/vault.ts [subjects]`: figures of the vault, one JSON object a line. */
const subjects = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'saksi-vault-bench-'));
const say = (name: string, value: number, unit: string, goal?: string) =>
  process.stdout.write(`${JSON.stringify({ name, value: Number(value.toPrecision(3)), unit, ...(goal && { goal }) })}\n`);
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

async function fill(vault: Vault): Promise<readonly string[]> {
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
  say('vault.keep', subjects / seconds, 'commands/s (64 at once, 3 values each)');
  say('vault.keep.cpu', (cpu() - startedCpu) / subjects, 'ms a command, all threads');
  say('vault.keep-values', commitments.length / seconds, 'values/s');
  return commitments;
}

async function timed(name: string, rounds: number, work: (round: number) => Promise<unknown>, goal?: string): Promise<void> {
  const times: number[] = [];
  const startedCpu = cpu();
  for (let round = 0; round < rounds; round++) {
    const started = performance.now();
    await work(round);
    times.push(performance.now() - started);
  }
  const spent = (cpu() - startedCpu) / rounds;
  times.sort((one, other) => one - other);
  say(`${name}.median`, times[times.length >> 1] ?? 0, 'ms', goal);
  say(`${name}.cpu`, spent, 'ms, all threads');
  say(`${name}.p99`, times[Math.floor(times.length * 0.99)] ?? 0, 'ms', goal);
}

const masterKey = randomBytes(32);
const options = { folder, masterKey, clock: systemClock };
try {
  let vault = await openVault(options);
  const commitments = await fill(vault);
  await vault.close();

  globalThis.gc?.();
  const before = resident();
  vault = await openVault(options);
  await timed('vault.search-three-letters', 200, (round) => vault.search({ kind: 'name', text: pick(syllables, round).padEnd(3, 'a').slice(0, 3) }), '≤ 50');
  await timed('vault.search-nothing-found', 200, () => vault.search({ kind: 'name', text: 'xqz' }), '≤ 50');
  await timed('vault.search-all-letters', 50, (round) => vault.search({ kind: 'name', text: pick(first, round).slice(0, 3), limit: 100_000 }));
  await timed('vault.search-words-of-notes', 100, (round) => vault.search({ kind: 'note', text: `gate ${pick(first, round)}` }));
  await timed('vault.reveal-100', 200, (round) => vault.reveal(commitments.slice(round * 100, round * 100 + 100)));
  await timed('vault.find-same', 200, (round) => vault.findSame('name', nameOf(round)));
  say('vault.memory', resident() - before, 'MiB more (two threads, after searching)', '≤ 100');
  const { segments, segmentBytes } = await vault.status();
  say('vault.segments', segments, `segments, ${(segmentBytes / 2 ** 20).toFixed(1)} MiB`);
  const found = await vault.search({ kind: 'name', text: 'bud', limit: 50 });
  await timed('vault.erase', 20, (round) => vault.erase(found.found[round]?.subject ?? uuidv7(Date.now())));
  await vault.close();

  const spool = await openReadSpool({ folder, clock: systemClock });
  const seen = Array.from({ length: 20 }, () => uuidv7(Date.now()));
  const started = performance.now();
  for (let n = 0; n < 20_000; n += 64)
    await Promise.all(
      Array.from({ length: 64 }, (_, index) => spool.record({ reader: { user: `reader-${index}`, role: 'guard' }, view: 'v', subjects: seen, at: Date.now() })),
    );
  say('spool.record', 20_000 / ((performance.now() - started) / 1000), 'reads/s (64 at once, 20 persons each)');
  await spool.close();
} finally {
  rmSync(folder, { recursive: true });
}
