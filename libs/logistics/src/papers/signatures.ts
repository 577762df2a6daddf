import { type PaperSignature, sayMoment, type Writing } from '#paper';
import type { Signed } from '../views/signed.ts';
import { wordsIn } from './words.ts';

/** Whoever recorded it, and the second person when there is one, each in their own name. `place`: where, when the record does not say. */
export const signaturesOf = (signed: readonly Signed[], place: string | null, writing: Writing): PaperSignature[] =>
  signed.flatMap((each) => [firstOf(each, place, writing), ...secondOf(each, place, writing)]);

/** The accounts that stand in the signatures. */
export const accountsOf = (signed: readonly Signed[]): string[] => signed.flatMap(({ by, confirmedBy }) => (confirmedBy === null ? [by] : [by, confirmedBy]));

/** When the log learnt of the last of it. */
export const lastKnown = (signed: readonly Signed[], ...others: readonly (string | null)[]): string => {
  const moments = [...signed.map(({ recorded }) => recorded), ...others.filter((each) => each !== null)];
  return moments.reduce((last, each) => (Date.parse(each) > Date.parse(last) ? each : last), moments[0] ?? '1970-01-01T07:00:00.000+07:00');
};

function firstOf(signed: Signed, place: string | null, writing: Writing): PaperSignature {
  const t = wordsIn(writing.language);
  return {
    ...named(signed.by, writing),
    for: t.code('for', signed.what),
    said: [
      t('signed-as', { role: t.code('role', signed.role) }),
      whenAndWhere(signed, place, writing),
      ...(signed.voice === 'testified' ? [t('testified', { recorded: sayMoment(signed.recorded, writing.language) })] : []),
      ...(signed.contradicts.length > 0 ? [t('contradicts', { codes: signed.contradicts })] : []),
    ],
  };
}

function secondOf(signed: Signed, place: string | null, writing: Writing): readonly PaperSignature[] {
  const { confirmedBy, confirmedThrough } = signed;
  if (confirmedBy === null) return [];
  const t = wordsIn(writing.language);
  return [
    {
      ...named(confirmedBy, writing),
      for: `${t.code('for', signed.what)} · ${t('for.second')}`,
      said: [t(confirmedThrough === 'device' ? 'consent.device' : 'consent.pin'), whenAndWhere(signed, place, writing)],
    },
  ];
}

function named(account: string, { nameOf }: Writing): Pick<PaperSignature, 'account' | 'login' | 'name'> {
  const known = nameOf(account);
  return { account, login: known?.login ?? null, name: known?.name ?? null };
}

function whenAndWhere({ at, village }: Signed, place: string | null, { language, placeOf }: Writing): string {
  const where = village === null ? place : placeOf(village);
  const when = sayMoment(at, language);
  return where === null ? when : wordsIn(language)('signed-at', { when, place: where });
}
