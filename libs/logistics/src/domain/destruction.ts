import { event, stream } from '#kernel';
import type { Sealed } from '#kernel';
import type { DrawNamed } from './box.events.ts';

/** Who must see what is lawfully destroyed. */
export const witnessingInstitutions = ['kpu', 'bawaslu', 'polri'] as const;
export type WitnessingInstitution = (typeof witnessingInstitutions)[number];

export interface DestructionWitness {
  readonly institution: WitnessingInstitution;
  readonly person: string;
  readonly name: Sealed;
}

/** `minutes` is the number of the signed minutes (berita acara). */
export const surplusDestroyed = event('logistics.surplus-destroyed.v1')<{
  village: string;
  minutes: string;
  draws: readonly DrawNamed[];
  witnesses: readonly DestructionWitness[];
}>();

export type DestructionEvent = ReturnType<typeof surplusDestroyed>;

export type Destruction = { readonly status: 'unrecorded' } | { readonly status: 'recorded'; readonly village: string };

/** One lawful destruction of surplus or damaged goods. */
export const destruction = stream<Destruction, DestructionEvent>({
  kind: 'destruction',
  initial: { status: 'unrecorded' },
  scope: (destruction) => (destruction.status === 'recorded' ? { area: destruction.village } : undefined),
  evolve: {
    'logistics.surplus-destroyed.v1': (destruction, { village }) => (destruction.status === 'recorded' ? destruction : { status: 'recorded', village }),
  },
});
