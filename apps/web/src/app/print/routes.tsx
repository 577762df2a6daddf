import { ArrowLeft } from 'lucide-react';
import { Redirect, Route, Switch } from 'wouter';
import { PaperPage } from '../../features/logistics/papers/paper-page.tsx';
import { useWords } from '../../shared/language/language.ts';
import { useAnswer } from '../../shared/offline/index.ts';
import { useMe } from '../../shared/session/session.ts';
import { homeOf } from '../home.ts';
import { Shell } from '../shell/shell.tsx';

/** What is printed: `/print/<document>/…`. */
export function PrintRoutes() {
  const { t } = useWords();
  const home = homeOf(useMe());
  return (
    <Shell title={t('print.title')} links={[{ to: `~${home}`, label: t('nav.back'), icon: ArrowLeft }]} wide>
      <Switch>
        <Route path="/waybill/:destination/:dispatch">{(of) => <WaybillPage {...of} />}</Route>
        <Route path="/manifest/:destination/:dispatch">{(of) => <ManifestPage {...of} />}</Route>
        <Route path="/run-receipt/:destination/:dispatch">{(of) => <RunReceiptPage {...of} />}</Route>
        <Route path="/goods-receipt/:warehouse/:lot">{(of) => <GoodsReceiptPage {...of} />}</Route>
        <Route path="/destruction-minutes/:village/:destruction">{(of) => <MinutesPage {...of} />}</Route>
        <Route>
          <Redirect to={`~${home}`} replace />
        </Route>
      </Switch>
    </Shell>
  );
}

interface OfRun {
  readonly destination: string;
  readonly dispatch: string;
}

function WaybillPage({ destination, dispatch }: OfRun) {
  const { language } = useWords();
  const named = { destination, dispatch, language };
  return <PaperPage of={useAnswer('logistics.waybill-paper', named)} file="waybill-pdf" named={named} />;
}

function ManifestPage({ destination, dispatch }: OfRun) {
  const { language } = useWords();
  const named = { destination, dispatch, language };
  return <PaperPage of={useAnswer('logistics.manifest-paper', named)} file="manifest-pdf" named={named} />;
}

function RunReceiptPage({ destination, dispatch }: OfRun) {
  const { language } = useWords();
  const named = { destination, dispatch, language };
  return <PaperPage of={useAnswer('logistics.run-receipt-paper', named)} file="run-receipt-pdf" named={named} />;
}

function GoodsReceiptPage({ warehouse, lot }: { readonly warehouse: string; readonly lot: string }) {
  const { language } = useWords();
  const named = { warehouse, lot, language };
  return <PaperPage of={useAnswer('logistics.goods-receipt-paper', named)} file="goods-receipt-pdf" named={named} />;
}

function MinutesPage({ village, destruction }: { readonly village: string; readonly destruction: string }) {
  const { language } = useWords();
  const named = { village, destruction, language };
  return <PaperPage of={useAnswer('logistics.destruction-minutes-paper', named)} file="destruction-minutes-pdf" named={named} />;
}
