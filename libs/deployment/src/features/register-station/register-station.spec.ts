import { specFor } from '#testing';
import { stationRegistered } from '../../domain/station.ts';
import { seven, sevenRegistered } from '../../testing/stations.ts';
import { registerStation } from './register-station.ts';

const { given } = specFor(registerStation);

describe('register-station', () => {
  it('records the station as the list has it', () => given({}).when(seven).then(sevenRegistered));

  it('records no more than the list says', () => {
    const { station, villageName, districtName, regencyName } = seven;
    const bare = { station, villageName, districtName, regencyName };
    return given({}).when(bare).then(stationRegistered(bare));
  });

  it('takes the place of what was registered before', () =>
    given({ station: [sevenRegistered] })
      .when({ ...seven, voters: 290 })
      .then(stationRegistered({ ...seven, voters: 290 })));

  it('objects to what is registered already', () =>
    given({ station: [sevenRegistered] })
      .when(seven)
      .objects('deployment.station-unchanged'));
});
