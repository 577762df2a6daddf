import { InvalidFields, parseBody } from '#http';
import { seven } from '../../testing/stations.ts';
import { limitVoters, RegisterStation } from './register-station.ts';

const registering = (voters: number) => () => parseBody(RegisterStation, { ...seven, voters });

afterEach(() => limitVoters(1_000));

it('registers a station with as many voters as are configured, and no more', () => {
  expect(registering(1_000)).not.toThrow();
  limitVoters(300);
  expect(registering(300)).not.toThrow();
  expect(registering(301)).toThrow(InvalidFields);
});
