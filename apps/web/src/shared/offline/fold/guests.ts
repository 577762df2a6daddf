import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { personal, text, when } from './text.ts';

type Guest = Schemas['KnownGuest'];
interface Guests {
  readonly items: readonly Guest[];
}

/** Who has reported at the post before, the latest first, with those who reported here. */
export function withGuests(value: unknown, args: object, waiting: readonly Content[]): Guests {
  const { post } = args as { readonly post?: string };
  const reports = waiting.filter(({ name, body }) => name === 'access.report-guest' && body['post'] === post);
  return reports.reduce<Guests>((guests, report) => {
    const found = guestOf(report);
    return { ...guests, items: [found, ...guests.items.filter(({ guest }) => guest !== found.guest)] };
  }, value as Guests);
}

const guestOf = (report: Content): Guest => ({
  guest: text(report.body['guest']),
  name: personal(report.body['name']),
  identityType: report.body['identityType'] as Guest['identityType'],
  organisation: personal(report.body['organisation']),
  purpose: personal(report.body['purpose']),
  host: personal(report.body['host']),
  lastReported: when(report),
});
