import { useState, type ReactNode } from 'react';
import { AdmitFields, emptyAdmission } from '../../features/access/admit-guest/admit-fields.tsx';
import { useAdmission } from '../../features/access/admit-guest/use-admission.ts';
import { CorrectForm } from '../../features/access/correct-visit/correct-form.tsx';
import { DoorPassage } from '../../features/access/enter-door/door-passage.tsx';
import { MergeForm } from '../../features/access/merge-subjects/merge-form.tsx';
import { WatchlistHit } from '../../features/access/override-watchlist-hit/override-form.tsx';
import { LookAtCard } from '../../features/access/card-photo/look-at-card.tsx';
import { PhotographForm } from '../../features/access/photograph-card/photograph-form.tsx';
import { NotObservedForm } from '../../features/access/record-exit-not-observed/not-observed-form.tsx';
import { RefuseForm } from '../../features/access/refuse-guest/refuse-form.tsx';
import { VisitChanges } from '../../features/access/visit/visit-changes.tsx';
import { VisitFacts } from '../../features/access/visit/visit-facts.tsx';
import type { Schemas } from '../../shared/api/names.ts';
import { EntryList } from '../../shared/entries/entry-list.tsx';
import { useNames } from '../../shared/entries/use-names.ts';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { Button } from '../../shared/ui/button.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';
import { ProblemNote } from '../../shared/ui/problem-note.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';
import { useRecording } from '../../shared/ui/use-recording.ts';
import { hitsOf } from './watchlist-hits.ts';

type Visit = Schemas['VisitWhole'];
type Doing = 'admit' | 'refuse' | 'door' | 'not-observed' | 'correct' | 'photograph' | 'look' | 'merge';

/** One visit: how it stands, what can be done, everything that was told of it. */
export function VisitPage({ post, visit }: { readonly post: string; readonly visit: string }) {
  const { t } = useWords();
  const whole = useAnswer('access.visit', { post, visit });
  const nameOf = useNames(post);
  return (
    <>
      <PageHead title={whole.answer?.value.name ?? t('visit.title')} />
      <Shown of={whole}>
        {(found) => (
          <>
            <VisitFacts visit={found} />
            <VisitActions visit={found} />
            <VisitChanges changes={found.changes} />
            <section className="stack tight">
              <h3>{t('visit.log')}</h3>
              <EntryList entries={found.entries} nameOf={nameOf} />
            </section>
          </>
        )}
      </Shown>
    </>
  );
}

function VisitActions({ visit }: { readonly visit: Visit }) {
  const { t } = useWords();
  const me = useMe();
  const [doing, setDoing] = useState<Doing>();
  const { tell, busy, problem } = useRecording();
  const name = visit.name ?? t('person.unnamed');
  const of = { visit: visit.visit, post: visit.post, guest: visit.guest };
  const close = (): void => setDoing(undefined);
  const forms: Readonly<Record<Doing, { readonly title: string; readonly form: ReactNode }>> = {
    admit: { title: t('admit.who', { name }), form: <AdmitForm of={of} name={name} onDone={close} /> },
    refuse: { title: t('refuse.who', { name }), form: <RefuseForm of={of} name={name} onDone={close} /> },
    door: { title: t('door.passage'), form: <DoorPassage of={of} name={name} onDone={close} /> },
    'not-observed': { title: t('not-observed.title'), form: <NotObservedForm of={of} name={name} onDone={close} /> },
    correct: { title: t('correct.title'), form: <CorrectForm visit={visit} onDone={close} /> },
    photograph: { title: t('card-photo.take'), form: <PhotographForm of={of} name={name} onDone={close} /> },
    merge: { title: t('merge.title', { name }), form: <MergeForm post={visit.post} guest={visit.guest} name={name} onDone={close} /> },
    look: { title: t('card-photo.of', { name }), form: <LookAtCard post={visit.post} visit={visit.visit} name={name} /> },
  };
  const isInside = visit.status === 'inside';
  const open = doing === undefined ? undefined : forms[doing];
  return (
    <div className="sheet-actions">
      {problem && <ProblemNote problem={problem} />}
      {isInside && (
        <Button does="acts" wide disabled={busy} onClick={() => void tell('access.check-out-guest', of, t('check-out.said', { name }))}>
          {t('check-out.act')}
        </Button>
      )}
      {visit.status === 'waiting' && (
        <>
          <Button does="acts" wide onClick={() => setDoing('admit')}>
            {t('check-in.act')}
          </Button>
          <Button does="alarms" wide onClick={() => setDoing('refuse')}>
            {t('refuse.act')}
          </Button>
        </>
      )}
      <div className="tiles">
        {isInside && <Button onClick={() => setDoing('door')}>{t('door.passage')}</Button>}
        {isInside && <Button onClick={() => setDoing('not-observed')}>{t('not-observed.title')}</Button>}
        <Button onClick={() => setDoing('correct')}>{t('correct.title')}</Button>
        {holds(me, 'squad-leader') && <Button onClick={() => setDoing('merge')}>{t('merge.open')}</Button>}
        {visit.photographed ? (
          <Button onClick={() => setDoing('look')}>{t('card-photo.look')}</Button>
        ) : (
          <Button onClick={() => setDoing('photograph')}>{t('card-photo.take')}</Button>
        )}
      </div>
      {open && (
        <Sheet title={open.title} onClose={close}>
          {open.form}
          <Button wide onClick={close}>
            {t(doing === 'look' ? 'nav.close' : 'nav.cancel')}
          </Button>
        </Sheet>
      )}
    </div>
  );
}

interface AdmitProps {
  readonly of: { readonly visit: string; readonly post: string; readonly guest: string };
  readonly name: string;
  readonly onDone: () => void;
}

/** Lets in a guest who has been waiting: for a squad leader, for a second person, for room. */
function AdmitForm({ of, name, onDone }: AdmitProps) {
  const { t } = useWords();
  const me = useMe();
  const [admission, setAdmission] = useState(emptyAdmission);
  const admit = useAdmission(of.post, admission);
  const { tell, busy, problem } = useRecording();
  const hits = hitsOf(problem);
  const confirm = async (): Promise<void> => {
    if (!admit) return;
    const body = admit(of);
    const { kind } = await tell('access.admit-guest', body, t('check-in.said', { name, badge: body.badge }));
    if (kind !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <AdmitFields post={of.post} admission={admission} onChange={(changed) => setAdmission((before) => ({ ...before, ...changed }))} />
      {problem && <ProblemNote problem={problem} />}
      {hits.length > 0 && <WatchlistHit of={of} name={name} entries={hits} mayOverride={holds(me, 'squad-leader')} onOverridden={() => void confirm()} />}
      {!admit && <p className="small quiet">{t('admit.needs')}</p>}
      <Button does="acts" wide disabled={busy || !admit} onClick={() => void confirm()}>
        {t('check-in.act')}
      </Button>
    </div>
  );
}
