import { sql } from 'kysely';
import { conditionChecked, hazardFound, zonePhotographed } from '../../domain/warehouse.ts';
import { sealed } from '#testing';
import { at, ofWarehouse, projected } from '../../testing/history.ts';
import { backRoom, driver, elsewhere, warehouse, zone } from '../../testing/lots.ts';
import { conditionLog } from './condition-log.ts';

const circumstances = { actor: { user: driver, role: 'dispatcher' as const }, now: at('23:00') };
const photos = ['ab'.repeat(32)];
const kemelak = projected(
  ofWarehouse(conditionChecked({ zone, photos: [] }), '08:00'),
  ofWarehouse(conditionChecked({ zone: backRoom, humidity: 91, photos }), '09:00', '10:00', { contradicts: ['logistics.zone-not-known'] }),
);

describe('condition-log', () => {
  it('says who looked where, and what was wrong with the telling', async () => {
    const found = await kemelak.find(conditionLog, { warehouse, zone: backRoom }, circumstances);
    expect(found).toMatchObject([
      {
        code: 'A-2',
        humidity: 91,
        photos,
        photosKept: [],
        found: [],
        lateMs: 3_600_000,
        voice: 'testified',
        contradicts: ['logistics.zone-not-known'],
        note: null,
      },
    ]);
  });

  it('says what one command found, and not what another did', async () => {
    const apart = projected(ofWarehouse(conditionChecked({ zone, photos: [] }), '08:00'), ofWarehouse(hazardFound({ zone, hazard: 'leak' }), '08:00'));
    expect(await apart.find(conditionLog, { warehouse }, circumstances)).toMatchObject([{ found: [] }]);
    const [{ command } = { command: '' }] = await apart.ask(sql<{ command: string }>`select command from zone_check`);
    const [hazard] = await apart.ask(sql<{ command: string; hazard: string }>`select command, hazard from hazard`);
    expect([hazard?.hazard, hazard?.command === command]).toEqual(['leak', false]);
  });

  it('says which of the photographs can be seen, once they have come', async () => {
    const photographed = ofWarehouse(zonePhotographed({ zone: backRoom, photo: photos[0] ?? '', zonePhoto: sealed('a picture') }), '09:01', '10:01');
    const first = conditionChecked({ zone: backRoom, photos: ['cd'.repeat(32), ...photos] });
    const seen = projected(ofWarehouse(first, '09:00', '10:00'), photographed);
    expect(await seen.find(conditionLog, { warehouse }, circumstances)).toMatchObject([{ photos: first.data.photos, photosKept: photos }]);
    expect(await seen.find(conditionLog, { warehouse, knownAt: at('10:00') }, circumstances)).toMatchObject([{ photosKept: [] }]);
  });

  it('goes back to an instant, and to what was known at one', async () => {
    expect(await kemelak.find(conditionLog, { warehouse, at: at('08:30') }, circumstances)).toHaveLength(1);
    expect(await kemelak.find(conditionLog, { warehouse, knownAt: at('09:30') }, circumstances)).toHaveLength(1);
    expect(await kemelak.find(conditionLog, { warehouse: elsewhere }, circumstances)).toEqual([]);
  });
});
