import { useEffect, useRef, useState } from 'react';
import type { Key } from '../language/keys.ts';
import { useWords } from '../language/language.ts';
import { openDetector, type Detector } from './detector.ts';
import { InSight } from './seen.ts';
import './camera.css';

interface CameraProps {
  /** Called once for each code that comes into sight. */
  readonly onCode: (code: string) => void;
}

/** At most so often a picture is looked at, ms: the rest of the time is the phone's. */
const pause = 90;

/** The camera at the back, looked through for codes for as long as it is shown. */
export function ScanningCamera({ onCode }: CameraProps) {
  const { t } = useWords();
  const video = useRef<HTMLVideoElement>(null);
  const told = useRef(onCode);
  const [state, setState] = useState<'opening' | 'looking' | Trouble>('opening');
  useEffect(() => {
    told.current = onCode;
  });
  useEffect(() => {
    const ending = new AbortController();
    if (video.current) {
      void look(video.current, { found: (code) => told.current(code), looks: () => setState('looking'), signal: ending.signal }).catch((error: unknown) => {
        if (!ending.signal.aborted) setState(troubleOf(error));
      });
    }
    return () => ending.abort();
  }, []);
  return (
    <div className="scanning-camera" data-state={state}>
      <video ref={video} muted playsInline aria-label={t('scan.camera.picture')} />
      {state !== 'looking' && (
        <p className={state === 'opening' ? 'note quiet' : 'note warn'} role="status">
          {t(sentences[state])}
        </p>
      )}
    </div>
  );
}

type Trouble = 'forbidden' | 'no-camera' | 'no-decoder';
const sentences: Readonly<Record<'opening' | Trouble, Key>> = {
  opening: 'scan.camera.opening',
  forbidden: 'scan.camera.forbidden',
  'no-camera': 'scan.camera.none',
  'no-decoder': 'scan.camera.no-decoder',
};

const troubleOf = (error: unknown): Trouble => {
  if (!(error instanceof DOMException)) return error instanceof TypeError ? 'no-camera' : 'no-decoder';
  return error.name === 'NotAllowedError' ? 'forbidden' : 'no-camera';
};

interface Looking {
  readonly found: (code: string) => void;
  readonly looks: () => void;
  readonly signal: AbortSignal;
}

/** Resolves when it is told to end. @throws DOMException without a camera, Error without a decoder */
async function look(video: HTMLVideoElement, { found, looks, signal }: Looking): Promise<void> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1_280 } } });
  let detector: Detector | undefined;
  const ended = (): boolean => signal.aborted;
  try {
    detector = await openDetector();
    if (ended()) return;
    video.srcObject = stream;
    await video.play();
    const sight = new InSight();
    while (!ended()) {
      const codes = await detector.read(await createImageBitmap(video));
      if (ended()) return;
      looks();
      for (const code of sight.come(codes, performance.now())) found(code);
      await new Promise((go) => setTimeout(go, pause));
    }
  } finally {
    detector?.close();
    for (const track of stream.getTracks()) track.stop();
  }
}
