import { knownContexts } from '#cqrs';
import { describeObjections } from '#testing';
import { deliveryReceived } from './domain/lot.events.ts';
import { delivered } from './testing/lots.ts';
import { logisticsObjections } from './domain/logistics.objections.ts';
import './logistics.module.ts';

const kemelak = { village: '1601141011', name: 'Gudang Kemelak' };

const loading = { box: 'b', station: '1601141011-007', dispatch: 'd', loaded: true };
const otherRuns = {
  box: { moves: [], sealTurns: [] },
  dispatch: { plan: { boxes: [] }, moves: [] },
  otherRun: { dispatch: '018c2207-0000-7000-8000-0000000000b2', destination: '160115' },
};

describeObjections({
  context: 'logistics',
  catalogue: logisticsObjections,
  commands: knownContexts().get('logistics')?.commands ?? [],
  raised: {
    'logistics.arrived-elsewhere': [{ destination: '160114', village: '1601150002' }, {}],
    'logistics.box-in-another-run': [{}, { elsewhere: ['018c2207-0000-7000-8000-0000000000a1'] }],
    'logistics.box-not-on-this-run': [loading, otherRuns],
    'logistics.box-not-stray': [{ destination: '160114', station: '1601141011-007' }, {}],
    'logistics.box-of-another-station': [{ station: '1601141011-008' }, { box: { station: '1601141011-007' } }],
    'logistics.box-planned-for-another-run': [loading, otherRuns],
    'logistics.dispatch-to-elsewhere': [{ destination: '160115' }, { dispatch: { destination: '160114' } }],
    'logistics.draw-holds-less': [{ draw: 'd', quantity: 9 }, { lot: { draws: { d: { for: {}, ledger: [] } } } }],
    'logistics.fewer-damaged': [{ quantity: 9, condition: 'damaged' }, { lot: { of: {}, damaged: [] } }],
    'logistics.item-planned-twice': [{ contents: [{ item: 'ink' }, { item: 'ink' }] }, {}],
    'logistics.lot-holds-less': [{ quantity: 9, good: 9, damaged: [] }, { lot: { of: {}, ledger: [] } }],
    'logistics.lot-of-another-item': [{ item: 'ink' }, { lot: { of: { item: 'seal' } } }],
    'logistics.quantity-not-as-by-waybill': [deliveryReceived({ ...delivered(480).data, byWaybill: 500 }), {}],
    'logistics.seal-used-before': [{ seals: ['KPU-0012345'] }, { box: { sealTurns: [] }, onOthers: ['KPU-0012345'] }],
    'logistics.warehouse-already-registered': [{}, { warehouse: { registered: kemelak, zones: {} } }],
    'logistics.warehouse-name-taken': [kemelak, { taken: true }],
    'logistics.witness-missing': [{ witnesses: [] }, {}],
    'logistics.zone-already-added': [{ zone: 'z' }, { warehouse: { zones: { z: { code: 'A-1' } } } }],
    'logistics.zone-code-taken': [{ zone: 'z', code: 'a-1' }, { warehouse: { zones: { y: { code: 'A-1' } } } }],
  },
});
