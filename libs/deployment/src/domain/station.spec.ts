import { folded, nightAtKemelak, told } from '#testing';
import { seven } from '../testing/stations.ts';
import { registrationAt, station, stationIdOf, stationRegistered } from './station.ts';

const at = (minutes: number): number => nightAtKemelak + minutes * 60_000;
const when = (minutes: number, voters: number) => told(stationRegistered({ ...seven, voters }), { effectiveAt: at(minutes) });

describe('a station', () => {
  it('is, at each instant, what was registered last, in whichever order it is told', () => {
    const corrected = folded(station, [when(20, 300), when(10, 287)]);
    expect([0, 10, 20].map((minutes) => registrationAt(corrected, at(minutes))?.voters)).toEqual([undefined, 287, 300]);
  });

  it('belongs to itself, and so to the areas around it', () => {
    expect(station.scope?.(station.initial)).toBeUndefined();
    expect(station.scope?.(folded(station, [when(10, 287)]))).toEqual({ station: seven.station });
  });

  it('has an id that follows from its code', () => {
    expect(stationIdOf(seven.station)).toBe(stationIdOf(` ${seven.station}`));
    expect(stationIdOf(seven.station)).not.toBe(stationIdOf('1601141011-008'));
  });
});
