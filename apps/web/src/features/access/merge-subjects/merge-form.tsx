import { useState } from 'react';
import type { CommandBody, Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { findGuests } from '../../../shared/people/find-guests.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips, TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { Moment } from '../../../shared/ui/times.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

type Basis = CommandBody<'access.merge-subjects'>['basis'];
type KnownGuest = Schemas['KnownGuest'];
const bases = ['same-identity-number', 'same-face', 'own-statement', 'other-document'] as const satisfies readonly Basis[];

interface MergeProps {
  readonly post: string;
  /** Who was reported a second time. */
  readonly guest: string;
  readonly name: string;
  readonly onDone: () => void;
}

/** One person was reported as two: who they are, and how that is known. */
export function MergeForm({ post, guest, name, onDone }: MergeProps) {
  const { t } = useWords();
  const [into, setInto] = useState<KnownGuest>();
  const [basis, setBasis] = useState<Basis>();
  const { tell, busy, problem } = useRecording();
  if (into === undefined) return <WhoTheyAre post={post} guest={guest} onChosen={setInto} />;
  const other = into.name ?? t('person.unnamed');
  const merge = async (how: Basis): Promise<void> => {
    const { kind } = await tell('access.merge-subjects', { post, person: guest, into: into.guest, basis: how }, t('merge.said', { name, other }));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <p className="note">{t('merge.means', { name, other })}</p>
      <div className="row apart">
        <span className="grow">
          <strong>{other}</strong>
          <Particulars guest={into} />
        </span>
        <Button low onClick={() => setInto(undefined)}>
          {t('check-in.other-guest')}
        </Button>
      </div>
      <Chips label={t('merge.basis')} choices={bases.map((value) => ({ value, label: t(`merge.basis.${value}`) }))} value={basis} onChoose={setBasis} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="alarms" wide disabled={busy || basis === undefined} onClick={() => basis && void merge(basis)}>
        {t('merge.act')}
      </Button>
    </div>
  );
}

function WhoTheyAre({ post, guest, onChosen }: Pick<MergeProps, 'post' | 'guest'> & { readonly onChosen: (guest: KnownGuest) => void }) {
  const { t } = useWords();
  const [letters, setLetters] = useState('');
  const known = useAnswer('access.known-guests', { post, limit: 500 });
  return (
    <div className="stack">
      <TextField label={t('merge.who')} hint={t('check-in.three-letters')} type="search" value={letters} onChange={({ target }) => setLetters(target.value)} />
      <Shown of={known}>
        {({ items }) => (
          <ul className="stack tight">
            {findGuests(
              items.filter((each) => each.guest !== guest),
              letters,
            ).map((each) => (
              <li key={each.guest}>
                <Button wide onClick={() => onChosen(each)}>
                  <span className="grow found">
                    {each.name}
                    <Particulars guest={each} />
                  </span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </div>
  );
}

function Particulars({ guest: { organisation, lastReported } }: { readonly guest: KnownGuest }) {
  const { t } = useWords();
  return (
    <span className="small quiet block">
      {organisation ?? t('check-in.no-organisation')} · {t('check-in.last')} <Moment when={lastReported} />
    </span>
  );
}
