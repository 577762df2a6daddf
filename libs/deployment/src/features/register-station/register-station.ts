import { command, said } from '#kernel';
import { Count, Optional, Words } from '#http';
import { isSameRegistration, registrationAt, station, stationCode, stationIdOf, stationRegistered, type Registration } from '../../domain/station.ts';

/** More than any station of any country has; what is configured (`SAKSI_VOTERS_PER_STATION`) is at most that. */
const mostVoters = 100_000;
const voters = { most: 1_000 };

/** A larger number is a slip of the hand. Said once, when the server is composed. */
export function limitVoters(most: number): void {
  voters.most = most;
}

export class RegisterStation {
  @Words('Ten-digit code of the village, and three digits', { pattern: stationCode, example: '1601141011-007' }) station!: string;
  @Words('What the village is called', { max: 60, example: 'Kemelak Bindung Langit' }) villageName!: string;
  @Words('What the district is called', { max: 60, example: 'Baturaja Timur' }) districtName!: string;
  @Words('What the regency is called', { max: 60, example: 'Ogan Komering Ulu' }) regencyName!: string;
  @Optional(Words('Where it stands: a school, a hall, a prison', { max: 100, example: 'SD Negeri 12' })) place?: string;
  @Optional(Count('How many voters are registered there', { max: mostVoters, limit: () => voters.most, example: 287 })) voters?: number;
}

const registrationIn = ({ station, villageName, districtName, regencyName, place, voters }: RegisterStation): Registration =>
  said({ station, villageName, districtName, regencyName, place, voters });

export const registerStation = command(RegisterStation)({
  name: 'deployment.register-station',
  summary: 'A polling station as a list of the commission has it; what is registered next takes its place.',
  records: 'order',
  roles: ['admin'],
  scope: ({ station }) => ({ station }),
  writes: { station: (c) => station.at(stationIdOf(c.station)) },

  objections: {
    'deployment.station-unchanged': (c, { station }, { effectiveAt }) => {
      const registered = registrationAt(station, effectiveAt);
      return registered !== undefined && isSameRegistration(registered, registrationIn(c)) && { station: c.station };
    },
  },

  record: (c) => [stationRegistered(registrationIn(c))],
});
