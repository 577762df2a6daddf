import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { Role } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { useAnswer } from '../../../shared/offline/index.ts';
import { serverNow } from '../../../shared/time/clock.ts';
import { localInput, ofLocalInput, rfc3339 } from '../../../shared/time/say.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { Chips, SelectField, TextField } from '../../../shared/ui/field.tsx';
import { ProblemNote } from '../../../shared/ui/problem-note.tsx';
import { useRecording } from '../../../shared/ui/use-recording.ts';

const places = {
  guard: 'post',
  'squad-leader': 'post',
  dispatcher: 'area',
  'station-officer': 'stations',
  commander: 'area',
  investigator: 'area',
  supervisor: 'area',
  admin: 'everywhere',
} as const satisfies Readonly<Record<Role, string>>;
const roles = ['guard', 'squad-leader', 'dispatcher', 'station-officer', 'commander', 'investigator', 'supervisor', 'admin'] as const satisfies readonly Role[];

/** A role at a post, in an area, at stations or everywhere, between dates. */
export function GrantRole({ account, onDone }: { readonly account: string; readonly onDone: () => void }) {
  const { t } = useWords();
  const posts = useAnswer('access.posts', { limit: 500 });
  const [role, setRole] = useState<Role>('guard');
  const [post, setPost] = useState<string>();
  const [code, setCode] = useState('');
  const [from, setFrom] = useState(() => localInput(serverNow()));
  const [until, setUntil] = useState('');
  const { tell, busy, problem } = useRecording();
  const kind = places[role];
  const place = kind === 'post' ? (post === undefined ? undefined : { post }) : placeIn(kind, code);
  const grant = async (): Promise<void> => {
    if (!place) return;
    const end = ofLocalInput(until);
    const { kind: became } = await tell(
      'identity.grant-role',
      { account, grant: uuidv7(), role, ...place, from: ofLocalInput(from) ?? rfc3339(serverNow()), ...(end !== undefined && { until: end }) },
      t('grants.granted', { role: t(`role.${role}`) }),
    );
    if (became !== 'refused') onDone();
  };
  return (
    <div className="stack">
      <Chips label={t('grants.role')} choices={roles.map((value) => ({ value, label: t(`role.${value}`) }))} value={role} onChoose={setRole} />
      {kind === 'post' ? (
        <SelectField
          label={t('grants.post')}
          choices={(posts.answer?.value.items ?? []).map((each) => ({ value: each.post, label: each.name }))}
          value={post}
          onChoose={setPost}
        />
      ) : (
        kind !== 'everywhere' && (
          <TextField label={t(`grants.${kind}-code`)} hint={t(`grants.${kind}-code.hint`)} value={code} onChange={({ target }) => setCode(target.value)} />
        )
      )}
      <TextField label={t('grants.from')} type="datetime-local" value={from} onChange={({ target }) => setFrom(target.value)} />
      <TextField label={t('grants.until')} hint={t('report.optional')} type="datetime-local" value={until} onChange={({ target }) => setUntil(target.value)} />
      {problem && <ProblemNote problem={problem} />}
      <Button does="acts" wide disabled={busy || !place} onClick={() => void grant()}>
        {t('grants.grant')}
      </Button>
    </div>
  );
}

function placeIn(kind: 'area' | 'stations' | 'everywhere', code: string): { area: string } | { stations: string[] } | { everywhere: true } | undefined {
  if (kind === 'everywhere') return { everywhere: true };
  const said = code.trim();
  if (said === '') return undefined;
  return kind === 'area' ? { area: said } : { stations: said.split(/[\s,]+/) };
}
