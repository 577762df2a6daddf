import { Count, Id, Many, OneOf, Optional, OrNull, Words } from '#http';

export class RebuildProgressSaid {
  @Words('How far in the log it is') position!: string;
  @Words('Where the log ends') head!: string;
  @Count('Events a second') eventsPerSecond!: number;
}

export class ViewState {
  @Words('The context whose views these are') context!: string;
  @Words('Derived from tables, steps and upcasters: it changes when they do') version!: string;
  @Words('How it stands: live, or what it does instead') state!: string;
  @OrNull(Words('Why it does not go on', { max: 2_000 })) why!: string | null;
  @Words('Everything of the log up to here is in it') position!: string;
  @Words('Where the log ends') head!: string;
  @Count('How far it is behind the log, ms') lagMs!: number;
  @Count('Events that it could not take') parked!: number;
  @Many(RebuildProgressSaid, { max: 1, description: 'The rebuild that is under way beside it, if there is one' }) rebuild!: RebuildProgressSaid[];
}

export class ViewStates {
  @Many(ViewState) views!: ViewState[];
}

export class ParkedEventFound {
  @Words('The context') context!: string;
  @Words('The projection that could not take it') projection!: string;
  @Words('Its stream') stream!: string;
  @Count('Its revision') revision!: number;
  @Words('Its position in the log') position!: string;
  @Id('Its id') id!: string;
  @Words('Its type') type!: string;
  @OrNull(Words('What went wrong; null: it waits behind an earlier one of its stream', { max: 2_000 })) error!: string | null;
}

export class ParkedEvents {
  @Many(ParkedEventFound, { max: 500 }) events!: ParkedEventFound[];
}

export const storageParts = ['log', 'vault', 'views', 'accounts', 'reserve', 'other'] as const;
export type StoragePart = (typeof storageParts)[number];

export class StorageOf {
  @OneOf('What', storageParts) part!: StoragePart;
  @Count('How much, bytes') bytes!: number;
}

export class Storage {
  @Many(StorageOf) parts!: StorageOf[];
  @Count('How much is free on that disk, bytes') freeBytes!: number;
  @Words('Where the log ends') head!: string;
}

export class RebuildViewsBody {
  @Optional(Words('One context; absent: every one that has parked events', { max: 40, example: 'access' })) context?: string;
}

export class RebuildBegun {
  @Many(Words('A context whose views are being made anew')) contexts!: string[];
}
