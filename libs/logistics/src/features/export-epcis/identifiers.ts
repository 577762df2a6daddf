import { naturalId } from '#kernel';

/**
 * The URIs under which what an export tells of is known outside: private HTTP URLs in the forms that the Core Business
 * Vocabulary gives them (CBV 2.0 §8: …/obj/…, …/class/…, …/loc/…, …/bt/…), below an address of the installation.
 */
export class Identifiers {
  readonly #base: string;
  constructor(base = 'https://saksi.invalid') {
    this.#base = base;
  }

  box = (id: string): string => this.#of('box/obj', id);
  /** The run stands for the truck while it is under way. */
  run = (id: string): string => this.#of('run/obj', id);
  /** Units of an item that came in together. */
  lot = (id: string, item: string | null): string => this.#of('lot/class', `${item ?? 'unknown'}.${id}`);

  warehouse = (id: string): string => this.#of('warehouse/loc', id);
  zone = (id: string): string => this.#of('zone/loc', id);
  /** The office of a village, and the village itself. */
  village = (code: string): string => this.#of('village/loc', code);
  station = (code: string): string => this.#of('station/loc', code);
  /** A regency, a district or a village, as a destination. */
  area = (code: string): string => this.#of('area/loc', code);
  checkpoint = (name: string): string => this.#of('checkpoint/loc', name);

  waybill = (number: string): string => this.#of('waybill/bt', number);
  document = (number: string): string => this.#of('document/bt', number);
  draw = (id: string): string => this.#of('draw/bt', id);
  dispatch = (id: string): string => this.#of('dispatch/bt', id);
  destruction = (id: string): string => this.#of('destruction/bt', id);

  /** What the terms that are Saksi's own begin with. */
  get vocabulary(): string {
    return `${this.#base}/epcis/`;
  }

  #of(kind: string, name: string): string {
    return `${this.#base}/${kind}/${encodeURIComponent(name)}`;
  }
}

/** The first EPCIS event of an event bears the event's id; what else it comes to has ids that follow from it. */
export const eventUri = (event: string, part?: string): string => `urn:uuid:${part === undefined ? event : naturalId('epcis-event', `${event} ${part}`)}`;
