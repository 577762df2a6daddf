import type { Schemas } from '../../api/names.ts';
import type { Content } from '../entry/content.ts';
import { text } from './text.ts';

type Planned = Schemas['PlannedContent'];
interface Contents {
  readonly items: readonly Planned[];
}

/** What boxes hold of what they are to hold, with what was drawn and packed for them here. */
export function withContents(value: unknown, args: object, waiting: readonly Content[]): Contents {
  const { lacking = false, differing = false } = args as { readonly lacking?: boolean; readonly differing?: boolean };
  const contents = value as Contents;
  const items = waiting.reduce<readonly Planned[]>((known, content) => known.map((each) => step(each, content)), contents.items);
  return { ...contents, items: items.filter((each) => (!lacking || each.lacking > 0) && (!differing || each.drawn !== each.planned)) };
}

function step(content: Planned, { name, body }: Content): Planned {
  if (name === 'logistics.pack-box' && body['station'] === content.station && body['contest'] === content.contest) {
    return { ...content, packedAs: content.packedAs ?? text(body['box']) };
  }
  const isForIt = name === 'logistics.draw-from-lot' && body['purpose'] === 'box' && [content.box, content.packedAs].includes(text(body['boundFor']));
  if (!isForIt || body['item'] !== content.item || typeof body['quantity'] !== 'number') return content;
  const drawn = content.drawn + body['quantity'];
  return { ...content, drawn, lacking: Math.max(0, content.planned - drawn) };
}
