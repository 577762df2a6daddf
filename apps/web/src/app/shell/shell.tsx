import { Settings, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { usePathname } from 'wouter/use-browser-location';
import { useWords } from '../../shared/language/language.ts';
import { ConnectionState } from './connection-state.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { WaitingNote } from './waiting-note.tsx';

export interface ShellLink {
  /** From the root: `~/post/…` inside a nested part of the app. */
  readonly to: string;
  readonly label: string;
  readonly icon: LucideIcon;
}

interface ShellProps {
  readonly title: string;
  readonly beneath?: ReactNode;
  readonly links: readonly ShellLink[];
  readonly children: ReactNode;
  /** Screens for large displays use all of the width. */
  readonly wide?: boolean;
}

/** What every screen has: where one is, how the connection is and how old the data, what waits to be sent, where else to go. */
export function Shell({ title, beneath, links, children, wide = false }: ShellProps) {
  const { t } = useWords();
  return (
    <div className="shell">
      <title>{`${title} · ${t('app.name')}`}</title>
      <header className="top no-print">
        <div className="where">
          <h1>{title}</h1>
          {beneath !== undefined && <div className="small quiet">{beneath}</div>}
        </div>
        <ConnectionState />
        <Link href="~/settings" className="icon-link" aria-label={t('settings.title')}>
          <Settings aria-hidden size={22} />
        </Link>
      </header>
      <nav className="parts no-print" aria-label={t('nav.parts')}>
        {links.map((link, index) => (
          <Part key={link.to} {...link} exact={index === 0} />
        ))}
      </nav>
      <main className={wide ? 'page wide' : 'page'}>
        <NoticeBar />
        <WaitingNote />
        {children}
      </main>
    </div>
  );
}

const absolute = (to: string): string => to.replace(/^~/, '');

function Part({ to, label, icon: Icon, exact }: ShellLink & { readonly exact: boolean }) {
  const path = usePathname();
  // The first part is the home of the others: only it must be met exactly.
  const here = exact ? path === absolute(to) : path === absolute(to) || path.startsWith(`${absolute(to)}/`);
  return (
    <Link href={to} aria-current={here ? 'page' : undefined}>
      <Icon aria-hidden size={22} />
      <span>{label}</span>
    </Link>
  );
}
