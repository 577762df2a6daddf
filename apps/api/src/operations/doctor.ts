import { readdirSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Capabilities } from '#event-store';
import type { Saksi } from '../parts.ts';
import { sentenceFor } from '../sentence.ts';
import { operation } from './operation.ts';
import type { Telling } from './operation.ts';

/** One thing that was looked at; `say` is a sentence for a person, with what to do when it is not well. */
export interface Finding {
  readonly name: string;
  readonly ok: boolean;
  readonly say: string;
}

const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20).toLocaleString('en')} MiB`;

/** Looks at everything that can go wrong underneath: disk, permissions, clock, log, vault, views. */
export const doctor = operation({
  name: 'doctor',
  args: z.object({}),
  run: async (saksi, _args, _operator, telling) => {
    const checks = [disk, permissions, clock, log, vault, views];
    const findings: Finding[] = [];
    for (const [done, check] of checks.entries()) {
      telling.progress({ what: 'doctor', done, total: checks.length });
      findings.push(...(await findingsOf(check, saksi, telling)));
    }
    return { healthy: findings.every(({ ok }) => ok), findings };
  },
});

/** What cannot be looked at, such as a log or a vault on a server that is away, is not well; the rest is looked at. */
async function findingsOf(check: Check, saksi: Saksi, telling: Telling): Promise<readonly Finding[]> {
  try {
    return await check(saksi, telling);
  } catch (error) {
    return [{ name: check.name, ok: false, say: sentenceFor(error) }];
  }
}

type Check = (saksi: Saksi, telling: Telling) => readonly Finding[] | Promise<readonly Finding[]>;

const disk: Check = ({ folder, configuration: { SAKSI_LEAST_FREE: leastFree } }) => {
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  return [
    {
      name: 'disk',
      ok: free >= leastFree,
      say: free >= leastFree ? `${mebibytes(free)} are free.` : `Only ${mebibytes(free)} are free. Make room before the log cannot be written.`,
    },
  ];
};

const permissions: Check = ({ folder }) => {
  const open = ['.', ...readdirSync(folder)].filter(
    (name) => /^(\.|master\.key|identity\.db|vault)$/.test(name) && (statSync(join(folder, name)).mode & 0o077) !== 0,
  );
  return [
    {
      name: 'permissions',
      ok: open.length === 0,
      say:
        open.length === 0
          ? 'Only the owner can read what is secret.'
          : `Others can read ${open.map((name) => join(folder, name)).join(', ')}. Take that right away (chmod go= …).`,
    },
  ];
};

/** A clock behind the log would make everything look late. */
const clock: Check = async ({ store, clock: now }) => {
  for await (const [last] of store.readAll({ direction: 'backwards', limit: 1 })) {
    if (!last) break;
    const { recordedAt } = JSON.parse(Buffer.from(last.metadata).toString()) as { recordedAt: number };
    const behind = recordedAt - now.now();
    return [
      {
        name: 'clock',
        ok: behind < 2_000,
        say:
          behind < 2_000
            ? 'The clock is not behind the log.'
            : `The clock is ${Math.round(behind / 1_000)} s behind the last entry of the log. Set it before anything is recorded.`,
      },
    ];
  }
  return [{ name: 'clock', ok: true, say: 'The log is empty.' }];
};

const log: Check = async ({ store }) => {
  const { maintenance, room } = store.capabilities;
  if (!maintenance) return [{ name: 'log', ok: true, say: 'The log is kept by another server: check it with its own tools.' }, ...diskOfTheLog(room?.())];
  const { events, streams, problems } = await maintenance.checkIntegrity();
  return [
    {
      name: 'log',
      ok: problems.length === 0,
      say:
        problems.length === 0
          ? `${events} events in ${streams} streams are sound.`
          : `The log is damaged: ${problems.join(' ')} Stop recording and restore the last good backup beside it.`,
    },
  ];
};

/** A server that may not be asked for its statistics says nothing. */
function diskOfTheLog(room: ReturnType<NonNullable<Capabilities['room']>>): readonly Finding[] {
  if (!room) return [];
  const { free, total, enough } = room;
  const say = `${mebibytes(free)} of ${mebibytes(total)} are free on the server that keeps the log.`;
  return [{ name: 'disk of the log', ok: enough, say: enough ? say : `${say} Nothing more is recorded: make room there, and recording goes on by itself.` }];
}

const vault: Check = async ({ vault: kept }) => {
  const { subjects, disclosures, damagedSubjects, damagedDisclosures, damagedSegments } = await kept.checkIntegrity();
  const damaged = damagedSubjects.length + damagedDisclosures.length;
  return [
    {
      name: 'vault',
      ok: damaged === 0,
      say:
        damaged === 0
          ? `${disclosures} values of ${subjects} persons open and match their commitments.`
          : `${damaged} values or keys do not open or were altered. Restore the vault from the last good backup.`,
    },
    {
      name: 'search',
      ok: damagedSegments.length === 0,
      say: damagedSegments.length === 0 ? 'The search index opens.' : 'The search index is damaged; it is made anew from the values at the next start.',
    },
  ];
};

const views: Check = async ({ readModels }) => {
  const parked = await readModels.parked();
  return [
    ...readModels.status().map(({ context, state, position, head, lagMs }) => ({
      name: `views of ${context}`,
      ok: state.kind === 'live',
      say:
        state.kind === 'live'
          ? `Up to date with the log (${lagMs} ms behind).`
          : `${state.kind}: at ${position} of ${head}${'why' in state ? `, because ${state.why}` : ''}.`,
    })),
    {
      name: 'parked events',
      ok: parked.length === 0,
      say: parked.length === 0 ? 'None.' : `${parked.length} events could not be taken into the views. See "saksi parked list".`,
    },
  ];
};
