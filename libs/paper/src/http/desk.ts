import type { OnModuleDestroy } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '#cqrs';
import type { Clock } from '#kernel';
import type { LabelGrid } from '../labels.ts';
import type { Press } from '../press/press.ts';

export interface AccountName {
  readonly login: string;
  /** Null when it was never told, was erased, or that it is read could not be recorded. */
  readonly name: string | null;
}

export interface NamesRead {
  readonly names: ReadonlyMap<string, AccountName>;
  /** They were left out, as reading them could not be recorded. */
  readonly withheld: boolean;
}

export interface DeskParts {
  readonly press: Press;
  readonly clock: Clock;
  /** What accounts are called, for whoever may see the document on which they stand. */
  readonly namesOf: (accounts: readonly string[], principal: Principal) => Promise<NamesRead>;
  /** What areas are called, by their codes; one that no list names is not in it. */
  readonly areaNamesOf: (areas: readonly string[], principal: Principal) => Promise<ReadonlyMap<string, string>>;
  /** Where people reach the web app; absent: where the document was asked for. */
  readonly publicUrl?: string;
  readonly grid: LabelGrid;
  /** What is invented says so on every document. */
  readonly demonstration: boolean;
}

/** Where documents are asked for: everything that printing needs and the record does not say. */
export class PaperDesk implements OnModuleDestroy {
  readonly press: Press;
  readonly clock: Clock;
  readonly namesOf: DeskParts['namesOf'];
  readonly areaNamesOf: DeskParts['areaNamesOf'];
  readonly grid: LabelGrid;
  readonly demonstration: boolean;
  readonly #publicUrl: string | undefined;

  constructor({ press, clock, namesOf, areaNamesOf, publicUrl, grid, demonstration }: DeskParts) {
    this.press = press;
    this.clock = clock;
    this.namesOf = namesOf;
    this.areaNamesOf = areaNamesOf;
    this.grid = grid;
    this.demonstration = demonstration;
    this.#publicUrl = publicUrl?.replace(/\/+$/, '');
  }

  /** The address of a page of the web app, for a QR code. */
  linkTo(path: string, { protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>): string {
    return `${this.#publicUrl ?? `${protocol}://${host}`}${path}`;
  }

  onModuleDestroy(): Promise<void> {
    return this.press.close();
  }
}
