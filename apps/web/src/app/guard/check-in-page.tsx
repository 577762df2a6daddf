import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { useLocation } from 'wouter';
import { AdmissionInWords, AdmitFields, emptyAdmission } from '../../features/access/admit-guest/admit-fields.tsx';
import { useAdmission } from '../../features/access/admit-guest/use-admission.ts';
import { WatchlistHit } from '../../features/access/override-watchlist-hit/override-form.tsx';
import { CardCamera } from '../../features/access/photograph-card/card-camera.tsx';
import { useCardPhoto } from '../../features/access/photograph-card/use-card-photo.ts';
import { RefuseForm } from '../../features/access/refuse-guest/refuse-form.tsx';
import { GuestFinder, type KnownGuest } from '../../features/access/report-guest/guest-finder.tsx';
import { reportCommand } from '../../features/access/report-guest/report.ts';
import { emptyReport, ReportFields } from '../../features/access/report-guest/report-fields.tsx';
import type { Problem } from '../../shared/api/problem.ts';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Button } from '../../shared/ui/button.tsx';
import { PageHead } from '../../shared/ui/pages.tsx';
import { ProblemNote } from '../../shared/ui/problem-note.tsx';
import { Sheet } from '../../shared/ui/sheet.tsx';
import { useRecording } from '../../shared/ui/use-recording.ts';
import { hitsOf } from './watchlist-hits.ts';

/** Masuk: who, then what for and through which door, then one confirmation for both facts. */
export function CheckInPage({ post }: { readonly post: string }) {
  const { t } = useWords();
  const [guest, setGuest] = useState<KnownGuest | { readonly name: string }>();
  return (
    <>
      <PageHead title={t('nav.in')} />
      {guest === undefined ? (
        <GuestFinder post={post} onKnown={setGuest} onNew={(name) => setGuest({ name })} />
      ) : (
        <CheckInForm post={post} known={guest} onBack={() => setGuest(undefined)} />
      )}
    </>
  );
}

interface FormProps {
  readonly post: string;
  readonly known: KnownGuest | { readonly name: string };
  readonly onBack: () => void;
}

function CheckInForm({ post, known, onBack }: FormProps) {
  const { t } = useWords();
  const [, go] = useLocation();
  const isKnown = 'guest' in known;
  const [ids] = useState(() => ({ visit: uuidv7(), post, guest: isKnown ? known.guest : uuidv7() }));
  const [report, setReport] = useState(() => ({ ...emptyReport, ...(isKnown ? lastTime(known) : { name: known.name }) }));
  const [admission, setAdmission] = useState(emptyAdmission);
  const [reported, setReported] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const admit = useAdmission(post, admission);
  const { tell, busy, problem } = useRecording();
  const hits = hitsOf(problem);
  const hosts = useHosts(post);
  const { photo, setPhoto } = useCardPhoto(ids, reported);
  const whole = report.name.trim() !== '' && report.purpose.trim() !== '';

  const confirm = async (): Promise<void> => {
    if (!admit) return;
    const admitted = admit(ids);
    if (!reported) {
      const { kind } = await tell('access.report-guest', reportCommand(ids, report), t('check-in.reported', { name: report.name }));
      if (kind === 'refused') return;
      setReported(true);
    }
    const { kind } = await tell('access.admit-guest', admitted, t('check-in.said', { name: report.name, badge: admitted.badge }));
    if (kind !== 'refused') go('/');
  };

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <div className="row apart">
        <strong className="big">{report.name === '' ? t('check-in.new-guest') : report.name}</strong>
        {!reported && (
          <Button low onClick={onBack}>
            {t('check-in.other-guest')}
          </Button>
        )}
      </div>
      <OnWatchlist post={post} guest={ids.guest} name={report.name} />
      {reported ? (
        <p className="note ok">{t('check-in.is-reported')}</p>
      ) : (
        <ReportFields
          card={<CardCamera photo={photo} onPhoto={setPhoto} />}
          report={report}
          known={isKnown}
          hosts={hosts}
          onChange={(changed) => setReport((before) => ({ ...before, ...changed }))}
        />
      )}
      <AdmitFields post={post} admission={admission} onChange={(changed) => setAdmission((before) => ({ ...before, ...changed }))} />
      <Refusal problem={problem} of={ids} name={report.name} entries={hits} onOverridden={() => void confirm()} />
      <div className="thumb stack tight">
        {!whole && <p className="small quiet">{t('check-in.needs')}</p>}
        {whole && !admit && <p className="small quiet">{t('admit.needs')}</p>}
        <Button does="acts" wide type="submit" disabled={busy || !whole || !admit}>
          {t('check-in.act')}
          <AdmissionInWords post={post} admission={admission} />
        </Button>
        {reported && (
          <Button does="alarms" wide onClick={() => setRefusing(true)}>
            {t('refuse.act')}
          </Button>
        )}
      </div>
      {refusing && (
        <Sheet title={t('refuse.who', { name: report.name })} onClose={() => setRefusing(false)}>
          <RefuseForm of={ids} name={report.name} {...(hits.length > 0 && { suggested: 'watchlist' as const })} onDone={() => go('/')} />
        </Sheet>
      )}
    </form>
  );
}

interface RefusalProps {
  readonly problem: Problem | undefined;
  readonly of: { readonly visit: string; readonly post: string; readonly guest: string };
  readonly name: string;
  readonly entries: readonly string[];
  readonly onOverridden: () => void;
}

/** Why the guest was not let in, and what can be done about it. */
function Refusal({ problem, of, name, entries, onOverridden }: RefusalProps) {
  const me = useMe();
  if (!problem) return null;
  return (
    <>
      <ProblemNote problem={problem} />
      {entries.length > 0 && <WatchlistHit of={of} name={name} entries={entries} mayOverride={holds(me, 'squad-leader')} onOverridden={onOverridden} />}
    </>
  );
}

/** Said before anything is recorded, where this phone already knows. */
function OnWatchlist({ post, guest, name }: { readonly post: string; readonly guest: string; readonly name: string }) {
  const { t } = useWords();
  const { answer } = useAnswer('access.watchlist', { post, limit: 500 });
  const hit = answer?.value.items.some(
    ({ person, alsoKnownAs, name: listed }) => person === guest || alsoKnownAs.includes(guest) || (listed !== null && listed === name.trim()),
  );
  if (hit !== true) return null;
  return (
    <p className="note alarm" role="alert">
      <strong>{t('watchlist.look-twice')}</strong>
    </p>
  );
}

const lastTime = ({ name, identityType, organisation, purpose, host }: KnownGuest) => ({
  name: name ?? '',
  identityType: identityType ?? ('none' as const),
  organisation: organisation ?? '',
  purpose: purpose ?? '',
  host: host ?? '',
});

const mostHosts = 4;

/** Whom guests of this post come to see most. */
function useHosts(post: string): readonly string[] {
  const { answer } = useAnswer('access.known-guests', { post, limit: 500 });
  const counts = new Map<string, number>();
  for (const { host } of answer?.value.items ?? []) if (host !== null) counts.set(host, (counts.get(host) ?? 0) + 1);
  return [...counts]
    .sort(([, one], [, other]) => other - one)
    .slice(0, mostHosts)
    .map(([host]) => host);
}
