import { History, MapPin, Package, PackageSearch, Scale, SquareKanban, Thermometer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../../shared/language/language.ts';
import { readsWarehouses } from '../../shared/logistics/warehouses.ts';
import { holds, useMe } from '../../shared/session/session.ts';
import { Shell } from '../shell/shell.tsx';

/** The frame of every screen of a warehouse; whoever works elsewhere finds the way back. */
export function WarehouseShell({ name, children }: { readonly name: string | undefined; readonly children: ReactNode }) {
  const { t } = useWords();
  const me = useMe();
  const elsewhere = holds(me, 'dispatcher')
    ? { to: '~/places', label: t('nav.places'), icon: MapPin }
    : { to: '~/rewind', label: t('nav.rewind'), icon: History };
  const links = [
    { to: '~/gudang', label: t('nav.board'), icon: SquareKanban },
    { to: '~/gudang/stock', label: t('nav.stock'), icon: Scale },
    { to: '~/gudang/boxes', label: t('boxes.title'), icon: Package },
    { to: '~/gudang/zones', label: t('zones.title'), icon: Thermometer },
    { to: '~/gudang/where', label: t('nav.where'), icon: PackageSearch },
    elsewhere,
  ];
  return (
    <Shell
      title={name ?? t('warehouse.title')}
      beneath={t('warehouse.what')}
      links={readsWarehouses(me) ? links : [{ to: '~/gudang', label: t('boxes.mine'), icon: Package }]}
      wide
    >
      {children}
    </Shell>
  );
}
