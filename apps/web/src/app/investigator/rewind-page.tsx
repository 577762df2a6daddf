import { useDeferredValue, useState, type ReactNode } from 'react';
import { LogAt } from '../../features/access/door-log/log-at.tsx';
import { InsideAt } from '../../features/access/who-is-inside/inside-at.tsx';
import type { Schemas } from '../../shared/api/names.ts';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { serverNow, type Instant } from '../../shared/time/clock.ts';
import { civilDay, clockTime } from '../../shared/time/say.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { Empty } from '../../shared/ui/pages.tsx';
import { TwoSliders, type Span } from './two-sliders.tsx';

const hour = 3_600_000;

/** A post at an instant: as it was, and as it was then known. */
export function RewindPage() {
  const { t } = useWords();
  const posts = useAnswer('access.posts', { limit: 500 });
  const [chosen, setChosen] = useState<string>();
  const items = posts.answer?.value.items ?? [];
  const post = chosen ?? items[0]?.post;
  const shifts = useAnswer('access.shifts', post === undefined ? undefined : { post, limit: 30 });
  return (
    <Shown of={posts}>
      {() =>
        post === undefined ? (
          <Empty>{t('rewind.no-post')}</Empty>
        ) : (
          <Shown of={shifts}>
            {({ items: found }) => (
              <Rewound key={post} post={post} shifts={found}>
                <SelectField
                  label={t('rewind.post')}
                  choices={items.map((each) => ({ value: each.post, label: each.name }))}
                  value={post}
                  onChoose={setChosen}
                />
              </Rewound>
            )}
          </Shown>
        )
      }
    </Shown>
  );
}

type Shift = Schemas['ShiftFound'];

/** From the beginning of a shift until now or a few hours after it: what was told late arrives later. */
function spanOf(shift: Shift | undefined): Span {
  const now = serverNow();
  if (!shift) return { from: now - 12 * hour, until: now };
  return { from: Date.parse(shift.started), until: Math.min(now, endOf(shift) + 6 * hour) };
}

const endOf = ({ ended }: Shift): Instant => (ended === null ? serverNow() : Date.parse(ended));

/** The shift that was on watch then. */
const shiftAt = (shifts: readonly Shift[], at: Instant): Shift | undefined => shifts.find((each) => Date.parse(each.started) <= at && at <= endOf(each));

interface RewoundProps {
  readonly post: string;
  readonly shifts: readonly Shift[];
  /** Which post it is. */
  readonly children: ReactNode;
}

function Rewound({ post, shifts, children }: RewoundProps) {
  const { t, language } = useWords();
  const [shift, setShift] = useState(shifts[0]);
  const span = spanOf(shift);
  const [at, setAt] = useState<Instant>(span.until);
  const [knownAt, setKnownAt] = useState<Instant>();
  // A slider moves faster than anybody can be asked: the answers follow it.
  const shownAt = useDeferredValue(at);
  const shownKnownAt = useDeferredValue(knownAt ?? at);
  const look = (chosen: Shift | undefined): void => {
    setShift(chosen);
    setAt(spanOf(chosen).until);
    setKnownAt(undefined);
  };
  /** The sliders span the night that is looked at: an instant of another one brings that one. */
  const moveTo = (instant: Instant): void => {
    setAt(instant);
    if (instant < span.from || instant > span.until) setShift((before) => shiftAt(shifts, instant) ?? before);
  };
  return (
    <>
      <div className="row choices">
        {children}
        <SelectField
          label={t('rewind.shift')}
          choices={shifts.map((each) => ({ value: each.shift, label: `${civilDay(each.started, language)} ${clockTime(each.started, language)}` }))}
          value={shift?.shift}
          onChoose={(id) => look(shifts.find((each) => each.shift === id))}
        />
      </div>
      <TwoSliders
        span={{ from: Math.min(span.from, at, knownAt ?? at), until: Math.max(span.until, at, knownAt ?? at) }}
        at={at}
        knownAt={knownAt ?? at}
        onAt={moveTo}
        onKnownAt={setKnownAt}
      />
      <InsideAt post={post} at={shownAt} knownAt={shownKnownAt} />
      <LogAt post={post} from={shownAt - 12 * hour} at={shownAt} knownAt={shownKnownAt} />
    </>
  );
}
