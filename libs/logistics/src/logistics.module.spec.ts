import { knownContexts } from '#cqrs';
import { describeObjections } from '#testing';
import { logisticsObjections } from './domain/logistics.objections.ts';
import './logistics.module.ts';

const kemelak = { village: '1601141011', name: 'Gudang Kemelak' };

describeObjections({
  context: 'logistics',
  catalogue: logisticsObjections,
  commands: knownContexts().get('logistics')?.commands ?? [],
  raised: {
    'logistics.draw-holds-less': [{ draw: 'd', quantity: 9 }, { lot: { draws: { d: { for: {}, ledger: [] } } } }],
    'logistics.lot-holds-less': [{ quantity: 9, good: 9, damaged: [] }, { lot: { of: {}, ledger: [] } }],
    'logistics.lot-of-another-item': [{ item: 'ink' }, { lot: { of: { item: 'seal' } } }],
    'logistics.warehouse-already-registered': [{}, { warehouse: { registered: kemelak, zones: {} } }],
    'logistics.warehouse-name-taken': [kemelak, { taken: true }],
    'logistics.zone-already-added': [{ zone: 'z' }, { warehouse: { zones: { z: { code: 'A-1' } } } }],
    'logistics.zone-code-taken': [{ zone: 'z', code: 'a-1' }, { warehouse: { zones: { y: { code: 'A-1' } } } }],
  },
});
