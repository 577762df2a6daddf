import { Suspense } from 'react';
import { Redirect, Route, Switch } from 'wouter';
import { AreaNames } from '../../shared/areas/area-names.tsx';
import { useWords } from '../../shared/language/language.ts';
import { readsWarehouses, regencyOf, useWarehouses, type Warehouse } from '../../shared/logistics/warehouses.ts';
import { useMe } from '../../shared/session/session.ts';
import { Shown } from '../../shared/ui/answered.tsx';
import { SelectField } from '../../shared/ui/field.tsx';
import { Empty } from '../../shared/ui/pages.tsx';
import { Imports } from '../imports.tsx';
import { BoardPage } from './board-page.tsx';
import { BoxPage } from './box-page.tsx';
import { BoxesPage } from './boxes-page.tsx';
import { ContentsPage } from './contents-page.tsx';
import { ContradictionsPage } from './contradictions-page.tsx';
import { DestroyPage } from './destroy-page.tsx';
import { DestructionPage } from './destruction-page.tsx';
import { LotPage } from './lot-page.tsx';
import { MyBoxesPage } from './my-boxes-page.tsx';
import { PackPage } from './pack-page.tsx';
import { PlanPage } from './plan-page.tsx';
import { RunPages } from './run-pages.tsx';
import { StockPage } from './stock-page.tsx';
import { TermPage } from './term-page.tsx';
import { WarehouseShell } from './warehouse-shell.tsx';
import { WherePage } from './where-page.tsx';
import { ZonesPage } from './zones-page.tsx';

/** Everything of a warehouse, its boxes and its trucks: `/gudang/…`. */
export function WarehouseRoutes() {
  const { t } = useWords();
  const { asked, warehouse, choose } = useWarehouses();
  return (
    <WarehouseShell name={warehouse?.name}>
      <Shown of={asked}>
        {({ items }) => {
          if (warehouse === undefined) return <Empty>{t('warehouse.none')}</Empty>;
          return (
            <>
              {items.length > 1 && (
                <SelectField
                  label={t('warehouse.which')}
                  choices={items.map((each) => ({ value: each.warehouse, label: each.name }))}
                  value={warehouse.warehouse}
                  onChoose={choose}
                />
              )}
              <AreaNames within={regencyOf(warehouse.village)}>
                <AtWarehouse key={warehouse.warehouse} warehouse={warehouse} all={items} />
              </AreaNames>
            </>
          );
        }}
      </Shown>
    </WarehouseShell>
  );
}

/** What a station officer may see of it: the boxes of their own stations. */
function OfMyStations({ warehouse }: { readonly warehouse: Warehouse }) {
  return (
    <Switch>
      <Route path="/">
        <MyBoxesPage />
      </Route>
      <Route path="/box/:station/:box">{({ station, box }) => <BoxPage warehouse={warehouse} station={station} box={box} />}</Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}

function AtWarehouse({ warehouse, all }: { readonly warehouse: Warehouse; readonly all: readonly Warehouse[] }) {
  if (!readsWarehouses(useMe())) return <OfMyStations warehouse={warehouse} />;
  return (
    <Switch>
      <Route path="/">
        <BoardPage warehouse={warehouse} />
      </Route>
      <Route path="/plan">
        <PlanPage warehouse={warehouse} />
      </Route>
      <Route path="/stock">
        <StockPage warehouse={warehouse} />
      </Route>
      <Route path="/stock/:item/:term">{({ item, term }) => <TermPage warehouse={warehouse} item={item} term={term} />}</Route>
      <Route path="/lot/:warehouse/:lot">
        {({ warehouse: named, lot }) => {
          const where = all.find((each) => each.warehouse === named);
          return where ? <LotPage key={lot} warehouse={where} lot={lot} /> : <Redirect to="/stock" replace />;
        }}
      </Route>
      <Route path="/destruction/:village/:destruction">{({ village, destruction }) => <DestructionPage of={{ village, destruction }} />}</Route>
      <Route path="/imports">
        <Suspense>
          <Imports />
        </Suspense>
      </Route>
      <Route path="/destroy">
        <DestroyPage warehouse={warehouse} />
      </Route>
      <Route path="/zones">
        <ZonesPage warehouse={warehouse} />
      </Route>
      <Route path="/pack">
        <PackPage warehouse={warehouse} />
      </Route>
      <Route path="/pack/:station/:contest">{(of) => <PackPage key={`${of.station} ${of.contest}`} warehouse={warehouse} of={of} />}</Route>
      <Route path="/contents">
        <ContentsPage warehouse={warehouse} />
      </Route>
      <Route path="/contradictions">
        <ContradictionsPage warehouse={warehouse} />
      </Route>
      <Route path="/boxes">
        <BoxesPage warehouse={warehouse} />
      </Route>
      <Route path="/box/:station/:box">{({ station, box }) => <BoxPage warehouse={warehouse} station={station} box={box} />}</Route>
      <Route path="/where">
        <WherePage warehouse={warehouse} />
      </Route>
      <Route path="/run/:destination/:dispatch" nest>
        {({ destination, dispatch }) => <RunPages warehouse={warehouse} destination={destination} dispatch={dispatch} />}
      </Route>
      <Route>
        <Redirect to="/" replace />
      </Route>
    </Switch>
  );
}
