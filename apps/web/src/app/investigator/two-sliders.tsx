import { useId, type ReactNode } from 'react';
import { useWords } from '../../shared/language/language.ts';
import type { Instant } from '../../shared/time/clock.ts';
import { fullMoment, localInput, ofLocalInput, utcMoment } from '../../shared/time/say.ts';
import { Button } from '../../shared/ui/button.tsx';
import './two-sliders.css';

const minute = 60_000;

export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

interface SlidersProps {
  readonly span: Span;
  readonly at: Instant;
  readonly knownAt: Instant;
  readonly onAt: (at: Instant) => void;
  readonly onKnownAt: (knownAt: Instant) => void;
}

/** The signature of Saksi: how it was at one instant, as it was known at another; always together. */
export function TwoSliders({ span, at, knownAt, onAt, onKnownAt }: SlidersProps) {
  const { t } = useWords();
  return (
    <div className="two-sliders">
      <Slider className="slider-at" label={t('rewind.at')} span={span} value={at} onChange={onAt} />
      <Slider className="slider-known" label={t('rewind.known-at')} span={span} value={knownAt} onChange={onKnownAt}>
        <Button low onClick={() => onKnownAt(at)}>
          {t('rewind.as-then')}
        </Button>
        <Button low onClick={() => onKnownAt(span.until)}>
          {t('rewind.as-now')}
        </Button>
      </Slider>
    </div>
  );
}

interface SliderProps {
  readonly className: string;
  readonly label: string;
  readonly span: Span;
  readonly value: Instant;
  readonly onChange: (value: Instant) => void;
  readonly children?: ReactNode;
}

function Slider({ className, label, span, value, onChange, children }: SliderProps) {
  const { t, language } = useWords();
  const id = useId();
  return (
    <div className={`slider ${className}`}>
      <label htmlFor={id}>{label}</label>
      <strong className="figures">{fullMoment(value, language)}</strong>
      <input
        id={id}
        type="range"
        min={span.from}
        max={span.until}
        step={minute}
        value={value}
        aria-valuetext={fullMoment(value, language)}
        onChange={({ target }) => onChange(Number(target.value))}
      />
      <div className="row">
        <input
          type="datetime-local"
          aria-label={t('rewind.exactly', { which: label })}
          value={localInput(value)}
          onChange={({ target }) => {
            const exact = ofLocalInput(target.value);
            if (exact !== undefined) onChange(Date.parse(exact));
          }}
        />
        <span className="small quiet figures">{utcMoment(value, language)}</span>
        {children}
      </div>
    </div>
  );
}
