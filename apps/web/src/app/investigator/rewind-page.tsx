import { useDeferredValue, useState } from 'react';
import { LogAt } from '../../features/access/door-log/log-at.tsx';
import { InsideAt } from '../../features/access/who-is-inside/inside-at.tsx';
import type { Schemas } from '../../shared/api/names.ts';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { serverNow, type Instant } from '../../shared/time/clock.ts';
import { civilDay } from '../../shared/time/say.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { Empty } from '../../shared/ui/pages.tsx';
import { TwoSliders, type Span } from './two-sliders.tsx';

const hour = 3_600_000;

/** A post at an instant: as it was, and as it was then known. */
export function RewindPage() {
  const { t, language } = useWords();
  const posts = useAnswer('access.posts', { limit: 500 });
  const [chosen, setChosen] = useState<string>();
  const items = posts.answer?.value.items ?? [];
  const post = chosen ?? items[0]?.post;
  const shifts = useAnswer('access.shifts', post === undefined ? undefined : { post, limit: 30 });
  const [shift, setShift] = useState<string>();
  return (
    <Shown of={posts}>
      {() =>
        post === undefined ? (
          <Empty>{t('rewind.no-post')}</Empty>
        ) : (
          <>
            <div className="row choices">
              <SelectField label={t('rewind.post')} choices={items.map((each) => ({ value: each.post, label: each.name }))} value={post} onChoose={setChosen} />
              <SelectField
                label={t('rewind.shift')}
                choices={(shifts.answer?.value.items ?? []).map((each) => ({ value: each.shift, label: civilDay(each.started, language) }))}
                value={shift ?? shifts.answer?.value.items[0]?.shift}
                onChoose={setShift}
              />
            </div>
            <Shown of={shifts}>
              {({ items: found }) => (
                <Rewound key={`${post} ${shift ?? ''}`} post={post} span={spanOf(found.find((each) => each.shift === shift) ?? found[0])} />
              )}
            </Shown>
          </>
        )
      }
    </Shown>
  );
}

/** From an hour before a shift until now or a few hours after it: what was told late arrives later. */
function spanOf(shift: Schemas['ShiftFound'] | undefined): Span {
  const now = serverNow();
  if (!shift) return { from: now - 12 * hour, until: now };
  const from = Date.parse(shift.started);
  const ended = shift.ended === null ? now : Date.parse(shift.ended);
  return { from, until: Math.min(now, ended + 6 * hour) };
}

function Rewound({ post, span }: { readonly post: string; readonly span: Span }) {
  const [at, setAt] = useState<Instant>(span.until);
  const [knownAt, setKnownAt] = useState<Instant>();
  // A slider moves faster than anybody can be asked: the answers follow it.
  const shownAt = useDeferredValue(at);
  const shownKnownAt = useDeferredValue(knownAt ?? at);
  return (
    <>
      <TwoSliders
        span={{ from: Math.min(span.from, at), until: Math.max(span.until, at) }}
        at={at}
        knownAt={knownAt ?? at}
        onAt={setAt}
        onKnownAt={setKnownAt}
      />
      <InsideAt post={post} at={shownAt} knownAt={shownKnownAt} />
      <LogAt post={post} from={shownAt - 12 * hour} at={shownAt} knownAt={shownKnownAt} />
    </>
  );
}
