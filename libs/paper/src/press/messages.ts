import type { LabelSheets } from '../labels.ts';
import type { Paper } from '../paper.ts';

/** What is to be made into a PDF. */
export type PrintJob = { readonly paper: Paper } | { readonly sheets: LabelSheets };

export interface ToPress {
  readonly id: number;
  readonly job: PrintJob;
}

export type FromPress = { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer> } | { readonly id: number; readonly failed: string };
