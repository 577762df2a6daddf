import { areas as areasNamed, type AreaNamed } from '#deployment';
import { accountNames } from '#identity';
import { PaperDesk, Press, type AccountName } from '#paper';
import type { Saksi } from './parts.ts';

const regencyDigits = 4;
/** No regency has as many districts and villages. */
const areasOfARegency = 5_000;

/** Where documents are asked for; its press starts with the first of them. */
export function paperDesk({ configuration, answerer, clock, demonstration }: Saksi): PaperDesk {
  const [columns, rows] = configuration.SAKSI_LABEL_GRID;
  const [aside, above] = configuration.SAKSI_LABEL_MARGINS;
  return new PaperDesk({
    press: new Press({ idle: configuration.SAKSI_PRESS_IDLE }),
    clock,
    demonstration: demonstration !== undefined,
    grid: { columns, rows, aside, above },
    ...(configuration.SAKSI_PUBLIC_URL !== undefined && { publicUrl: configuration.SAKSI_PUBLIC_URL }),
    namesOf: async (accounts, principal) => {
      if (accounts.length === 0) return { names: new Map<string, AccountName>(), withheld: false };
      const { answer, withheld } = await answerer.answer(accountNames, { accounts: [...accounts] }, { principal });
      return { names: new Map((answer as readonly ({ account: string } & AccountName)[]).map(({ account, ...name }) => [account, name])), withheld };
    },
    areaNamesOf: async (areas, principal) => {
      const regencies = [...new Set(areas.map((area) => area.slice(0, regencyDigits)))];
      const answers = await Promise.all(regencies.map((area) => answerer.answer(areasNamed, { area }, { principal, page: { size: areasOfARegency } })));
      return new Map(answers.flatMap(({ answer }) => answer as readonly AreaNamed[]).map(({ area, name }) => [area, name]));
    },
  });
}
