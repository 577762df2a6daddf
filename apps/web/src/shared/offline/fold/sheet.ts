import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { lineOf, type Line } from './entries.ts';
import { when } from './text.ts';

type Sheet = Omit<Schemas['ShiftSheet'], 'entries'> & { readonly entries: readonly Line[] };

const comings: Readonly<Record<string, number>> = { 'access.admit-guest': 1, 'access.check-out-guest': -1, 'access.record-exit-not-observed': -1 };

/** The sheet of a shift with the lines that wait here, while it runs. */
export function withSheet(value: unknown, args: object, waiting: readonly Content[]): Sheet {
  const sheet = value as Sheet;
  const { post } = args as { readonly post?: string };
  const here = sheet.ended === null ? waiting.filter((content) => content.body['post'] === post && Date.parse(when(content)) >= Date.parse(sheet.started)) : [];
  const codes = new Map(sheet.entries.map(({ door, doorCode }) => [door, doorCode]));
  const names = new Map([...sheet.entries.map(({ visit, name }) => [visit, name] as const), ...here.flatMap(reportedName)]);
  const lines = here.flatMap((content) => {
    const { visit, door } = content.body;
    return lineOf(content, { name: names.get(visit as string) ?? null, doorCode: codes.get(door as string) ?? null });
  });
  const change = here.reduce((sum, { name }) => sum + (comings[name] ?? 0), 0);
  return { ...sheet, entries: [...sheet.entries, ...lines], insideAtEnd: Math.max(0, sheet.insideAtEnd + change) };
}

/** A guest who reported here is called by name in the lines that follow. */
const reportedName = (content: Content): readonly (readonly [string | null, string | null])[] =>
  content.name === 'access.report-guest' ? lineOf(content).map(({ visit, name }) => [visit, name] as const) : [];
