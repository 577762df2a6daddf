import { formatWib } from '#kernel';
import { commandIdOf } from '../recording/client.ts';
import { guests } from './guests.ts';
import type { Guest } from './guests.ts';
import { night } from './night.ts';
import { everyone, offered } from './people.ts';
import { preparation, secretsSetAt } from './preparation.ts';
import { wib } from './scenario.ts';
import { deadlines } from './visit-steps.ts';

describe('the script of the night', () => {
  const steps = [...preparation, ...night];

  it('names every step once, because the name is the command', () => {
    expect(new Set(steps.map(commandIdOf)).size).toBe(steps.length);
  });

  it('has the same commands at every start', () => {
    expect(commandIdOf({ name: 'v42 admitted', at: wib('05:10') })).toBe('018c2248-1ac0-7894-b7a6-4742b82de486');
  });

  it('lets time go forwards only, from the afternoon to the end of the watch', () => {
    const times = [...preparation.map(({ at }) => at), secretsSetAt, ...night.map(({ at }) => at)];
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(deadlines).toEqual(deadlines.toSorted((one, other) => one - other));
    expect(times.at(-1)).toBe(wib('07:00'));
  });

  it('takes the evening for 30 November and what is before noon for 1 December', () => {
    expect([wib('23:59'), wib('02:13')].map(formatWib)).toEqual(['2023-11-30T23:59:00.000+07:00', '2023-12-01T02:13:00.000+07:00']);
    expect(() => wib('25:00')).toThrow(TypeError);
  });

  it('tells late what nobody recorded at 02:06, three hours later', () => {
    const late = night.filter(({ name }) => name.startsWith('v42 '));
    expect(late).toHaveLength(5);
    expect(late.map((each) => ('list' in each ? 0 : each.at - (each.happened ?? each.at))).at(1)).toBeGreaterThan(3 * 3_600_000);
  });

  it('offers the eight roles as accounts of the same name', () => {
    expect([...offered].sort()).toEqual(['admin', 'commander', 'dispatcher', 'guard', 'investigator', 'squad-leader', 'station-officer', 'supervisor']);
    expect(everyone).toHaveLength(24);
  });

  it('gives nobody the identity number of a real person: no district has the number 99', () => {
    const numbers = Object.values<Guest>(guests).flatMap(({ identityType, identityNumber }) => (identityType === 'ktp' ? [identityNumber] : []));
    expect(numbers.length).toBeGreaterThan(20);
    for (const number of numbers) expect(number).toMatch(/^160199\d{10}$/);
  });
});
