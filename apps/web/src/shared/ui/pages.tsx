import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../language/language.ts';

/** The head of a screen inside a part of the app, with the way back. */
export function PageHead({ title, back = '/', children }: { readonly title: string; readonly back?: string; readonly children?: ReactNode }) {
  const { t } = useWords();
  return (
    <div className="page-head row no-print">
      <Link href={back} className="icon-link" aria-label={t('nav.back')}>
        <ArrowLeft aria-hidden size={24} />
      </Link>
      <h2 className="grow">{title}</h2>
      {children}
    </div>
  );
}

/** Nothing is there: says so, and what to do. */
export const Empty = ({ children }: { readonly children: ReactNode }) => <p className="note quiet">{children}</p>;
