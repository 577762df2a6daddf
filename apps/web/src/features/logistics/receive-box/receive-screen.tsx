import { Camera, CameraOff } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { Schemas } from '../../../shared/api/names.ts';
import { useWords } from '../../../shared/language/language.ts';
import { BoxName } from '../../../shared/logistics/box-name.tsx';
import { ScanningCamera } from '../../../shared/scanning/camera.tsx';
import { keepDecoder } from '../../../shared/scanning/keep-decoder.ts';
import { sealIn } from '../../../shared/logistics/seals.ts';
import { labelIn, meant } from '../../../shared/scanning/label.ts';
import { give } from '../../../shared/scanning/signals.ts';
import { useHandScanner } from '../../../shared/scanning/use-hand-scanner.ts';
import { Button } from '../../../shared/ui/button.tsx';
import { TextField } from '../../../shared/ui/field.tsx';
import { ReceiveForm } from './receive-form.tsx';
import './receive-screen.css';

type Line = Schemas['ManifestLine'];
type OfStation = Line & { readonly station: string };

interface ScreenProps {
  readonly run: Schemas['Manifest'];
  /** The office that receives. */
  readonly village: string;
  /** What can be done with a box that stands in the office. */
  readonly next: (line: Line) => ReactNode;
  /** What can be done with one that is not on the truck, although it should be. */
  readonly unfound: (line: Line) => ReactNode;
}

/** Boxes come off a truck, each with its seals as they are found: scan the box, then its seals. */
export function ReceiveScreen({ run, village, next, unfound }: ScreenProps) {
  const { t } = useWords();
  const [inHand, setInHand] = useState<OfStation>();
  const [found, setFound] = useState<ReadonlySet<string>>(new Set());
  const [strange, setStrange] = useState<string>();
  const [camera, setCamera] = useState(false);
  const onTruck = run.lines.filter(({ state }) => state === 'on-truck');
  const received = run.lines.filter(({ state }) => state === 'received');
  const begin = (line: Line): void => {
    setStrange(undefined);
    setFound(new Set());
    if (line.station !== null) setInHand({ ...line, station: line.station });
  };
  const take = (code: string): void => {
    const label = labelIn(code);
    const [line, another] = label ? meant(label, onTruck) : [];
    if (line && !another) {
      give('right');
      return begin(line);
    }
    const seal = inHand && sealIn(code);
    if (seal !== undefined) {
      give(inHand?.seals.includes(seal) === true ? 'right' : 'wrong');
      return setFound(new Set([...found, seal]));
    }
    give(line ? 'again' : 'wrong');
    setStrange(code.slice(0, 80));
  };
  useHandScanner(take);
  useEffect(() => void keepDecoder(), []);
  return (
    <div className="stack">
      <p className="big figures">{t('receive.count', { received: received.length, boxes: received.length + onTruck.length })}</p>
      {strange !== undefined && (
        <p className="note alarm" role="alert">
          {t('receive.strange-box', { code: strange })}
        </p>
      )}
      {inHand ? (
        <ReceiveForm
          key={inHand.box}
          line={inHand}
          dispatch={run.dispatch}
          village={village}
          found={found}
          onFound={setFound}
          onDone={() => setInHand(undefined)}
        />
      ) : (
        <p className="note">{t(onTruck.length === 0 ? 'receive.all' : 'receive.begin')}</p>
      )}
      {camera && <ScanningCamera onCode={take} />}
      <Button wide onClick={() => setCamera(!camera)}>
        {camera ? <CameraOff aria-hidden size={22} /> : <Camera aria-hidden size={22} />}
        {t(camera ? 'load.camera.close' : 'load.camera.open')}
      </Button>
      <Choose lines={onTruck} onChoose={begin} unfound={unfound} />
      <Received lines={received} next={next} />
    </div>
  );
}

const most = 12;

interface ChooseProps extends Pick<ScreenProps, 'unfound'> {
  readonly lines: readonly Line[];
  readonly onChoose: (line: Line) => void;
}

/** For a label that nothing can read, or for a box that is not there. */
function Choose({ lines, onChoose, unfound }: ChooseProps) {
  const { t } = useWords();
  const [sought, setSought] = useState('');
  const matching = lines.filter(({ box, station }) => `${station ?? ''} ${box}`.includes(sought.trim().toLowerCase()));
  if (lines.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{t('receive.on-truck', { boxes: lines.length })}</h2>
      {lines.length > most && <TextField label={t('load.find')} value={sought} maxLength={60} onChange={({ target }) => setSought(target.value)} />}
      {matching.slice(0, most).map((line) => (
        <div key={line.box} className="row apart">
          <button type="button" className="button low grow" onClick={() => onChoose(line)}>
            <BoxName box={line} />
          </button>
          {unfound(line)}
        </div>
      ))}
    </section>
  );
}

function Received({ lines, next }: { readonly lines: readonly Line[]; readonly next: ScreenProps['next'] }) {
  const { t } = useWords();
  if (lines.length === 0) return null;
  return (
    <section className="stack tight">
      <h2>{t('receive.in-office', { boxes: lines.length })}</h2>
      {lines.map((line) => (
        <div key={line.box} className="card row apart">
          <BoxName box={line} />
          {next(line)}
        </div>
      ))}
    </section>
  );
}
