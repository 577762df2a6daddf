import { event, stream } from '#kernel';

/** Why a person is to be erased. */
export const erasureGrounds = ['own-request', 'retention-over', 'recorded-in-error', 'court-order'] as const;
export type ErasureGround = (typeof erasureGrounds)[number];

/** Why a person is not erased although it was asked for. */
export const refusalReasons = ['identity-not-proven', 'ground-not-given', 'still-needed', 'under-legal-hold'] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** Why a person's data must be kept whatever is asked. */
export const holdReasons = ['investigation', 'court-order', 'election-dispute', 'audit'] as const;
export type HoldReason = (typeof holdReasons)[number];

export const erasureRequested = event('vault.erasure-requested.v1')<{ ground: ErasureGround; post?: string }>();
export const erasureOrdered = event('vault.erasure-ordered.v1')<{ ground: ErasureGround }>();
export const erasureRefused = event('vault.erasure-refused.v1')<{ reason: RefusalReason }>();
/** Key, values, search entries and write-ahead log: all are gone when this stands in the log. */
export const subjectErased = event('vault.subject-erased.v1')<{ ground: ErasureGround }>();
export const legalHoldPlaced = event('vault.legal-hold-placed.v1')<{ hold: string; reason: HoldReason }>();
export const legalHoldReleased = event('vault.legal-hold-released.v1')<{ hold: string }>();

export type SubjectEvent = ReturnType<
  typeof erasureRequested | typeof erasureOrdered | typeof erasureRefused | typeof subjectErased | typeof legalHoldPlaced | typeof legalHoldReleased
>;

interface Held {
  /** Standing holds and why. */
  readonly holds: Readonly<Record<string, HoldReason>>;
}

export type Subject = Held &
  (
    | { readonly status: 'kept' }
    | { readonly status: 'requested'; readonly ground: ErasureGround; readonly by: string }
    | { readonly status: 'ordered'; readonly ground: ErasureGround }
    | { readonly status: 'erased'; readonly ground: ErasureGround }
  );

/** A person of the vault, by the id under which their values are kept: what was asked, decided and done about them. */
export const subject = stream<Subject, SubjectEvent>({
  kind: 'subject',
  initial: { status: 'kept', holds: {} },
  evolve: {
    'vault.erasure-requested.v1': (subject, { ground }, { actor }) =>
      subject.status === 'kept' ? { status: 'requested', holds: subject.holds, ground, by: actor.user } : subject,
    'vault.erasure-ordered.v1': (subject, { ground }) => (subject.status === 'erased' ? subject : { status: 'ordered', holds: subject.holds, ground }),
    'vault.erasure-refused.v1': (subject) => (subject.status === 'erased' ? subject : { status: 'kept', holds: subject.holds }),
    'vault.subject-erased.v1': ({ holds }, { ground }) => ({ status: 'erased', holds, ground }),
    'vault.legal-hold-placed.v1': (subject, { hold, reason }) => ({ ...subject, holds: { ...subject.holds, [hold]: reason } }),
    'vault.legal-hold-released.v1': (subject, { hold }) => {
      const { [hold]: _, ...holds } = subject.holds;
      return { ...subject, holds };
    },
  },
});

/** The codes of the holds that stand, or false. */
export const heldBy = ({ holds }: Subject): { reasons: readonly string[] } | false => {
  const reasons = [...new Set(Object.values(holds))].sort();
  return reasons.length > 0 && { reasons };
};
