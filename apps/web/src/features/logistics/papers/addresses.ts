/** What is printed of a run, and under which name of the part of the app. */
export const papersOfRun = ['waybill', 'manifest', 'run-receipt'] as const;
export type PaperOfRun = (typeof papersOfRun)[number];

interface OfRun {
  readonly destination: string;
  readonly dispatch: string;
}

export const runPaperPage = (paper: PaperOfRun, { destination, dispatch }: OfRun): string => `~/print/${paper}/${destination}/${dispatch}`;

interface OfLot {
  readonly warehouse: string;
  readonly lot: string;
}

/** Where the receipt for a delivery is looked at and printed. */
export const goodsReceiptPage = ({ warehouse, lot }: OfLot): string => `~/print/goods-receipt/${warehouse}/${lot}`;

interface OfDestruction {
  readonly village: string;
  readonly destruction: string;
}

export const minutesPage = ({ village, destruction }: OfDestruction): string => `~/print/destruction-minutes/${village}/${destruction}`;

/** The address of a file that the server makes. */
export const fileOf = (file: string, of: Readonly<Record<string, string>>): string => `/api/logistics/${file}?${new URLSearchParams(of).toString()}`;
