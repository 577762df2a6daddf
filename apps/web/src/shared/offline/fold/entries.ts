import type { Schemas } from '../../api/names.ts';
import { eventOf } from '../../entries/what.ts';
import type { Content } from '../entry/content.ts';
import { personal, text, when } from './text.ts';

/** A line of the log, or one that this phone has yet to bring to it. */
export type Line = Schemas['Entry'] & { readonly waits?: true };

/** A command that waits here as the line that it will be; nothing for what is no line of the log. */
export function lineOf(content: Content, of: Pick<Line, 'name'> & { readonly doorCode?: string | null } = { name: null }): readonly Line[] {
  const { name, body, headers } = content;
  const what = eventOf(name);
  if (what === undefined) return [];
  const or = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  const line: Line = {
    what,
    waits: true,
    at: when(content),
    occurredAt: when(content),
    recorded: when(content),
    lateMs: 0,
    afterwards: false,
    visit: or(body['visit']),
    guest: or(body['guest']),
    door: or(body['door']),
    doorCode: of.doorCode ?? null,
    badge: or(body['badge']),
    name: personal(body['name']) ?? of.name,
    reason: or(body['reason']),
    note: personal(body['note']) ?? personal(body['reason']),
    by: text(headers['Saksi-Author']),
    role: '',
    sentBy: null,
    voice: 'asked',
    method: null,
    contradicts: [],
  };
  return [line];
}
