import { contradictionNoticed, contradictionSettled } from '../domain/contradiction.ts';
import { pageTranscribed } from '../domain/paper-page.ts';
import { exitNotObserved, guestAdmitted, guestLeft, guestRefused, guestReported, visitOverdueNoticed } from '../domain/visit.events.ts';
import { admitGuest } from '../features/admit-guest/admit-guest.ts';
import { checkOutGuest } from '../features/check-out-guest/check-out-guest.ts';
import { registerDoor } from '../features/register-door/register-door.ts';
import { registerPost } from '../features/register-post/register-post.ts';
import { reportGuest } from '../features/report-guest/report-guest.ts';
import { startShift } from '../features/start-shift/start-shift.ts';
import { transcribePage } from '../features/transcribe-page/transcribe-page.ts';
import { insideAtPost } from '../views/looks.ts';
import { at, gate, guard, guest, night, post, shift, tell, visit } from '../testing/night.ts';
import { openWatch, type Watch } from '../testing/watch.ts';
import { noticeOverdueVisits } from './notice-overdue-visits.ts';
import { transcribeEntries } from './transcribe-entries.ts';

let watch: Watch;

const report = (number: number, minutesAllowed = 60) => ({
  visit: visit(number),
  post,
  guest: guest(number),
  name: { value: `Tamu ${number}` },
  identityType: 'ktp' as const,
  purpose: { value: 'antar segel' },
  minutesAllowed,
});
const through = (number: number, badge = `T-${number}`) => ({ visit: visit(number), post, guest: guest(number), door: gate, badge });
const letIn = async (number: number, badge?: string, minutesAllowed?: number): Promise<void> => {
  await watch.tell(guard(1), reportGuest, report(number, minutesAllowed));
  await watch.tell(guard(1), admitGuest, through(number, badge));
};

beforeEach(async () => {
  watch = await openWatch(at('19:00'));
  await watch.tell(guard(9), registerPost, { post, village: '1601141011', name: 'Pos Gudang Kemelak' });
  await watch.tell(guard(9), registerDoor, { door: gate, post, code: 'G-1', zone: 'halaman', level: 'restricted', capacity: 10 });
  await watch.tell(guard(1), startShift, { shift, post, guards: [guard(1), guard(2)] });
});
afterEach(() => watch.close());

describe('a visit past its allowed time', () => {
  it('is noticed once, also across a restart', async () => {
    await letIn(1, 'T-1', 30);
    await letIn(2, 'T-2', 30);
    await watch.tell(guard(1), checkOutGuest, { visit: visit(2), post, guest: guest(2) });
    await watch.settle();
    expect(await watch.events(visitOverdueNoticed.type)).toEqual([]);

    watch.clock.set(at('19:31'));
    await watch.settle();
    await watch.restart();
    await watch.settle();
    const noticed = await watch.events(visitOverdueNoticed.type);
    expect(noticed).toMatchObject([
      {
        stream: `visit-${visit(1)}`,
        data: { allowedUntil: at('19:30') },
        metadata: { actor: { role: 'process:notice-overdue-visits' }, effectiveAt: at('19:31') },
      },
    ]);
    expect(watch.trouble).toEqual([]);
  });

  it('is no business of a process that began after it was known', async () => {
    await letIn(1, 'T-1', 30);
    await letIn(2, 'T-2', 30);
    await watch.models.caughtUp((await watch.events()).at(-1)?.position ?? 0n);
    const dueSince = async (since: number): Promise<number> =>
      (await watch.models.run(noticeOverdueVisits.from, noticeOverdueVisits.due({ now: at('20:00'), since }))).rows.length;
    expect([await dueSince(at('19:00')), await dueSince(at('19:00') + 1)]).toEqual([2, 0]);
  });
});

