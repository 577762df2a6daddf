import { openMemoryEventStore, toNewEvent, toRecorded } from '#event-store';
import type { EventStore } from '#event-store';
import { event, eventId, formatWib, naturalId, settableClock } from '#kernel';
import type { Instant } from '#kernel';
import { demonstrationIn, demonstrationLogOpened, demonstrationStream, NotADemonstration, scenarioClock } from './demonstration.ts';

const opening = { scenario: 'a-night', at: Date.UTC(2023, 10, 30, 7) };
const somethingHappened = event('test.something-happened.v1')();

async function happen(store: EventStore, recordedAt: Instant): Promise<void> {
  const id = naturalId('test', String(recordedAt));
  const metadata = {
    commandId: id,
    correlationId: id,
    causationId: id,
    actor: { user: id, role: 'admin' },
    occurredAt: formatWib(recordedAt),
    effectiveAt: recordedAt,
    recordedAt,
    voice: 'asked',
    decidedOn: { streams: {} },
  } as const;
  await store.append(`test-${id}`, [toNewEvent(eventId(id, 0), somethingHappened(), metadata)], 'none');
}

describe("the scenario's clock", () => {
  it('is the machine’s until it is set, stands then, and runs on from there', () => {
    const machine = settableClock(1_000);
    const clock = scenarioClock(machine);
    expect(clock.now()).toBe(1_000);
    clock.set(50);
    machine.set(2_000);
    expect(clock.now()).toBe(50);
    clock.run();
    machine.set(2_007);
    expect(clock.now()).toBe(57);
  });
});

describe('a demonstration', () => {
  const machine = settableClock(Date.UTC(2026, 10, 22));
  const folder = '/data';
  let store: EventStore;
  beforeEach(() => {
    store = openMemoryEventStore();
  });
  afterEach(() => store.close());

  it('is made of an empty log, whose first event says so at the time of the scenario', async () => {
    const clock = scenarioClock(machine);
    expect(await demonstrationIn(store, { clock, folder, opening })).toMatchObject({ scenario: 'a-night' });
    expect(clock.now()).toBe(opening.at);
    const events = [];
    for await (const batch of store.readStream(demonstrationStream)) events.push(...batch.map(toRecorded));
    expect(events).toMatchObject([{ type: demonstrationLogOpened.type, revision: 0, data: { scenario: 'a-night' }, metadata: { recordedAt: opening.at } }]);
  });

  it('is found again without being asked for, and its clock goes on from the last that was recorded', async () => {
    await demonstrationIn(store, { clock: scenarioClock(machine), folder, opening });
    await happen(store, opening.at + 3_600_000);
    const time = settableClock(machine.now());
    const clock = scenarioClock(time);
    expect(await demonstrationIn(store, { clock, folder })).toMatchObject({ scenario: 'a-night' });
    time.set(time.now() + 5);
    expect(clock.now()).toBe(opening.at + 3_600_005);
    expect(await store.head()).toBe(2n);
  });

  it('is not begun twice', async () => {
    for (let start = 0; start < 2; start++) await demonstrationIn(store, { clock: scenarioClock(machine), folder, opening });
    expect(await store.head()).toBe(1n);
  });

  it('is never made of a log that holds something else', async () => {
    await happen(store, machine.now());
    const clock = scenarioClock(machine);
    await expect(demonstrationIn(store, { clock, folder, opening })).rejects.toThrow(NotADemonstration);
    await expect(demonstrationIn(store, { clock, folder, opening })).rejects.toThrow(/\/data holds a log that is no demonstration.*SAKSI_DATA=/);
    expect(await demonstrationIn(store, { clock, folder })).toBeUndefined();
    expect(clock.now()).toBe(machine.now());
    expect(await store.head()).toBe(1n);
  });

  it('is no log without anything in it, unless it is to be one', async () => {
    expect(await demonstrationIn(store, { clock: scenarioClock(machine), folder })).toBeUndefined();
    expect(await store.head()).toBe(0n);
  });
});
