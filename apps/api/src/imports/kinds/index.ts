import { boxes } from './boxes.ts';
import type { ImportKind } from './kind.ts';
import { requirements } from './requirements.ts';
import { stations } from './stations.ts';

/** What can be imported. */
export const importKinds = { stations, boxes, requirements } as const satisfies Readonly<Record<string, ImportKind>>;
export type KindName = keyof typeof importKinds;
export const kindNames = Object.keys(importKinds) as KindName[];
export type { ImportKind, Names, Values, Wish } from './kind.ts';
