import { Camera, CameraOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useWords } from '../../../shared/language/language.ts';
import { keepDecoder } from '../../../shared/scanning/keep-decoder.ts';
import { ScanningCamera } from '../../../shared/scanning/camera.tsx';
import { allowSound } from '../../../shared/scanning/signals.ts';
import { useHandScanner } from '../../../shared/scanning/use-hand-scanner.ts';
import { Shown } from '../../../shared/ui/answered.tsx';
import { Button } from '../../../shared/ui/button.tsx';
import { FindBox } from './find-box.tsx';
import { LastScan } from './last-scan.tsx';
import { LastScans } from './last-scans.tsx';
import { useLoading, type OfRun } from './use-loading.ts';
import './load-screen.css';

/** A truck is loaded: every box is scanned, without a tap in between. */
export function LoadScreen(of: OfRun) {
  const { t } = useWords();
  const { manifest, runs, scans, loaded, keptOff, take, name, takeOff } = useLoading(of);
  const [camera, setCamera] = useState(false);
  useHandScanner(take);
  useEffect(() => {
    void keepDecoder();
    addEventListener('pointerdown', allowSound, { once: true });
    return () => removeEventListener('pointerdown', allowSound);
  }, []);
  return (
    <Shown of={manifest}>
      {({ status, warehouse, lines }) => {
        if (status !== 'planned') return <p className="note warn">{t('load.has-left')}</p>;
        const isOn = ({ box, state }: (typeof lines)[number]): boolean => state === 'on-truck' || loaded.has(box);
        const planned = lines.filter((line) => line.planned);
        const open = planned.filter((line) => !isOn(line));
        return (
          <div className="stack loading">
            <div className="load-count">
              <strong className="figures">{t('load.count', { loaded: planned.length - open.length, planned: planned.length })}</strong>
              <progress max={planned.length} value={planned.length - open.length} aria-label={t('load.progress')} />
              <span className="row apart small">
                <span>{open.length === 0 ? t('load.all') : t('load.open', { boxes: open.length })}</span>
                {keptOff > 0 && <span className="badge alarm">{t('load.kept-off', { boxes: keptOff })}</span>}
              </span>
            </div>
            <LastScan scan={scans[0]} runs={runs} onChoose={({ box }) => take(box)} onName={name} />
            {camera && <ScanningCamera onCode={take} />}
            <Button does={camera ? 'beside' : 'acts'} wide onClick={() => setCamera(!camera)}>
              {camera ? <CameraOff aria-hidden size={22} /> : <Camera aria-hidden size={22} />}
              {t(camera ? 'load.camera.close' : 'load.camera.open')}
            </Button>
            <FindBox lines={open} onCode={take} />
            <LastScans scans={scans} warehouse={warehouse} onTakeOff={takeOff} />
            {open.length > 0 && open.length <= 20 && (
              <section className="stack tight">
                <h2>{t('load.left', { boxes: open.length })}</h2>
                <ul className="left-boxes figures">
                  {open.map(({ box, station }) => (
                    <li key={box}>{station}</li>
                  ))}
                </ul>
              </section>
            )}
          </div>
        );
      }}
    </Shown>
  );
}
