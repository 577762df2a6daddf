import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { lineOf, type Line } from './entries.ts';
import { personal, when } from './text.ts';
import { reported, told } from './visits.ts';

type Whole = Omit<Schemas['VisitWhole'], 'entries'> & { readonly entries: readonly Line[] };

/** One visit, as it goes on here. */
export function withVisit(value: unknown, args: object, waiting: readonly Content[]): Whole {
  const { visit } = args as { readonly visit?: string };
  return waiting.filter(({ body }) => body['visit'] === visit).reduce(goesOn, value as Whole);
}

/** A visit that only this phone knows of; undefined when it does not either. */
export function visitBegunHere(args: object, waiting: readonly Content[]): Whole | undefined {
  const { post, visit } = args as { readonly post?: string; readonly visit?: string };
  const report = waiting.find(({ name, body }) => name === 'access.report-guest' && body['visit'] === visit && body['post'] === post);
  return report && begun(report, post ?? '');
}

function begun(report: Content, post: string): Whole {
  const { body } = report;
  const { begun: at, purpose, organisation, ...visit } = reported(report);
  return {
    visit: visit.visit,
    guest: visit.guest,
    post,
    name: visit.name,
    organisation,
    purpose,
    status: visit.status,
    reported: at,
    lateMs: 0,
    identityType: body['identityType'] as Whole['identityType'],
    identityNumber: personal(body['identityNumber']),
    host: personal(body['host']),
    vehicle: personal(body['vehicle']),
    items: personal(body['items']),
    allowedUntil: null,
    overdueNoticed: false,
    door: null,
    badge: null,
    entered: null,
    left: null,
    exitNotObserved: null,
    photographed: false,
    changes: [],
    entries: [],
  };
}

function goesOn(whole: Whole, content: Content): Whole {
  const entries = [...whole.entries, ...lineOf(content, { name: whole.name })];
  return {
    ...told(whole, content),
    ...(content.name === 'access.report-guest' && whole.reported === null && { reported: when(content) }),
    ...(content.name === 'access.photograph-card' && { photographed: true }),
    entries,
  };
}

/** The card of a guest that was photographed here and waits to be brought; whoever took the picture looks at their own. */
export function cardTakenHere(args: object, waiting: readonly Content[]): Schemas['CardPhoto'] | undefined {
  const { visit } = args as { readonly visit?: string };
  const taken = waiting.find(({ name, body }) => name === 'access.photograph-card' && body['visit'] === visit);
  return taken && { cardPhoto: personal(taken.body['cardPhoto']), taken: when(taken) };
}
