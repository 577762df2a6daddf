import { OctagonX } from 'lucide-react';
import { BoxName } from '../../../shared/logistics/box-name.tsx';
import type { KnownBox } from './judge.ts';

/** What must not go onto the truck, and why. */
export function Wrong({ box, title, sentences }: { readonly box: KnownBox | undefined; readonly title: string; readonly sentences: readonly string[] }) {
  return (
    <div className="verdict wrong" role="alert">
      <OctagonX aria-hidden size={40} />
      <strong>{title}</strong>
      {box && <BoxName box={box} />}
      <span>{sentences.join(' ')}</span>
    </div>
  );
}
