import { standingInRegency } from '../questions.ts';
import { notAsByWaybill } from '../scenario/distribution/supply.ts';
import type { Ask } from './ask.ts';

interface StandingFound {
  readonly what: string;
  readonly about: readonly string[];
}

/** Compares what is still short with the script: what was counted again fits, and the box that was overlooked has come. */
export async function checkShort(ask: Ask): Promise<readonly string[]> {
  const standing = await ask<StandingFound>(standingInRegency);
  const found = standing.filter(({ what }) => what === 'quantity-not-as-by-waybill').flatMap(({ about }) => about);
  return [
    ...(found.sort().join() === notAsByWaybill.toSorted().join()
      ? []
      : [`${found.length} deliveries are not as their waybills say instead of ${notAsByWaybill.length}`]),
    ...(standing.some(({ what }) => what === 'boxes-not-received') ? ['boxes stand on a truck that has long arrived'] : []),
  ];
}
