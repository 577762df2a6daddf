import { Moment, Optional, Words } from '#http';
import type { Instant } from '#kernel';
import { moment, query } from '#read-models';
import { sql } from 'kysely';
import { within } from '../../views/as-of.ts';
import { draws } from '../../views/draws.projection.ts';
import { movements as movementTable } from '../../views/movements.projection.ts';
import { places } from '../../views/places.projection.ts';
import { readers } from '../../views/readers.ts';
import { stock } from '../../views/stock.projection.ts';
import { areaCode } from '../of-box.ts';
import { epcisDocumentSchema, EpcisEvent } from './epcis-document.ts';
import { Identifiers } from './identifiers.ts';
import { eventsOf, movementTypes } from './movements.ts';
import { toldColumns, type ToldRow } from './told-row.ts';
import { toldOf } from './told.ts';

export class ExportEpcis {
  @Moment('From which instant on') from!: Instant;
  @Optional(Moment('Before which instant; absent: now')) to?: Instant;
  @Optional(
    Words('Of boxes for an area, of runs that go there, of its warehouses: code of a regency, a district or a village', { pattern: areaCode, example: '1601' }),
  )
  area?: string;
  @Optional(Moment('As it was known at which instant; absent: now')) knownAt?: Instant;
}

export const exportEpcis = query(ExportEpcis)({
  name: 'logistics.export-epcis',
  summary: 'The movements of a span of time as an EPCIS 2.0 document, in the order in which they happened.',
  roles: readers,
  scope: ({ area }) => (area === undefined ? 'everywhere' : { area }),
  from: [movementTable, stock, draws, places],
  answers: [EpcisEvent],
  find: ({ from, to, area, knownAt }, _, { now }) => sql<ToldRow>`
    select ${toldColumns(knownAt ?? now)} from movement m
    where m.at >= ${from} and m.at < ${to ?? now} and m.known_from <= ${knownAt ?? now} and m.type in (${sql.join(movementTypes.map((type) => sql.lit(type)))})
      and ${area === undefined ? sql`true` : sql`(${within('m.area', area)} or m.warehouse in (select w.warehouse from warehouse w where ${within('w.village', area)}))`}`,
  page: { by: ['at', 'known_from', 'stream', 'revision'], size: 500 },
  present: (rows, _, { identifiers }) => {
    const ids = new Identifiers(identifiers);
    return rows.flatMap((row) => eventsOf(toldOf(row, ids)));
  },
  document: {
    schema: epcisDocumentSchema,
    mediaTypes: ['application/json', 'application/ld+json'],
    headers: { 'GS1-EPCIS-Version': '2.0.0', 'GS1-CBV-Version': '2.0.0' },
    fileName: ({ from, to }, { now }) => `saksi-epcis-${moment(from).slice(0, 10)}-${moment(to ?? now).slice(0, 10)}.json`,
    opening: ({ from, to, area, knownAt }, { now, identifiers, demonstration }) => {
      const head = {
        '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld', { saksi: new Identifiers(identifiers).vocabulary }],
        type: 'EPCISDocument',
        schemaVersion: '2.0',
        creationDate: moment(now),
        'saksi:from': moment(from),
        'saksi:to': moment(to ?? now),
        'saksi:knownAt': moment(knownAt ?? now),
        ...(area !== undefined && { 'saksi:area': area }),
        ...(demonstration && { 'saksi:demonstration': true }),
      };
      return `${JSON.stringify(head).slice(0, -1)},"epcisBody":{"eventList":[\n`;
    },
    closing: '\n]}}\n',
  },
});