describe('a contradiction', () => {
  it('is noticed when testimony brings it, and settled when later testimony removes it', async () => {
    await letIn(1, 'T-7');
    watch.clock.set(at('21:00'));
    await watch.tell(guard(1), reportGuest, report(2), at('19:30'));
    await watch.tell(guard(1), admitGuest, through(2, 'T-7'), at('19:31'));
    await watch.settle();
    const [noticed] = await watch.events(contradictionNoticed.type);
    expect(noticed).toMatchObject({ data: { post, what: 'two-guests-on-one-badge', about: [visit(1), visit(2)], at: at('19:31') } });

    await watch.tell(guard(1), checkOutGuest, { visit: visit(1), post, guest: guest(1) }, at('19:20'));
    await watch.settle();
    await watch.settle();
    expect(await watch.events(contradictionSettled.type)).toMatchObject([{ stream: noticed?.stream, data: { what: 'two-guests-on-one-badge' } }]);
    expect(await watch.events(contradictionNoticed.type)).toHaveLength(1);
    expect(watch.trouble).toEqual([]);
  });
});

describe('a page of the paper log', () => {
  it('is no business of a process that began after it was known', async () => {
    const entries = [{ at: at('20:20'), visit: visit(3), guest: guest(3), what: 'exit-not-observed' as const }];
    const page = pageTranscribed({ post, photo: 'ab'.repeat(32), keptBy: guard(2), from: at('20:00'), until: at('21:00'), entries });
    const known = night(tell(`page-${visit(8)}`, page, '21:00', '22:00'));
    const dueSince = async (since: number): Promise<number> => (await known.ask(transcribeEntries.due({ now: at('23:00'), since }))).length;
    expect([await dueSince(at('22:00')), await dueSince(at('22:00') + 1)]).toEqual([1, 0]);
  });

  it('becomes testimony line by line, in the name of the guard who kept it, with the commitments of the page', async () => {
    watch.clock.set(at('22:00'));
    const line = (number: number, clock: string) => ({ at: at(clock), visit: visit(number), guest: guest(number) });
    await watch.tell(guard(1), transcribePage, {
      page: visit(8),
      post,
      photo: 'ab'.repeat(32),
      keptBy: guard(2),
      from: at('20:00'),
      until: at('21:00'),
      entries: [
        {
          ...line(1, '20:01'),
          what: 'guest-reported',
          name: { value: 'Tamu Satu' },
          identityType: 'ktp',
          purpose: { value: 'antar segel' },
          minutesAllowed: 240,
        },
        { ...line(1, '20:02'), what: 'guest-admitted', door: gate, badge: 'T-1' },
        { ...line(2, '20:10'), what: 'guest-refused', reason: 'closed' },
        { ...line(3, '20:20'), what: 'exit-not-observed' },
        { ...line(1, '20:30'), what: 'guest-left' },
      ],
    });
    await watch.settle();
    const [page] = await watch.events(pageTranscribed.type);
    const told = (await watch.events()).filter(({ metadata }) => metadata.method === 'paper');
    expect(told.map(({ type, metadata }) => [type, metadata.effectiveAt, metadata.actor.user, metadata.voice, metadata.causationId])).toEqual(
      [
        [guestReported.type, '20:01'],
        [guestAdmitted.type, '20:02'],
        [guestRefused.type, '20:10'],
        [exitNotObserved.type, '20:20'],
        [guestLeft.type, '20:30'],
      ].map(([type, clock = '']) => [type, at(clock), guard(2), 'testified', page?.id]),
    );
    expect(told[0]?.data).toMatchObject({ name: (page?.data as { entries: readonly { name?: string }[] } | undefined)?.entries[0]?.name });
    // Nobody had told of visits 2 and 3 before: the log keeps that they do not fit.
    expect(told.map(({ metadata }) => metadata.contradicts)).toEqual([
      undefined,
      undefined,
      ['access.guest-not-waiting'],
      ['access.guest-not-inside'],
      undefined,
    ]);
    expect((await watch.models.ask(insideAtPost({ post, at: at('20:15') }))).answer).toEqual([visit(1)]);

    await watch.restart();
    await watch.settle();
    expect((await watch.events()).filter(({ metadata }) => metadata.method === 'paper')).toHaveLength(5);
    expect(watch.trouble).toEqual([]);
  });
});
