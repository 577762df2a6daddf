import { boxLabelSheets } from './box-labels.paper.ts';
import { destructionMinutesPaper } from './destruction-minutes.paper.ts';
import { goodsReceiptPaper } from './goods-receipt.paper.ts';
import { manifestPaper } from './manifest.paper.ts';
import { runReceiptPaper } from './run-receipt.paper.ts';
import { waybillPaper } from './waybill.paper.ts';

/** Everything of logistics that is printed. */
export const papers = [waybillPaper, manifestPaper, goodsReceiptPaper, runReceiptPaper, destructionMinutesPaper, boxLabelSheets];
